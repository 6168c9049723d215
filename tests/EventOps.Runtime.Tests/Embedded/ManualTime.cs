namespace EventOps.Runtime.Tests.Embedded;

/// <summary>Time that stands still until a test moves it. Timers fire in order, on the thread that moves it.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private readonly List<(DateTimeOffset Due, TaskCompletionSource Set)> _expected = [];
    private DateTimeOffset _now = new(2026, 2, 16, 14, 30, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (NextUntil(end) is { } alarm)
            alarm.Ring();
        lock (_gate)
            _now = end;
    }

    /// <summary>Waits until a timer is set to ring this long from now.</summary>
    public Task WhenSetFor(TimeSpan fromNow)
    {
        lock (_gate)
        {
            var due = _now + fromNow;
            if (_alarms.Exists(alarm => alarm.Due == due))
                return Task.CompletedTask;
            var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _expected.Add((due, set));
            return set.Task.WaitAsync(TimeSpan.FromSeconds(20), System);
        }
    }

    private Alarm? NextUntil(DateTimeOffset end)
    {
        lock (_gate)
        {
            var next = _alarms.Where(alarm => alarm.Due <= end).MinBy(alarm => alarm.Due);
            if (next is not null)
                next.Set(_now = next.Due > _now ? next.Due : _now);
            return next;
        }
    }

    private sealed class Alarm(ManualTime time, Action ring) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset Due { get; private set; }

        public void Ring() => ring();

        // Rings again a period from now, or never.
        public void Set(DateTimeOffset now)
        {
            if (_period > TimeSpan.Zero)
                Due = now + _period;
            else
                time._alarms.Remove(this);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                _period = period;
                time._alarms.Remove(this);
                if (dueTime < TimeSpan.Zero)
                    return true;
                Due = time._now + dueTime;
                time._alarms.Add(this);
                foreach (var (due, set) in time._expected)
                {
                    if (due == Due)
                        set.TrySetResult();
                }

                return true;
            }
        }

        public void Dispose()
        {
            lock (time._gate)
                time._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
