namespace EventOps.Testing;

/// <summary>What a device, a page or somebody who looks again and again waits before the next try.</summary>
public static class Pause
{
    /// <summary>A fifth of a second.</summary>
    public static Task AShortOne() => Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);

    /// <summary>Looks until it is so.</summary>
    /// <exception cref="TimeoutException">It has not come to be so.</exception>
    public static async Task UntilAsync(string what, Func<Task<bool>> isSo, TimeSpan? patience = null)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(began) > (patience ?? TimeSpan.FromSeconds(90)))
                throw new TimeoutException($"Waited for {what}.");
            await AShortOne();
        }
    }
}
