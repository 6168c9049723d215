using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EventOps.Storage;

/// <summary>Under which name EventOps measures and traces. Nothing here names a person, and no tag has more values than the sources have words.</summary>
public static class Telemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "EventOps";

    /// <summary>What is counted and measured; docs/operations.md says what each is for.</summary>
    public static Meter Meter { get; } = new(Name);

    /// <summary>The way of a scan through the grains to its commit. Begins nothing while nobody listens.</summary>
    public static ActivitySource Traces { get; } = new(Name);

    /// <summary>Bounds of histograms of seconds: the aim of a scan lies in the middle, what a caller waits for at most is near the end.</summary>
    public static InstrumentAdvice<double> Seconds { get; } = new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 3, 10] };

    /// <summary>Bounds of histograms of how many share a round trip.</summary>
    public static InstrumentAdvice<int> Shared { get; } = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] };
}
