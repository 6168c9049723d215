using System.Diagnostics;

namespace EventOps.Dashboard.Hosting;

/// <summary>How long the start took.</summary>
public sealed class StartUp
{
    private readonly DateTimeOffset _began = new(Process.GetCurrentProcess().StartTime.ToUniversalTime(), TimeSpan.Zero);

    private readonly TaskCompletionSource<TimeSpan> _firstScan = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>From the start of the process until it was ready, or null before.</summary>
    public TimeSpan? Ready { get; private set; }

    /// <summary>From the start of the process until the first scan was accepted.</summary>
    public Task<TimeSpan> FirstScan => _firstScan.Task;

    /// <summary>Since the start of the process.</summary>
    public TimeSpan Age(TimeProvider time) => time.GetUtcNow() - _began;

    /// <summary>Notes that it is ready now.</summary>
    public TimeSpan IsReady(TimeProvider time)
    {
        Ready = Age(time);
        return Ready.Value;
    }

    /// <summary>Notes that a scan was accepted.</summary>
    public void ScanAccepted(TimeProvider time)
    {
        if (!_firstScan.Task.IsCompleted)
            _firstScan.TrySetResult(Age(time));
    }
}
