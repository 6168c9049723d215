using System.Collections.Immutable;

namespace EventOps.Domain.Venues;

/// <summary>Comings and goings of the last ten minutes, by the minute. Costs the same however many people pass.</summary>
public sealed class SlidingWindow
{
    /// <summary>How many minutes are looked back on.</summary>
    public const int Minutes = 10;

    private readonly int[] _in = new int[Minutes];
    private readonly int[] _out = new int[Minutes];
    private long _minute;

    /// <summary>An empty window.</summary>
    public SlidingWindow()
    {
    }

    /// <summary>A window as it was saved.</summary>
    public SlidingWindow(SavedWindow saved)
    {
        _minute = saved.Minute;
        saved.Comings.CopyTo(_in);
        saved.Goings.CopyTo(_out);
    }

    /// <summary>What a later activation starts from.</summary>
    public SavedWindow Save() => new(_minute, [.. _in], [.. _out]);

    /// <summary>Counts one who came.</summary>
    public void Enter(DateTimeOffset at) => _in[Slot(at)]++;

    /// <summary>Counts one who went.</summary>
    public void Leave(DateTimeOffset at) => _out[Slot(at)]++;

    /// <summary>How many more are inside than ten minutes before a moment.</summary>
    public int Trend(DateTimeOffset now) => Sum(_in, now) - Sum(_out, now);

    /// <summary>How many came a minute, over the ten minutes before a moment.</summary>
    public double ArrivalsPerMinute(DateTimeOffset now) => Sum(_in, now) / (double)Minutes;

    private static long MinuteOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / 60;

    private int Slot(DateTimeOffset at)
    {
        var minute = MinuteOf(at);
        if (minute > _minute)
        {
            for (var stale = Math.Max(_minute + 1, minute - Minutes + 1); stale <= minute; stale++)
                _in[stale % Minutes] = _out[stale % Minutes] = 0;
            _minute = minute;
        }

        // A clock that stepped back counts in the latest minute.
        return (int)(_minute % Minutes);
    }

    private int Sum(int[] counts, DateTimeOffset now)
    {
        var sum = 0;
        for (var minute = Math.Max(MinuteOf(now) - Minutes + 1, _minute - Minutes + 1); minute <= _minute; minute++)
            sum += minute >= 0 ? counts[minute % Minutes] : 0;
        return sum;
    }
}

/// <summary>A <see cref="SlidingWindow"/> at rest.</summary>
/// <param name="Minute">The last minute that is counted, since the epoch.</param>
/// <param name="Comings">By minute modulo ten.</param>
/// <param name="Goings">By minute modulo ten.</param>
public sealed record SavedWindow(long Minute, ImmutableArray<int> Comings, ImmutableArray<int> Goings);
