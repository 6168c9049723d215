using System.Diagnostics.Metrics;

namespace EventOps.Storage;

/// <summary>
/// Commits all appends that wait in one transaction, whenever the last commit is done. There is no timer: the longer a commit takes, the more wait for
/// the next one. An entry of a handle is never committed when one before it was not.
/// </summary>
internal sealed class GroupCommit
{
    private static readonly Meter Meter = new("EventOps");
    private static readonly Histogram<int> BatchSize =
        Meter.CreateHistogram<int>("eventops.journal.batch", "{entry}", "Entries in one commit of the journal.");
    private static readonly Counter<long> FailedAppends =
        Meter.CreateCounter<long>("eventops.journal.failed", "{entry}", "Appends that failed.");

    private readonly Lock _gate = new();
    private readonly Queue<PendingAppend> _waiting = new();
    private readonly List<PendingAppend> _batch = [];
    private readonly IJournalTable _table;
    private readonly WriterThread _writer;
    private readonly Action _commitWaiting;
    private readonly int _maxWaiting;
    private readonly int _maxBatch;
    private bool _scheduled;
    private long _commits;
    private long _entries;
    private long _failed;

    public GroupCommit(IJournalTable table, WriterThread writer, StorageOptions options)
    {
        _table = table;
        _writer = writer;
        _commitWaiting = CommitWaiting;
        _maxWaiting = options.MaxWaitingAppends;
        _maxBatch = options.MaxEntriesPerCommit;
    }

    public JournalStatistics Statistics
    {
        get
        {
            lock (_gate)
                return new(_commits, _entries, _failed, _waiting.Count);
        }
    }

    public Task Append(PendingAppend append)
    {
        var stream = append.Stream;
        lock (_gate)
        {
            if (stream.Closed is { } closed)
                return Task.FromException(Behind(stream, closed));
            if (append.Entry.Version != stream.LastVersion + 1)
                throw new ArgumentException($"Version {append.Entry.Version} does not follow {stream.LastVersion} in stream {stream.Key}.", nameof(append));
            if (_waiting.Count >= _maxWaiting)
            {
                stream.Closed = new JournalUnavailableException($"{_waiting.Count} entries wait for the journal already.");
                _failed++;
                return Task.FromException(stream.Closed);
            }

            stream.LastVersion++;
            stream.Unsettled++;
            _waiting.Enqueue(append);
            if (_scheduled)
                return append.Task;
            _scheduled = true;
        }

        _writer.Post(_commitWaiting);
        return append.Task;
    }

    /// <summary>Takes no more appends of a handle, and completes once all that it took have settled.</summary>
    public Task Close(JournalStream stream)
    {
        lock (_gate)
        {
            stream.Closed ??= new StreamFaultedException($"Stream {stream.Key} was opened again.");
            if (stream.Unsettled == 0)
                return Task.CompletedTask;
            stream.AllSettled ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return stream.AllSettled.Task;
        }
    }

    private void CommitWaiting()
    {
        lock (_gate)
        {
            while (_batch.Count < _maxBatch && _waiting.TryDequeue(out var append))
                _batch.Add(append);
        }

        Commit(_batch);
        _batch.Clear();

        lock (_gate)
        {
            _scheduled = _waiting.Count > 0;
            if (!_scheduled)
                return;
        }

        // Back of the queue: on SQLite other writes have their turn between two commits.
        _writer.Post(_commitWaiting);
    }

    private void Commit(List<PendingAppend> batch)
    {
        RemoveBroken(batch);
        try
        {
            while (batch.Count > 0)
            {
                if (_table.TryInsert(batch))
                {
                    Committed(batch);
                    return;
                }

                var (innocent, later) = Sift(batch, _table.FindTaken(batch));
                if (innocent.Count > 0)
                {
                    if (!_table.TryInsert(innocent))
                    {
                        // Another process was quicker once more; look again.
                        innocent.AddRange(later);
                        Replace(batch, innocent);
                        continue;
                    }

                    Committed(innocent);
                }

                Replace(batch, later);
            }
        }
        catch (Exception e)
        {
            _table.Disconnect();
            Unavailable(batch, e);
        }
    }

