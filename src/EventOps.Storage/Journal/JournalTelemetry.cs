using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EventOps.Storage;

/// <summary>What the journal tells of its commits.</summary>
internal static class JournalTelemetry
{
    private static readonly Histogram<int> Batch =
        Telemetry.Meter.CreateHistogram("eventops.journal.batch", "{entry}", "Entries in one commit of the journal.", null, Telemetry.Shared);

    private static readonly Histogram<double> Duration =
        Telemetry.Meter.CreateHistogram("eventops.journal.commit.duration", "s", "How long a commit of the journal took.", null, Telemetry.Seconds);

    private static readonly UpDownCounter<int> Waiting =
        Telemetry.Meter.CreateUpDownCounter<int>("eventops.journal.waiting", "{entry}", "Appends that wait for the next commit.");

    private static readonly Counter<long> Failed =
        Telemetry.Meter.CreateCounter<long>("eventops.journal.failed", "{entry}", "Appends that were not made, and why.");

    public static void Waits(int more) => Waiting.Add(more);

    /// <summary>Too many waited already.</summary>
    public static void WasFull() => Failed.Add(1, new KeyValuePair<string, object?>("reason", "full"));

    public static void HasFailed(JournalException exception) => Failed.Add(1, new KeyValuePair<string, object?>("reason", exception switch
    {
        DuplicateScanException => "duplicate",
        VersionConflictException => "conflict",
        StreamFaultedException => "behind",
        _ => "unavailable",
    }));

    public static void Committed(int entries, TimeSpan took)
    {
        Batch.Record(entries);
        Duration.Record(took.TotalSeconds);
    }

    /// <summary>
    /// One span for a commit, in the trace of the first scan that it writes. It has a link to each of its scans, and they to it: from any of them one
    /// gets to the commit that it waited for.
    /// </summary>
    public static Activity? StartCommit(List<PendingAppend> batch)
    {
        if (!Telemetry.Traces.HasListeners() || batch.FindAll(append => append.Trace is { Recorded: true }).ConvertAll(append => append.Trace!) is not [var first, ..] scans)
            return null;
        var commit = Telemetry.Traces.StartActivity("journal.commit", ActivityKind.Internal, first.Context, links: scans.Select(scan => new ActivityLink(scan.Context)));
        if (commit is null)
            return null;
        commit.SetTag("eventops.journal.batch", batch.Count);
        foreach (var scan in scans.Skip(1))
            scan.AddLink(new ActivityLink(commit.Context));
        return commit;
    }
}
