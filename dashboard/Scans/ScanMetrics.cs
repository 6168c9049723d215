using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using System.Text.Json;
using EventOps.Contracts.Scans;
using EventOps.Storage;

namespace EventOps.Dashboard.Scans;

/// <summary>Counts the answers to scans, by outcome and reason, and how long they took.</summary>
internal static class ScanMetrics
{
    private static readonly Counter<long> Answered = Telemetry.Meter.CreateCounter<long>("eventops.scans", "{scan}", "Scans that were answered.");

    private static readonly Histogram<double> Duration =
        Telemetry.Meter.CreateHistogram("eventops.scan.duration", "s", "From a well-formed scan to its entry on disk.", null, Telemetry.Seconds);

    private static readonly FrozenDictionary<RefusalReason, string> Reasons =
        Enum.GetValues<RefusalReason>().ToFrozenDictionary(reason => reason, reason => JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString()));

    public static void Decided(JournalEntry entry, TimeSpan took)
    {
        Answered.Add(
            1,
            new KeyValuePair<string, object?>("outcome", ScanAnswer.WordOf(entry.Kind)),
            new KeyValuePair<string, object?>("reason", entry.Refusal is { } refusal ? Reasons[refusal.Reason] : ""));
        Duration.Record(took.TotalSeconds);
    }
}
