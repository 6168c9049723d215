namespace EventOps.Storage;

/// <summary>Loads the files of all delegates that wait in one command: their entries alone where the process knows the people, and nothing of newcomers.</summary>
internal sealed class DelegateFiles : IDelegateFiles
{
    private readonly EventOpsDatabase _database;
    private readonly KnownDelegates _known;
    private readonly GroupReader<string, ImmutableArray<JournalEntry>> _entries;
    private readonly GroupReader<string, DelegateFile> _files;

    public DelegateFiles(EventOpsDatabase database)
    {
        _database = database;
        _known = new(database);
        _entries = new(ReadEntriesAsync, database.WhenUnavailable);
        _files = new(ReadFilesAsync, database.WhenUnavailable);
    }

    public Task<DelegateFile?> LoadAsync(MissionId mission, DelegateId @delegate, long atLeast, CancellationToken cancellationToken = default)
    {
        var known = _known.Find(mission, @delegate, atLeast);
        if (known is not null && _database.Newcomers.Contains(mission, @delegate))
            return Task.FromResult<DelegateFile?>(known);
        var key = GrainKeys.Join(mission, @delegate.Value);
        return known is null ? _files.ReadAsync(key, cancellationToken) : LoadEntriesAsync(known, key, cancellationToken);
    }

    /// <summary>Reads a mission's people, as the first question for one of them begins to.</summary>
    internal Task KnowAsync(MissionId mission) => _known.ReadAsync(mission);

    /// <summary>Takes in a row of a delegate and one of their badges; the first makes the file.</summary>
    internal static void Add<TKey>(Dictionary<TKey, DelegateFile> files, TKey key, DbDataReader row)
        where TKey : notnull
    {
        var file = files.GetValueOrDefault(key) ?? new(CatalogueRows.Delegate(row, 1, ""), [], [], row.GetInt64(8));
        files[key] = row.IsDBNull(9) ? file : With(file, CatalogueRows.Badge(row, 9));
    }

    private async Task<DelegateFile?> LoadEntriesAsync(DelegateFile known, string key, CancellationToken cancellationToken) =>
        await _entries.ReadAsync(key, cancellationToken) is { IsDefault: false } entries ? known with { Entries = entries } : known;

    private async Task<Dictionary<string, ImmutableArray<JournalEntry>>> ReadEntriesAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenGroupReadAsync(cancellationToken);
        await using var command = CommandOf(connection, "delegate-entries", keys);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await EntriesAsync(reader, cancellationToken);
    }

    private async Task<Dictionary<string, DelegateFile>> ReadFilesAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenGroupReadAsync(cancellationToken);
        await using var command = CommandOf(connection, "delegate-files", keys);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var entries = await EntriesAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var files = new Dictionary<string, DelegateFile>(keys.Count);
        while (await reader.ReadAsync(cancellationToken))
            Add(files, reader.GetString(0), reader);
        foreach (var (key, own) in entries)
        {
            if (files.TryGetValue(key, out var file))
                files[key] = file with { Entries = own };
        }

        return files;
    }

    private DbCommand CommandOf(DbConnection connection, string statement, IReadOnlyList<string> keys)
    {
        var command = connection.Command(_database.Sql[statement]);
        _database.AddTexts(command, "keys", [.. keys.Distinct(StringComparer.Ordinal)]);
        return command;
    }

    private static async Task<Dictionary<string, ImmutableArray<JournalEntry>>> EntriesAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<string, ImmutableArray<JournalEntry>>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = reader.GetString(0);
            entries[key] = (entries.TryGetValue(key, out var own) ? own : []).Add(JournalTable.ReadEntry(reader, 1));
        }

        return entries;
    }

    private static DelegateFile With(DelegateFile file, Badge badge) => file with
    {
        Record = badge.RevokedAt is null ? file.Record with { Badge = badge.Code } : file.Record,
        Badges = file.Badges.Add(badge),
    };
}
