namespace EventOps.Storage;

/// <summary>
/// A thread of its own for writing, one job after the other. The journal's commits are synchronous on it: a commit is a wait for the disk, which
/// asynchronous calls would only lengthen. On SQLite, which has one writer at a time, all writes go through it, so that none waits by polling.
/// </summary>
internal sealed class WriterThread : IAsyncDisposable
{
    private readonly Queue<Action> _jobs = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _ending;

    public WriterThread(string name) => new Thread(Run) { Name = name, IsBackground = true }.Start();

    /// <summary>Runs a job, which must not throw, after those that were posted before.</summary>
    public void Post(Action job)
    {
        lock (_jobs)
        {
            ObjectDisposedException.ThrowIf(_ended.Task.IsCompleted, this);
            _jobs.Enqueue(job);
            Monitor.Pulse(_jobs);
        }
    }

    /// <summary>Ends once the jobs that wait, and those that they post, are done.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_jobs)
        {
            _ending = true;
            Monitor.Pulse(_jobs);
        }

        await _ended.Task;
    }

    private void Run()
    {
        while (true)
        {
            Action? job;
            lock (_jobs)
            {
                while (!_jobs.TryDequeue(out job))
                {
                    if (_ending)
                    {
                        _ended.SetResult();
                        return;
                    }

                    Monitor.Wait(_jobs);
                }
            }

            job();
        }
    }
}
