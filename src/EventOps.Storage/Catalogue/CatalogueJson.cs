using System.Text.Json.Serialization;

namespace EventOps.Storage;

/// <summary>What the catalogue stores or sends as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MissionClock))]
[JsonSerializable(typeof(ProgrammeImport))]
[JsonSerializable(typeof(IReadOnlyCollection<string>))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
