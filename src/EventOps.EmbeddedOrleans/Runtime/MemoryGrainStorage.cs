using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Orleans.Storage;

namespace EventOps.EmbeddedOrleans;

/// <summary>Storage that lasts as long as the process. Records are kept as JSON, so that no grain shares an object with its stored state.</summary>
internal sealed class MemoryGrainStorage : IGrainStorage
{
    private static readonly JsonSerializerOptions Format = new() { IncludeFields = true };

    private readonly ConcurrentDictionary<(string, GrainId), Record> _records = new();
    private long _versions;

    private sealed record Record(string Etag, byte[] Json);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var record = _records.GetValueOrDefault((stateName, grainId));
        grainState.State = record is null ? PersistentState<T>.Blank() : JsonSerializer.Deserialize<T>(record.Json, Format);
        grainState.ETag = record?.Etag;
        grainState.RecordExists = record is not null;
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var next = new Record(
            Interlocked.Increment(ref _versions).ToString(CultureInfo.InvariantCulture),
            JsonSerializer.SerializeToUtf8Bytes(grainState.State, Format));
        var written = _records.AddOrUpdate(
            (stateName, grainId),
            _ => grainState.ETag is null ? next : throw Inconsistent(stateName, grainId, stored: null, grainState.ETag),
            (_, stored) => stored.Etag == grainState.ETag ? next : throw Inconsistent(stateName, grainId, stored.Etag, grainState.ETag));
        grainState.ETag = written.Etag;
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (_records.TryGetValue((stateName, grainId), out var stored)
            && (stored.Etag != grainState.ETag || !_records.TryRemove(new KeyValuePair<(string, GrainId), Record>((stateName, grainId), stored))))
        {
            throw Inconsistent(stateName, grainId, stored.Etag, grainState.ETag);
        }

        grainState.State = PersistentState<T>.Blank();
        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    private static InconsistentStateException Inconsistent(string stateName, GrainId grainId, string? stored, string? current) =>
        new($"State '{stateName}' of {grainId} has version {stored ?? "none"} in memory storage, and {current ?? "none"} in the grain.", stored, current);
}
