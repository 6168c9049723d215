namespace EventOps.Storage;

/// <summary>The journal of both databases: what differs is in its table.</summary>
internal sealed class VenueJournal : IJournal
{
    private readonly EventOpsDatabase _database;
    private readonly GroupCommit _commit;
    private readonly GroupReader<Guid, JournalEntry> _scans;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, JournalStream> _open = [];

    public VenueJournal(EventOpsDatabase database)
    {
        _database = database;
        _commit = new GroupCommit(database.CreateJournalTable(), database.Writer, database.Newcomers, database.Options);
        _scans = new(ReadScansAsync, database.WhenUnavailable);
    }

    public JournalStatistics Statistics => _commit.Statistics;

    public async Task<JournalStream> OpenAsync(MissionId mission, VenueId venue, long after, CancellationToken cancellationToken = default)
    {
        JournalStream stream;
        Task earlierSettled;
        lock (_gate)
        {
            var key = GrainKeys.Join(mission, venue.Value);
            earlierSettled = _open.GetValueOrDefault(key)?.CloseAsync() ?? Task.CompletedTask;
            stream = new JournalStream(_commit, mission, venue, earlierSettled);
            _open[key] = stream;
        }

        await earlierSettled.WaitAsync(cancellationToken);
        var entries = await ReadStreamAsync(mission, venue, after, int.MaxValue, cancellationToken);
        stream.Opened(entries, entries.Count > 0 ? entries[^1].Version : after);
        return stream;
    }

    public async Task<JournalEntry?> FindAsync(MissionId mission, Guid scanId, CancellationToken cancellationToken = default) =>
        await _scans.ReadAsync(scanId, cancellationToken) is { } entry && entry.Mission == mission ? entry : null;

    public async Task<IReadOnlyList<JournalEntry>> ReadSessionAsync(
        MissionId mission, SessionId session, CancellationToken cancellationToken = default)
    {
        var entries = await ReadAsync("read-session", cancellationToken, ("session", GrainKeys.Join(mission, session.Value)));
        return StreamMerge.ByTime(entries);
    }

    public async Task<IReadOnlyList<JournalEntry>> ReadStreamAsync(
        MissionId mission, VenueId venue, long after, int limit, CancellationToken cancellationToken = default) =>
        await ReadAsync(
            "read-stream", cancellationToken, ("stream", GrainKeys.Join(mission, venue.Value)), ("after", after), ("limit", (long)limit));

    private async Task<List<JournalEntry>> ReadAsync(
        string statement, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        try
        {
            await using var connection = await _database.OpenGroupReadAsync(cancellationToken);
            return await connection.QueryAsync(_database.Sql[statement], row => JournalTable.ReadEntry(row, 0), cancellationToken, parameters);
        }
        catch (Exception e) when (_database.IsUnavailable(e))
        {
            throw _database.Unavailable(e);
        }
    }

    private async Task<Dictionary<Guid, JournalEntry>> ReadScansAsync(IReadOnlyList<Guid> scanIds, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenGroupReadAsync(cancellationToken);
        var command = connection.Command(_database.Sql["find-scans"]);
        _database.AddTexts(command, "scan_ids", [.. scanIds.Select(id => id.ToString("N"))]);
        var entries = await command.QueryAsync(row => JournalTable.ReadEntry(row, 0), cancellationToken);
        foreach (var entry in entries.Where(entry => entry.Delegate is not null))
            _database.Newcomers.Remove(entry.Mission, entry.Delegate!.Value);
        return entries.ToDictionary(entry => entry.ScanId);
    }
}
