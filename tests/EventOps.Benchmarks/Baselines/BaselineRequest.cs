using System.Text.Json;
using System.Text.Json.Serialization;

namespace EventOps.Benchmarks.Baselines;

/// <summary>What is read of the request of a scan: all of it, as the product does.</summary>
internal sealed record BaselineRequest(
    string? ScanId, string? Code, string? DelegateId, BaselineDoor? Door, string? Direction, string? ScannedAt, string? SentAt);

/// <summary>The door in it.</summary>
internal sealed record BaselineDoor(string? Session, string? Room, string? Venue);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BaselineRequest))]
internal sealed partial class BaselineJson : JsonSerializerContext;
