using Microsoft.Extensions.Logging;

namespace EventOps.EmbeddedOrleans;

/// <summary>A timer whose ticks are turns of its grain. The next one is set when a tick has ended, so ticks never pile up.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly CallRules _rules;
    private readonly CancellationTokenSource _disposed = new();
    private readonly ITimer _timer;
    private TimeSpan _dueTime;
    private TimeSpan _period;
    private bool _ticking;
    private bool _changed;

    public GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        Check(options.DueTime, options.Period);
        _activation = activation;
        _callback = callback;
        _rules = new CallRules("A timer's tick", OneWay: true, AlwaysInterleave: options.Interleave, KeepsAlive: options.KeepAlive);
        _period = options.Period;
        activation.Add(this);
        using (ExecutionContext.SuppressFlow())
            _timer = activation.Runtime.Time.CreateTimer(static self => ((GrainTimer)self!).Due(), this, options.DueTime, Timeout.InfiniteTimeSpan);
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, period);
        lock (_disposed)
        {
            (_dueTime, _period, _changed) = (dueTime, period, true);
            if (!_ticking)
                Set(dueTime);
        }
    }

    public void Dispose()
    {
        try
        {
            _disposed.Cancel();
        }
        catch (AggregateException error)
        {
            _activation.Runtime.Log.LogError(error, "A timer of {Grain} failed while it was stopped", _activation.GrainId);
        }

        _timer.Dispose();
        _activation.Remove(this);
    }

    private static void Check(TimeSpan dueTime, TimeSpan period)
    {
        foreach (var span in (ReadOnlySpan<TimeSpan>)[dueTime, period])
        {
            if (span < TimeSpan.Zero && span != Timeout.InfiniteTimeSpan)
                throw new ArgumentOutOfRangeException(nameof(dueTime), span, "Times of a timer are not negative, but for infinite ones.");
        }
    }

    private void Due()
    {
        lock (_disposed)
            (_ticking, _changed) = (true, false);
        _activation.TryAccept(new Tick(this) { Rules = _rules });
    }

    private async Task RunAsync()
    {
        try
        {
            if (!_disposed.IsCancellationRequested)
                await _callback(_disposed.Token);
        }
        finally
        {
            lock (_disposed)
            {
                _ticking = false;
                if (!_disposed.IsCancellationRequested)
                    Set(_changed ? _dueTime : _period);
            }
        }
    }

    private void Set(TimeSpan dueTime) => _timer.Change(dueTime, Timeout.InfiniteTimeSpan);

    internal sealed class Tick(GrainTimer timer) : PlainRequest
    {
        public override Task Invoke(object target) => timer.RunAsync();
    }
}
