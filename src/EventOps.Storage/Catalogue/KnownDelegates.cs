using System.Collections.Concurrent;

namespace EventOps.Storage;

/// <summary>
/// What this process has read of each mission's delegates, so that to load one who has not been scanned is no question to the catalogue. Whoever needs newer
/// ones begins to read them all, once at a time, and meanwhile reads that one alone. The first time the sole writer of the journal also looks who has entries.
/// </summary>
internal sealed class KnownDelegates(EventOpsDatabase database)
{
    private readonly ConcurrentDictionary<MissionId, Read> _known = new();
    private readonly ConcurrentDictionary<MissionId, Task> _reading = new();

    /// <summary>A delegate's file without entries, or null when they are not known as they were at so new a version.</summary>
    public DelegateFile? Find(MissionId mission, DelegateId id, long atLeast)
    {
        if (_known.TryGetValue(mission, out var known) && known.Version >= atLeast)
            return known.Files.GetValueOrDefault(id);
        _ = _reading.GetOrAdd(mission, static (mission, self) => Task.Run(() => self.ReadAsync(mission)), this);
        return null;
    }

    /// <summary>Reads all of a mission's delegates.</summary>
    public async Task ReadAsync(MissionId mission)
    {
        try
        {
            await using var connection = await database.Source.OpenConnectionAsync();
            await using var command = connection.Command(database.Sql["all-delegates"], ("mission", mission.Value));
            await using var reader = await command.ExecuteReaderAsync();
            var files = new Dictionary<DelegateId, DelegateFile>();
            while (await reader.ReadAsync())
                DelegateFiles.Add(files, new DelegateId(reader.GetString(1)), reader);
            await reader.CloseAsync();
            if (database.Newcomers.IsWanted(mission))
                database.Newcomers.Complete(mission, await ReadScannedAsync(connection, mission));
            if (files.Count > 0)
                _known[mission] = new Read(files.First().Value.CatalogueVersion, files);
        }
        catch (Exception e) when (database.IsUnavailable(e))
        {
            // Whoever asks next begins again.
        }
        finally
        {
            _reading.TryRemove(mission, out _);
        }
    }

    private Task<List<DelegateId>> ReadScannedAsync(DbConnection connection, MissionId mission) =>
        connection.QueryAsync(
            database.Sql["scanned-delegates"],
            row => new DelegateId(GrainKeys.Split(row.GetString(0)).Id),
            CancellationToken.None,
            ("first", GrainKeys.Join(mission, "")),
            ("end", $"{mission.Value}0"));

    private sealed record Read(long Version, Dictionary<DelegateId, DelegateFile> Files);
}
