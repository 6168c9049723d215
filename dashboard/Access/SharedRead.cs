namespace EventOps.Dashboard.Access;

/// <summary>
/// A read that many may ask for at once: one is under way at a time, and all who ask meanwhile share the next, so that everyone sees what was there when they asked.
/// </summary>
public sealed class SharedRead
{
    private readonly Lock _gate = new();
    private Task _underWay = Task.CompletedTask;
    private Task? _next;

    /// <summary>Completes with a read that began after the call.</summary>
    public Task Join(Func<Task> read)
    {
        lock (_gate)
            return _next ??= ReadAfter(_underWay, read);
    }

    private async Task ReadAfter(Task before, Func<Task> read)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (_gate)
            (_underWay, _next) = (_next!, null);
        await read();
    }
}
