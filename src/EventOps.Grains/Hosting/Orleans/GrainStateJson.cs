using System.Text.Json;
using EventOps.Storage;
using Orleans.Storage;

namespace EventOps.Grains.Hosting;

/// <summary>Grains' states in the words in which the stand-in stores them.</summary>
internal sealed class GrainStateJson : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, GrainStorage.Json));

    public T? Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input, GrainStorage.Json);
}
