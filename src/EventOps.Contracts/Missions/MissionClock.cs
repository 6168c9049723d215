namespace EventOps.Contracts.Missions;

/// <summary>What time it is for a mission: the real time, or a rehearsal's, which starts where it likes and runs faster or not at all.</summary>
/// <param name="RealAnchor">A moment of the real clock.</param>
/// <param name="MissionAnchor">What time it was for the mission at that moment.</param>
/// <param name="Speed">Mission seconds for each real second; 1 is real time, 0 stands still; at most 600.</param>
[GenerateSerializer, Immutable, Alias("eventops.mission-clock")]
public sealed record MissionClock(
    [property: Id(0)] DateTimeOffset RealAnchor,
    [property: Id(1)] DateTimeOffset MissionAnchor,
    [property: Id(2)] double Speed)
{
    /// <summary>The fastest a rehearsal runs.</summary>
    public const double MaxSpeed = 600;

    /// <summary>The real time.</summary>
    public static MissionClock Real { get; } = new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, 1);

    /// <summary>Whether the mission is rehearsed and not lived.</summary>
    public bool IsRehearsal => this != Real;

    /// <summary>The mission's time at a moment of the real clock.</summary>
    public DateTimeOffset At(DateTimeOffset real)
    {
        var elapsed = real - RealAnchor;
        // A product with a double loses ticks after some decades, and the real clock's anchor is in 1970.
        return MissionAnchor + (Speed == 1 ? elapsed : elapsed * Speed);
    }

    /// <summary>How long it takes in real time until the mission's clock shows a moment; infinite when it stands still.</summary>
    public TimeSpan Until(DateTimeOffset moment, DateTimeOffset real) =>
        Speed == 0 ? Timeout.InfiniteTimeSpan : (moment - At(real)) / Speed;

    /// <summary>The same time from now on at another speed.</summary>
    public MissionClock WithSpeed(double speed, DateTimeOffset real) => new(real, At(real), speed);

    /// <summary>A clock that shows a moment now.</summary>
    public MissionClock Showing(DateTimeOffset moment, DateTimeOffset real) => new(real, moment, Speed);
}
