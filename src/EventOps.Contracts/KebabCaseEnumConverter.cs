using System.Text.Json;
using System.Text.Json.Serialization;

namespace EventOps.Contracts;

/// <summary>Enumerations are their kebab-case names in JSON; numbers are refused.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
public sealed class KebabCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
