using System.Globalization;
using System.Text.Json;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace EventOps.Storage;

/// <summary>
/// Keeps grains' states beside the journal, as JSON, one row for a state's name and a grain's key. The row's version is the ETag. A state that was
/// cleared keeps its row and its version, so that no older activation can mistake the next one for its own.
/// </summary>
public sealed class GrainStorage : IGrainStorage
{
    /// <summary>Under which name grains ask for it.</summary>
    public const string Name = "eventops";

    private readonly EventOpsDatabase _database;

    /// <summary>Keeps states in a database.</summary>
    public GrainStorage(EventOpsDatabase database) => _database = database;

    /// <summary>How states are written. Property names are a stored contract.</summary>
    public static JsonSerializerOptions Json { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        try
        {
            await using var connection = await _database.Source.OpenConnectionAsync();
            var rows = await connection.QueryAsync(
                _database.Sql["read-grain-state"],
                row => new Row(row.IsDBNull(0) ? null : row.GetFieldValue<byte[]>(0), row.GetInt32(1)),
                default,
                Key(stateName, grainId));
            var (payload, version) = rows is [var found] ? found : new Row(null, 0);
            Set(grainState, payload is null ? default : JsonSerializer.Deserialize<T>(payload, Json), version, payload is not null);
        }
        catch (Exception e) when (_database.IsUnavailable(e))
        {
            throw _database.Unavailable(e);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InconsistentStateException">Somebody else has written since it was read. Nothing is written.</exception>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(grainState.State, Json);
        var version = await SaveAsync("write-grain-state", stateName, grainId, grainState.ETag, payload);
        Set(grainState, grainState.State, version, exists: true);
    }

    /// <inheritdoc/>
    /// <exception cref="InconsistentStateException">Somebody else has written since it was read. Nothing is cleared.</exception>
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var version = grainState.ETag is null ? 0 : await SaveAsync("clear-grain-state", stateName, grainId, grainState.ETag, null);
        Set(grainState, default, version, exists: false);
    }

    private static void Set<T>(IGrainState<T> grainState, T? state, int version, bool exists)
    {
        grainState.State = state ?? Activator.CreateInstance<T>();
        grainState.ETag = version == 0 ? null : version.ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = exists;
    }

    private (string Name, object? Value)[] Key(string stateName, GrainId grainId) =>
        [("service_id", _database.Options.ServiceId), ("state_name", stateName), ("grain_key", grainId.Key.ToString())];

    private async Task<int> SaveAsync(string statement, string stateName, GrainId grainId, string? etag, byte[]? payload)
    {
        var expected = etag is null ? 0 : int.Parse(etag, CultureInfo.InvariantCulture);
        var versions = await _database.WriteAsync(
            connection =>
            {
                var command = connection.Command(
                    _database.Sql[statement], [.. Key(stateName, grainId), ("expected", expected), ("modified_at", _database.Time.GetUtcNow())]);
                if (payload is not null)
                    command.Add("payload", payload);
                return command.QueryAsync(row => row.GetInt32(0), default);
            },
            default);
        return versions is [var version]
            ? version
            : throw new InconsistentStateException($"State '{stateName}' of {grainId} was written by somebody else since version {expected}.", null, etag);
    }

    private readonly record struct Row(byte[]? Payload, int Version);
}
