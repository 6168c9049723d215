using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EventOps.Storage;

/// <summary>An entry as it is stored. The property names are a stored contract: they never change. What is absent or the default is left out.</summary>
internal static class JournalJson
{
    private static readonly JournalJsonContext Context =
        new(new JsonSerializerOptions(JournalJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static byte[] Write(JournalEntry entry) => JsonSerializer.SerializeToUtf8Bytes(entry, Context.JournalEntry);

    public static JournalEntry Read(ReadOnlySpan<byte> text) =>
        JsonSerializer.Deserialize(text, Context.JournalEntry) ?? throw new JsonException("an entry of the journal is null");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(JournalEntry))]
internal sealed partial class JournalJsonContext : JsonSerializerContext;
