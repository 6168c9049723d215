using System.Diagnostics.Metrics;

namespace EventOps.Storage;

/// <summary>What group reads tell.</summary>
internal static class ReadTelemetry
{
    private static readonly Histogram<int> Keys =
        Telemetry.Meter.CreateHistogram("eventops.read.batch", "{key}", "Keys that were looked up in one read.", null, Telemetry.Shared);

    private static readonly Histogram<double> Duration =
        Telemetry.Meter.CreateHistogram("eventops.read.duration", "s", "How long a read of many keys took.", null, Telemetry.Seconds);

    public static void Found(int keys, TimeSpan took)
    {
        Keys.Record(keys);
        Duration.Record(took.TotalSeconds);
    }
}
