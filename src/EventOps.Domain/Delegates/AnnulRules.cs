using EventOps.Contracts.Scans;

namespace EventOps.Domain.Delegates;

/// <summary>Who may make a scan not have happened, and until when (rule 8).</summary>
public static class AnnulRules
{
    /// <summary>Why a refusal cannot be annulled.</summary>
    public const string ChangedNothing = "Only an admission or an exit can be annulled; this scan changed nothing.";

    /// <summary>How long the device that made a scan may annul it; a supervisor may always.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Why a scan cannot be annulled, or null when it can.</summary>
    public static string? Check(JournalEntry scan, JournalEntry? annulment, AnnulCommand command)
    {
        if (scan.Kind is not (EntryKind.Admitted or EntryKind.Exited))
            return ChangedNothing;
        if (annulment is not null)
            return "This scan has been annulled already.";
        if (command.BySupervisor)
            return null;
        if (scan.Device != command.Device)
            return "Another device made this scan; a supervisor can annul it.";
        if (command.ReceivedAt - scan.At > Window)
            return "This scan is more than 15 minutes old; a supervisor can annul it.";
        return null;
    }
}
