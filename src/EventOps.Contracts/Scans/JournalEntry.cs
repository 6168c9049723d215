using System.Text.Json.Serialization;

namespace EventOps.Contracts.Scans;

/// <summary>
/// One fact of a venue's stream, and the first and last answer to its scan: what is told to the door is made of this record alone, so that a repeat
/// tells the same. It holds ids and no personal data, and has a who (rule 10).
/// </summary>
/// <param name="Mission">The mission.</param>
/// <param name="Venue">The venue whose stream it is in.</param>
/// <param name="Version">Its place in the stream, from 1 without gaps.</param>
/// <param name="ScanId">The idempotency key.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Delegate">The person, or null when the code says nothing to us.</param>
/// <param name="Sequence">Which entry of this person it is, from 1 without gaps; 0 without a person.</param>
/// <param name="Code">The raw code that was read, or null when the person was picked by name.</param>
/// <param name="Door">Where.</param>
/// <param name="Direction">In or out, as asked.</param>
/// <param name="At">The mission's clock: when it was decided.</param>
/// <param name="ScannedAt">The device's clock at the scan.</param>
/// <param name="SentAt">The device's clock when it sent the scan, or null.</param>
/// <param name="Device">The device.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Occupancy">The door's place once this had happened.</param>
/// <param name="Refusal">Why not, when refused.</param>
/// <param name="Overrode">What the operator overrode, or null.</param>
/// <param name="Reason">Why the operator overrode or annulled, or null.</param>
/// <param name="Marks">What a person should look at.</param>
/// <param name="Annuls">The scan that this annulment makes not have happened, or null.</param>
/// <param name="Arrival">Whether this brought the person into the venue from outside.</param>
/// <param name="Place">Where this leaves the person: the room, or null in the foyer or outside (see <paramref name="Inside"/>).</param>
/// <param name="Inside">Whether this leaves the person inside the venue.</param>
[GenerateSerializer, Immutable, Alias("eventops.journal-entry")]
public sealed record JournalEntry(
    [property: Id(0)] MissionId Mission,
    [property: Id(1)] VenueId Venue,
    [property: Id(2)] long Version,
    [property: Id(3)] Guid ScanId,
    [property: Id(4), JsonIgnore(Condition = JsonIgnoreCondition.Never)] EntryKind Kind,
    [property: Id(5)] DelegateId? Delegate,
    [property: Id(6)] int Sequence,
    [property: Id(7)] string? Code,
    [property: Id(8)] Door Door,
    [property: Id(9)] Direction Direction,
    [property: Id(10)] DateTimeOffset At,
    [property: Id(11)] DateTimeOffset ScannedAt,
    [property: Id(12)] DateTimeOffset? SentAt,
    [property: Id(13)] DeviceId Device,
    [property: Id(14)] OperatorId Operator,
    [property: Id(15)] Occupancy Occupancy,
    [property: Id(16)] Refusal? Refusal,
    [property: Id(17)] RefusalReason? Overrode,
    [property: Id(18)] string? Reason,
    [property: Id(19)] EntryMarks Marks,
    [property: Id(20)] AnnulledScan? Annuls,
    [property: Id(21)] bool Arrival,
    [property: Id(22)] RoomId? Place,
    [property: Id(23)] bool Inside);

/// <summary>The scan that an annulment makes not have happened.</summary>
/// <param name="ScanId">The scan.</param>
/// <param name="Kind">What it had said.</param>
/// <param name="At">When it had been decided.</param>
/// <param name="Arrival">Whether it had brought the person into the venue from outside.</param>
[GenerateSerializer, Immutable, Alias("eventops.annulled-scan")]
public sealed record AnnulledScan(
    [property: Id(0)] Guid ScanId,
    [property: Id(1)] EntryKind Kind,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] bool Arrival);

/// <summary>What an entry says.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<EntryKind>))]
public enum EntryKind
{
    /// <summary>The person was let in.</summary>
    Admitted,

    /// <summary>The person left.</summary>
    Exited,

    /// <summary>The scan was refused (rule 7).</summary>
    Refused,

    /// <summary>The person was taken out because they presented at another venue (rule 4).</summary>
    Departed,

    /// <summary>A scan was made not to have happened (rule 8).</summary>
    Annulled,
}

/// <summary>What a person should look at.</summary>
[Flags]
[JsonConverter(typeof(KebabCaseEnumConverter<EntryMarks>))]
public enum EntryMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>An exit of someone who was not inside (rule 5).</summary>
    NotInside = 1,

    /// <summary>An exit through a door of another place than the one they were in.</summary>
    WasElsewhere = 2,

    /// <summary>Inside in another city shorter ago than anyone could have travelled (rule 4).</summary>
    ClonedBadge = 4,

    /// <summary>An annulment could not put the person back where they were, because that place has filled since.</summary>
    NotRestored = 8,
}

/// <summary>How many people are in a place, and how many may be.</summary>
/// <param name="Present">How many are inside.</param>
/// <param name="Comfort">How many the organiser wants; null where only the law counts.</param>
/// <param name="Legal">How many may be.</param>
[GenerateSerializer, Immutable, Alias("eventops.occupancy")]
public readonly record struct Occupancy(
    [property: Id(0)] int Present,
    [property: Id(1)] int? Comfort,
    [property: Id(2)] int Legal);
