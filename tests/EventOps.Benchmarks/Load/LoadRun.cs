using System.Diagnostics;

namespace EventOps.Benchmarks.Load;

/// <summary>How requests went, all of them answered.</summary>
internal sealed record LoadRun
{
    private readonly long[] _times;

    /// <param name="count">How many were answered.</param>
    /// <param name="took">How long all took.</param>
    /// <param name="times">How long each took, in ticks of the stopwatch.</param>
    public LoadRun(int count, TimeSpan took, long[] times)
    {
        Count = count;
        Rate = count / took.TotalSeconds;
        _times = times;
        Array.Sort(_times);
    }

    /// <summary>How many were answered.</summary>
    public int Count { get; }

    /// <summary>How many a second.</summary>
    public double Rate { get; }

    /// <summary>Processor time of each process, in microseconds a request.</summary>
    public ProcessorTimes Cost { get; init; }

    /// <summary>Which time, in milliseconds, a share of the requests did not exceed.</summary>
    public double Quantile(double share) => Stopwatch.GetElapsedTime(0, _times[(int)(share * (_times.Length - 1))]).TotalMilliseconds;
}
