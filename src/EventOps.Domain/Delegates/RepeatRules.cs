using EventOps.Contracts.Scans;

namespace EventOps.Domain.Delegates;

/// <summary>What a scan id stands for (rule 1).</summary>
public static class RepeatRules
{
    private const byte DepartureMark = 0xD5;

    /// <summary>
    /// Whether a scan is the one that an entry answered. When it was sent does not matter, for that is another try; nor does where the session takes place now.
    /// </summary>
    public static bool IsSameScan(JournalEntry answered, ScanCommand command) =>
        answered.Kind is EntryKind.Admitted or EntryKind.Exited or EntryKind.Refused
        && answered.Mission == command.Mission
        && string.Equals(answered.Code, command.Code, StringComparison.Ordinal)
        && (command.Code is not null || answered.Delegate == command.Delegate)
        && answered.Direction == command.Direction
        && answered.ScannedAt == command.ScannedAt
        && answered.Door.Session == command.Door.Session
        && (command.Door.Session is not null || answered.Door == command.Door)
        && string.Equals(answered.Reason, command.OverrideReason, StringComparison.Ordinal);

    /// <summary>Whether an annulment is the one that an entry answered.</summary>
    public static bool IsSameAnnulment(JournalEntry answered, AnnulCommand command) =>
        answered.Annuls?.ScanId == command.ScanId && string.Equals(answered.Reason, command.Reason, StringComparison.Ordinal);

    /// <summary>
    /// The id of the entry that takes a person out of the venue that they left to make a scan: always the same for the same scan. One that is tried again after
    /// the person went back in takes them out again, as another try.
    /// </summary>
    public static Guid DepartureOf(Guid scanId, int tried = 0)
    {
        Span<byte> bytes = stackalloc byte[16];
        scanId.TryWriteBytes(bytes);
        bytes[15] ^= DepartureMark;
        bytes[14] ^= (byte)tried;
        return new Guid(bytes);
    }
}
