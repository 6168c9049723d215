using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EventOps.Contracts;

/// <summary>An identifier that people and files give to a thing: 1 to 64 letters, digits, '.', '_' or '-'.</summary>
/// <typeparam name="TSelf">The identifier's own type.</typeparam>
public interface IIdentifier<TSelf> : IParsable<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    /// <summary>The identifier as written.</summary>
    string Value { get; }

    /// <summary>Wraps a text that is known to be well formed.</summary>
    static abstract TSelf From(string value);
}

/// <summary>The one definition of a well-formed identifier.</summary>
public static class Identifier
{
    /// <summary>The longest identifier, in characters.</summary>
    public const int MaxLength = 64;

    /// <summary>What a person is told when an identifier is not well formed.</summary>
    public const string Expected = "1 to 64 letters, digits, '.', '_' or '-'";

    /// <summary>Whether the text is a well-formed identifier.</summary>
    public static bool IsWellFormed([NotNullWhen(true)] string? text)
    {
        if (text is null || text.Length is 0 or > MaxLength)
            return false;
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('.' or '_' or '-'))
                return false;
        }

        return true;
    }

    internal static TId Parse<TId>(string text)
        where TId : struct, IIdentifier<TId> =>
        IsWellFormed(text) ? TId.From(text) : throw new FormatException($"'{text}' is no identifier; expected {Expected}.");

    internal static bool TryParse<TId>(string? text, out TId id)
        where TId : struct, IIdentifier<TId>
    {
        var wellFormed = IsWellFormed(text);
        id = wellFormed ? TId.From(text!) : default;
        return wellFormed;
    }
}

/// <summary>One event: its cities, venues, rooms, sessions and delegates.</summary>
[GenerateSerializer, Immutable, Alias("eventops.mission-id")]
[JsonConverter(typeof(IdentifierJsonConverter<MissionId>))]
public readonly record struct MissionId([property: Id(0)] string Value) : IIdentifier<MissionId>
{
    /// <inheritdoc/>
    public static MissionId From(string value) => new(value);

    /// <inheritdoc/>
    public static MissionId Parse(string s, IFormatProvider? provider) => Identifier.Parse<MissionId>(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MissionId result) => Identifier.TryParse(s, out result);

    /// <summary>The identifier as written.</summary>
    public override string ToString() => Value;
}

/// <summary>A city in which a mission has venues.</summary>
[GenerateSerializer, Immutable, Alias("eventops.city-id")]
[JsonConverter(typeof(IdentifierJsonConverter<CityId>))]
public readonly record struct CityId([property: Id(0)] string Value) : IIdentifier<CityId>
{
    /// <inheritdoc/>
    public static CityId From(string value) => new(value);

    /// <inheritdoc/>
    public static CityId Parse(string s, IFormatProvider? provider) => Identifier.Parse<CityId>(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CityId result) => Identifier.TryParse(s, out result);

    /// <summary>The identifier as written.</summary>
    public override string ToString() => Value;
}

/// <summary>A building in a city.</summary>
[GenerateSerializer, Immutable, Alias("eventops.venue-id")]
[JsonConverter(typeof(IdentifierJsonConverter<VenueId>))]
public readonly record struct VenueId([property: Id(0)] string Value) : IIdentifier<VenueId>
{
    /// <inheritdoc/>
    public static VenueId From(string value) => new(value);

    /// <inheritdoc/>
    public static VenueId Parse(string s, IFormatProvider? provider) => Identifier.Parse<VenueId>(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out VenueId result) => Identifier.TryParse(s, out result);

    /// <summary>The identifier as written.</summary>
    public override string ToString() => Value;
}

/// <summary>A place in a venue with a legal and a comfort capacity.</summary>
[GenerateSerializer, Immutable, Alias("eventops.room-id")]
[JsonConverter(typeof(IdentifierJsonConverter<RoomId>))]
public readonly record struct RoomId([property: Id(0)] string Value) : IIdentifier<RoomId>
{
    /// <inheritdoc/>
    public static RoomId From(string value) => new(value);

    /// <inheritdoc/>
    public static RoomId Parse(string s, IFormatProvider? provider) => Identifier.Parse<RoomId>(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RoomId result) => Identifier.TryParse(s, out result);

    /// <summary>The identifier as written.</summary>
    public override string ToString() => Value;
}

/// <summary>Something that takes place in a room from start to end.</summary>
[GenerateSerializer, Immutable, Alias("eventops.session-id")]
[JsonConverter(typeof(IdentifierJsonConverter<SessionId>))]
public readonly record struct SessionId([property: Id(0)] string Value) : IIdentifier<SessionId>
{
    /// <inheritdoc/>
    public static SessionId From(string value) => new(value);

    /// <inheritdoc/>
    public static SessionId Parse(string s, IFormatProvider? provider) => Identifier.Parse<SessionId>(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SessionId result) => Identifier.TryParse(s, out result);

    /// <summary>The identifier as written.</summary>
    public override string ToString() => Value;
}

/// <summary>A person who takes part in a mission.</summary>
[GenerateSerializer, Immutable, Alias("eventops.delegate-id")]
[JsonConverter(typeof(IdentifierJsonConverter<DelegateId>))]
public readonly record struct DelegateId([property: Id(0)] string Value) : IIdentifier<DelegateId>
{
    /// <inheritdoc/>
    public static DelegateId From(string value) => new(value);

    /// <inheritdoc/>
    public static DelegateId Parse(string s, IFormatProvider? provider) => Identifier.Parse<DelegateId>(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DelegateId result) => Identifier.TryParse(s, out result);

    /// <summary>The identifier as written.</summary>
    public override string ToString() => Value;
}

/// <summary>A phone, tablet or desktop scanner.</summary>
[GenerateSerializer, Immutable, Alias("eventops.device-id")]
[JsonConverter(typeof(IdentifierJsonConverter<DeviceId>))]
public readonly record struct DeviceId([property: Id(0)] string Value) : IIdentifier<DeviceId>
{
    /// <inheritdoc/>
    public static DeviceId From(string value) => new(value);

    /// <inheritdoc/>
    public static DeviceId Parse(string s, IFormatProvider? provider) => Identifier.Parse<DeviceId>(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DeviceId result) => Identifier.TryParse(s, out result);

    /// <summary>The identifier as written.</summary>
    public override string ToString() => Value;
}

/// <summary>The person who uses a device.</summary>
[GenerateSerializer, Immutable, Alias("eventops.operator-id")]
[JsonConverter(typeof(IdentifierJsonConverter<OperatorId>))]
public readonly record struct OperatorId([property: Id(0)] string Value) : IIdentifier<OperatorId>
{
    /// <inheritdoc/>
    public static OperatorId From(string value) => new(value);

    /// <inheritdoc/>
    public static OperatorId Parse(string s, IFormatProvider? provider) => Identifier.Parse<OperatorId>(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OperatorId result) => Identifier.TryParse(s, out result);

    /// <summary>The identifier as written.</summary>
    public override string ToString() => Value;
}