    /// <summary>
    /// Fails the entries whose keys are taken, and with them all of their handle that stand behind. What collides with another entry of the same
    /// batch comes later: then the other one is in the table, or is not.
    /// </summary>
    private (List<PendingAppend> Innocent, List<PendingAppend> Later) Sift(List<PendingAppend> batch, List<TakenKey> taken)
    {
        var scans = taken.ToDictionary(row => row.ScanId, row => row.Entry);
        var versions = taken.Select(row => (row.Stream, row.Version)).ToHashSet();
        var sequences = taken.Where(row => row.DelegateKey is not null).Select(row => (row.DelegateKey!, row.Sequence)).ToHashSet();
        var (innocent, later, postponed) = (new List<PendingAppend>(), new List<PendingAppend>(), new HashSet<JournalStream>());
        var keys = new HashSet<object>();
        foreach (var append in batch)
        {
            var (stream, entry) = (append.Stream, append.Entry);
            if (stream.Broken is { } broken)
                Fail(append, Behind(stream, broken));
            else if (scans.TryGetValue(entry.ScanId, out var existing))
                Fail(append, new DuplicateScanException(existing));
            else if (versions.Contains((stream.Key, entry.Version)))
                Fail(append, new VersionConflictException($"Version {entry.Version} of stream {stream.Key} was written by somebody else."));
            else if (append.DelegateKey.Length > 0 && sequences.Contains((append.DelegateKey, entry.Sequence)))
                Fail(append, new VersionConflictException($"Entry {entry.Sequence} of delegate {append.DelegateKey} was written by somebody else."));
            else if (postponed.Contains(stream) || !ClaimKeys(append, keys))
                Postpone(append);
            else
                innocent.Add(append);
        }

        if (innocent.Count == batch.Count)
            throw new InvalidOperationException("The journal refused a key that nobody has.");
        return (innocent, later);

        void Postpone(PendingAppend append)
        {
            postponed.Add(append.Stream);
            later.Add(append);
        }
    }

    private static bool ClaimKeys(PendingAppend append, HashSet<object> keys)
    {
        object version = (append.Stream.Key, append.Entry.Version);
        object sequence = (append.DelegateKey, append.Entry.Sequence);
        if (keys.Contains(append.Entry.ScanId) || keys.Contains(version) || (append.DelegateKey.Length > 0 && keys.Contains(sequence)))
            return false;
        keys.Add(append.Entry.ScanId);
        keys.Add(version);
        keys.Add(sequence);
        return true;
    }

    private void RemoveBroken(List<PendingAppend> batch)
    {
        if (!batch.Exists(append => append.Stream.Broken is not null))
            return;
        foreach (var append in batch.FindAll(append => append.Stream.Broken is not null))
            Fail(append, Behind(append.Stream, append.Stream.Broken!));
        batch.RemoveAll(append => append.Stream.Broken is not null);
    }

    private void Committed(List<PendingAppend> batch)
    {
        lock (_gate)
        {
            _commits++;
            _entries += batch.Count;
            foreach (var append in batch)
                Settle(append.Stream);
        }

        BatchSize.Record(batch.Count);
        foreach (var append in batch)
            append.SetResult();
    }

    /// <summary>Nobody waits for a database that is away: all that wait fail at once, and the next append tries again.</summary>
    private void Unavailable(List<PendingAppend> batch, Exception cause)
    {
        var failed = new List<PendingAppend>(batch);
        lock (_gate)
        {
            failed.AddRange(_waiting);
            _waiting.Clear();
        }

        foreach (var append in failed)
        {
            Fail(append, append.Stream.Broken is { } broken
                ? Behind(append.Stream, broken)
                : new JournalUnavailableException("The journal is not available; whether the entry was written is unknown.", cause));
        }
    }

    private void Fail(PendingAppend append, JournalException exception)
    {
        append.Stream.Broken ??= exception;
        lock (_gate)
        {
            _failed++;
            append.Stream.Closed ??= exception;
            Settle(append.Stream);
        }

        FailedAppends.Add(1);
        append.SetException(exception);
    }

    private static void Settle(JournalStream stream)
    {
        if (--stream.Unsettled == 0)
            stream.AllSettled?.SetResult();
    }

    private static StreamFaultedException Behind(JournalStream stream, Exception fault) =>
        new($"An earlier append to stream {stream.Key} failed, or it was opened again: {fault.Message}", fault);

    private static void Replace(List<PendingAppend> batch, List<PendingAppend> by)
    {
        batch.Clear();
        batch.AddRange(by);
    }
}
