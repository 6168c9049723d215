using Orleans.Runtime;

namespace EventOps.Grains;

/// <summary>Tells of changes at once when it is quiet, and at most ten times a second when it is busy. The last change is always told.</summary>
internal sealed class Announcer : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Action _announce;
    private readonly IGrainTimer _pause;
    private bool _pausing;
    private bool _changed;

    public Announcer(IGrainBase grain, Action announce)
    {
        _announce = announce;
        _pause = grain.RegisterGrainTimer(PauseIsOver, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { Interleave = true });
    }

    public void Changed()
    {
        _changed = true;
        if (!_pausing)
            Announce();
    }

    public void Dispose() => _pause.Dispose();

    private void Announce()
    {
        _changed = false;
        _pausing = true;
        _pause.Change(Pause, Timeout.InfiniteTimeSpan);
        _announce();
    }

    private Task PauseIsOver(CancellationToken cancellation)
    {
        _pausing = false;
        if (_changed)
            Announce();
        return Task.CompletedTask;
    }
}
