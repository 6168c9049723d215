namespace EventOps.Dashboard.Tests.Running;

/// <summary>A clock on the wall that a test sets and that then stands still. What waits, still waits in real time.</summary>
public sealed class SetClock : TimeProvider
{
    /// <summary>16 February 2026, 09:00 in Mexico City: the doors of most of the small mission's sessions are open.</summary>
    public static DateTimeOffset Nine { get; } = new(2026, 2, 16, 9, 0, 0, TimeSpan.FromHours(-6));

    public DateTimeOffset Now { get; set; } = Nine;

    /// <summary>Called whenever someone asks what time it is.</summary>
    public Action? Asked { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        Asked?.Invoke();
        return Now.ToUniversalTime();
    }
}
