namespace EventOps.Storage;

/// <summary>
/// Drains all keys that wait into one read, as the journal drains appends: a key costs a share of a round trip and not one of its own. One read is under
/// way at a time, so that the next takes more. It begins after its keys were asked for, so that it sees all that was committed before.
/// </summary>
/// <typeparam name="TKey">What is looked up.</typeparam>
/// <typeparam name="TResult">What is found.</typeparam>
/// <param name="read">Reads many keys at once; a key that it leaves out has the default as its result.</param>
/// <param name="unavailable">What callers see for an exception of a read; null when it does not say that the database is away.</param>
/// <param name="maxKeys">How many keys one read takes at most.</param>
public sealed class GroupReader<TKey, TResult>(
    Func<IReadOnlyList<TKey>, CancellationToken, Task<Dictionary<TKey, TResult>>> read,
    Func<Exception, StorageException?> unavailable,
    int maxKeys = 256) : IThreadPoolWorkItem
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Queue<Waiter> _waiting = new();
    private bool _reading;

    /// <summary>What is found for a key, or the default.</summary>
    /// <exception cref="StorageException">The read failed, and with it all that waited.</exception>
    public Task<TResult?> ReadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        var waiter = new Waiter(key);
        bool start;
        lock (_gate)
        {
            _waiting.Enqueue(waiter);
            start = !_reading;
            _reading = true;
        }

        if (start)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return cancellationToken.CanBeCanceled ? waiter.Task.WaitAsync(cancellationToken) : waiter.Task;
    }

    void IThreadPoolWorkItem.Execute() => _ = DrainAsync();

    private async Task DrainAsync()
    {
        while (Take() is { Count: > 0 } group)
        {
            try
            {
                var found = await read(group.ConvertAll(waiter => waiter.Key), CancellationToken.None);
                foreach (var waiter in group)
                    waiter.SetResult(found.GetValueOrDefault(waiter.Key));
            }
            catch (Exception e)
            {
                Fail(group, e);
            }
        }
    }

    private List<Waiter> Take()
    {
        lock (_gate)
        {
            var group = new List<Waiter>(Math.Min(_waiting.Count, maxKeys));
            while (group.Count < maxKeys && _waiting.TryDequeue(out var waiter))
                group.Add(waiter);
            _reading = group.Count > 0;
            return group;
        }
    }

    private void Fail(List<Waiter> group, Exception exception)
    {
        if (unavailable(exception) is { } away)
        {
            // Nobody waits for a database that is away: those in the queue fail too, and the next one tries again.
            exception = away;
            lock (_gate)
            {
                group.AddRange(_waiting);
                _waiting.Clear();
            }
        }

        foreach (var waiter in group)
            waiter.TrySetException(exception);
    }

    private sealed class Waiter(TKey key) : TaskCompletionSource<TResult?>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public TKey Key { get; } = key;
    }
}
