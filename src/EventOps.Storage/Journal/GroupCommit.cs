using System.Diagnostics;

namespace EventOps.Storage;

/// <summary>
/// Commits all appends that wait in one transaction, whenever the last commit is done. There is no timer: the longer a commit takes, the more wait for
/// the next one. An entry of a handle is never committed when one before it was not. While the callers of one commit are told, the next is under way.
/// </summary>
internal sealed class GroupCommit
{
    private readonly Lock _gate = new();
    private readonly Queue<PendingAppend> _waiting = new();
    private readonly IJournalTable _table;
    private readonly WriterThread _writer;
    private readonly Newcomers _newcomers;
    private readonly Action _commitWaiting;
    private readonly int _maxWaiting;
    private readonly int _maxBatch;
    private bool _scheduled;
    private long _commits;
    private long _entries;
    private long _failed;

    public GroupCommit(IJournalTable table, WriterThread writer, Newcomers newcomers, StorageOptions options)
    {
        _table = table;
        _writer = writer;
        _newcomers = newcomers;
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
        if (append.Entry.Delegate is { } person)
            _newcomers.Remove(append.Entry.Mission, person);
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
                JournalTelemetry.WasFull();
                return Task.FromException(stream.Closed);
            }

            stream.LastVersion++;
            stream.Unsettled++;
            _waiting.Enqueue(append);
            JournalTelemetry.Waits(1);
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
        List<PendingAppend> batch;
        lock (_gate)
        {
            batch = new(Math.Min(_waiting.Count, _maxBatch));
            while (batch.Count < _maxBatch && _waiting.TryDequeue(out var append))
                batch.Add(append);
        }

        JournalTelemetry.Waits(-batch.Count);
        Commit(batch);

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
                if (TryInsert(batch))
                {
                    Committed(batch);
                    return;
                }

                var (innocent, later) = Sift(batch, _table.FindTaken(batch));
                batch = [.. innocent, .. later];
                if (innocent.Count > 0)
                {
                    // Else another process was quicker once more; look again.
                    if (!TryInsert(innocent))
                        continue;
                    Committed(innocent);
                }

                batch = later;
            }
        }
        catch (Exception e)
        {
            _table.Disconnect();
            Unavailable(batch, e);
        }
    }

    private bool TryInsert(List<PendingAppend> batch)
    {
        using var span = JournalTelemetry.StartCommit(batch);
        var began = Stopwatch.GetTimestamp();
        var inserted = false;
        try
        {
            inserted = _table.TryInsert(batch);
            return inserted;
        }
        finally
        {
            if (inserted)
                JournalTelemetry.Committed(batch.Count, Stopwatch.GetElapsedTime(began));
            else
                span?.SetStatus(ActivityStatusCode.Error);
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
                Fail(append, Duplicate(existing));
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

        // Not here: the writer has the next commit to begin.
        ThreadPool.UnsafeQueueUserWorkItem(
            static committed =>
            {
                foreach (var append in committed)
                    append.SetResult();
            },
            batch,
            preferLocal: false);
    }

    /// <summary>Nobody waits for a database that is away: all that wait fail at once, and the next append tries again.</summary>
    private void Unavailable(List<PendingAppend> batch, Exception cause)
    {
        var failed = new List<PendingAppend>(batch);
        lock (_gate)
        {
            failed.AddRange(_waiting);
            JournalTelemetry.Waits(-_waiting.Count);
            _waiting.Clear();
        }

        foreach (var append in failed)
        {
            Fail(append, append.Stream.Broken is { } broken
                ? Behind(append.Stream, broken)
                : new JournalUnavailableException("The journal is not available; whether the entry was written is unknown.", cause));
        }
    }

    private DuplicateScanException Duplicate(JournalEntry existing)
    {
        if (existing.Delegate is { } person)
            _newcomers.Remove(existing.Mission, person);
        return new(existing);
    }

    private void Fail(PendingAppend append, JournalException exception)
    {
        if (exception is VersionConflictException)
            _newcomers.Distrust();
        append.Stream.Broken ??= exception;
        lock (_gate)
        {
            _failed++;
            append.Stream.Closed ??= exception;
            Settle(append.Stream);
        }

        JournalTelemetry.HasFailed(exception);
        append.SetException(exception);
    }

    private static void Settle(JournalStream stream)
    {
        if (--stream.Unsettled == 0)
            stream.AllSettled?.SetResult();
    }

    private static StreamFaultedException Behind(JournalStream stream, Exception fault) =>
        new($"An earlier append to stream {stream.Key} failed, or it was opened again: {fault.Message}", fault);
}
