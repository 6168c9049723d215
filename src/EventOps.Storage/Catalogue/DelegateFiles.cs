
namespace EventOps.Storage;

/// <summary>Loads the files of all delegates that wait in one command of two statements.</summary>
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

        var entries = new Dictionary<string, ImmutableArray<JournalEntry>.Builder>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = reader.GetString(0);
            if (!entries.TryGetValue(key, out var own))
                entries[key] = own = ImmutableArray.CreateBuilder<JournalEntry>();
            own.Add(JournalTable.ReadEntry(reader, 1));
        }

        await reader.NextResultAsync(cancellationToken);
        var files = new Dictionary<string, DelegateFile>(keys.Count);
        while (await reader.ReadAsync(cancellationToken))
        {
            // A row for each badge: the first makes the file.
            var key = reader.GetString(0);
            var file = files.GetValueOrDefault(key)
                ?? new(CatalogueRows.Delegate(reader, 1, ""), [], entries.GetValueOrDefault(key)?.ToImmutable() ?? [], reader.GetInt64(8));
            files[key] = reader.IsDBNull(9) ? file : With(file, CatalogueRows.Badge(reader, 9));
        }

        return files;
    }

    private static DelegateFile With(DelegateFile file, Badge badge) => file with
    {
        Record = badge.RevokedAt is null ? file.Record with { Badge = badge.Code } : file.Record,
        Badges = file.Badges.Add(badge),
    };
}
