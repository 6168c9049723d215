using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>How a grain timer ticks.</summary>
public readonly struct GrainTimerCreationOptions()
{
    /// <summary>A timer that does not interleave and keeps nothing alive.</summary>
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period) : this()
    {
        DueTime = dueTime;
        Period = period;
    }

    /// <summary>Time to the first tick; infinite for none until <see cref="IGrainTimer.Change"/>.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>Time from the end of a tick to the next one; infinite for a single tick.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Whether a tick may interleave with calls. False by default.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether a tick counts as use of the grain. False by default.</summary>
    public bool KeepAlive { get; init; }
}

/// <summary>A timer of a grain. Disposing it stops it and cancels the tick that runs.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Sets new times; during a tick they count from its end.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}
