
namespace EventOps.Storage;

/// <summary>Loads the files of all delegates that wait in one command of four statements.</summary>
internal sealed class DelegateFiles : IDelegateFiles
{
    private readonly EventOpsDatabase _database;
    private readonly GroupReader<string, DelegateFile> _files;

    public DelegateFiles(EventOpsDatabase database)
    {
        _database = database;
        _files = new(ReadAsync, database.WhenUnavailable, database.MaxConcurrentGroupReads);
    }

    public Task<DelegateFile?> LoadAsync(MissionId mission, DelegateId @delegate, CancellationToken cancellationToken = default) =>
        _files.ReadAsync(GrainKeys.Join(mission, @delegate.Value), cancellationToken);

    private async Task<Dictionary<string, DelegateFile>> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenGroupReadAsync(cancellationToken);
        await using var command = connection.Command(_database.Sql["delegate-files"]);
        _database.AddTexts(command, "keys", [.. keys.Distinct(StringComparer.Ordinal)]);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        // The version comes first, so that what follows is at least as new.
        var versions = new Dictionary<string, long>();
        while (await reader.ReadAsync(cancellationToken))
            versions[reader.GetString(0)] = reader.GetInt64(1);

        await reader.NextResultAsync(cancellationToken);
        var badges = await ReadManyAsync(reader, row => CatalogueRows.Badge(row, 1), cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var entries = await ReadManyAsync(reader, row => JournalTable.ReadEntry(row, 1), cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var files = new Dictionary<string, DelegateFile>(keys.Count);
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = reader.GetString(0);
            var own = badges.GetValueOrDefault(key)?.ToImmutable() ?? [];
            var active = own.FirstOrDefault(badge => badge.RevokedAt is null)?.Code ?? "";
            files[key] = new(
                CatalogueRows.Delegate(reader, 1, active),
                own,
                entries.GetValueOrDefault(key)?.ToImmutable() ?? [],
                versions[GrainKeys.Split(key).Mission.Value]);
        }

        return files;
    }

    private static async Task<Dictionary<string, ImmutableArray<T>.Builder>> ReadManyAsync<T>(
        DbDataReader reader, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var many = new Dictionary<string, ImmutableArray<T>.Builder>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = reader.GetString(0);
            if (!many.TryGetValue(key, out var list))
                many[key] = list = ImmutableArray.CreateBuilder<T>();
            list.Add(read(reader));
        }

        return many;
    }
}
