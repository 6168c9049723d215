using System.Text.Json.Serialization;
using EventOps.Contracts.Delegates;

namespace EventOps.Contracts.Scans;

/// <summary>One presentation of a badge at a door, checked at the edge, on its way down to the venue. The first refusal on the way stands.</summary>
/// <param name="ScanId">The idempotency key, made by the device.</param>
/// <param name="Mission">The mission.</param>
/// <param name="Delegate">The person, or null when the code says nothing to us.</param>
/// <param name="Code">What was read, or null when the person was picked by name.</param>
/// <param name="Door">Where.</param>
/// <param name="Direction">In or out.</param>
/// <param name="ScannedAt">The device's clock at the scan.</param>
/// <param name="SentAt">The device's clock when it sent the scan, or null.</param>
/// <param name="ReceivedAt">The mission's clock when the server received it: the time by which everything is decided.</param>
/// <param name="Device">The device, from its credentials.</param>
/// <param name="Operator">Who uses the device, from the credentials.</param>
/// <param name="OverrideReason">Why an operator lets someone in past a soft limit, or null.</param>
/// <param name="CatalogueVersion">The catalogue's version at the edge: who has read an older one reads again.</param>
/// <param name="Refusal">Why not, once something on the way down has refused.</param>
/// <param name="Sequence">Which entry of this person it is, from 1; 0 without a person. Set by the delegate.</param>
/// <param name="ClonedBadge">Whether the person was inside in another city too shortly before. Set by the delegate.</param>
/// <param name="HeldSeats">How many seats of the room are held for others now. Set by the session.</param>
/// <param name="HeldFor">Whom they are held for, or null. Set by the session.</param>
[GenerateSerializer, Immutable, Alias("eventops.scan-command")]
public sealed record ScanCommand(
    [property: Id(0)] Guid ScanId,
    [property: Id(1)] MissionId Mission,
    [property: Id(2)] DelegateId? Delegate,
    [property: Id(3)] string? Code,
    [property: Id(4)] Door Door,
    [property: Id(5)] Direction Direction,
    [property: Id(6)] DateTimeOffset ScannedAt,
    [property: Id(7)] DateTimeOffset? SentAt,
    [property: Id(8)] DateTimeOffset ReceivedAt,
    [property: Id(9)] DeviceId Device,
    [property: Id(10)] OperatorId Operator,
    [property: Id(11)] string? OverrideReason,
    [property: Id(12)] long CatalogueVersion,
    [property: Id(13)] Refusal? Refusal = null,
    [property: Id(14)] int Sequence = 0,
    [property: Id(15)] bool ClonedBadge = false,
    [property: Id(16)] int HeldSeats = 0,
    [property: Id(17)] string? HeldFor = null);

/// <summary>Makes a scan not have happened (rule 8), on its way down to the venue.</summary>
/// <param name="AnnulmentId">The idempotency key of the annulment itself.</param>
/// <param name="ScanId">The scan that is annulled.</param>
/// <param name="Mission">The mission.</param>
/// <param name="ReceivedAt">The mission's clock when the server received it.</param>
/// <param name="Device">The device, from its credentials.</param>
/// <param name="Operator">Who uses the device, from the credentials.</param>
/// <param name="BySupervisor">Whether the operator may annul what another device scanned, and after more than 15 minutes.</param>
/// <param name="Reason">Why.</param>
/// <param name="CatalogueVersion">The catalogue's version at the edge.</param>
/// <param name="Annulled">The entry of the scan that is annulled. Set by the delegate.</param>
/// <param name="Sequence">Which entry of this person it is. Set by the delegate.</param>
/// <param name="Restore">Where the person is without that scan. Set by the delegate.</param>
/// <param name="OutOfReach">Whether that is a venue that this annulment does not ask, so that they stay outside and the entry is marked. Set by the delegate.</param>
[GenerateSerializer, Immutable, Alias("eventops.annul-command")]
public sealed record AnnulCommand(
    [property: Id(0)] Guid AnnulmentId,
    [property: Id(1)] Guid ScanId,
    [property: Id(2)] MissionId Mission,
    [property: Id(3)] DateTimeOffset ReceivedAt,
    [property: Id(4)] DeviceId Device,
    [property: Id(5)] OperatorId Operator,
    [property: Id(6)] bool BySupervisor,
    [property: Id(7)] string Reason,
    [property: Id(8)] long CatalogueVersion,
    [property: Id(9)] JournalEntry? Annulled = null,
    [property: Id(10)] int Sequence = 0,
    [property: Id(11)] Whereabouts? Restore = null,
    [property: Id(12)] bool OutOfReach = false);

/// <summary>Where a badge is presented: at a session's door, at a room's, or at the venue's own.</summary>
/// <param name="Venue">The building, always known.</param>
/// <param name="Room">The room that the door leads to, or null at the venue's own door.</param>
/// <param name="Session">The session that the door is kept for, or null.</param>
[GenerateSerializer, Immutable, Alias("eventops.door")]
public sealed record Door(
    [property: Id(0)] VenueId Venue,
    [property: Id(1)] RoomId? Room,
    [property: Id(2)] SessionId? Session);

/// <summary>In or out.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Direction>))]
public enum Direction
{
    /// <summary>In.</summary>
    Entry,

    /// <summary>Out.</summary>
    Exit,
}
