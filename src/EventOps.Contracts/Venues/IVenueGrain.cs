using System.Collections.Immutable;
using EventOps.Contracts.Scans;

namespace EventOps.Contracts.Venues;

/// <summary>A venue's doors: who is in which room, and whether there is room for one more. The single writer of its stream. Scans interleave.</summary>
[Alias("eventops.venue-doors")]
public interface IVenueGrain : IGrainWithStringKey
{
    /// <summary>Decides a scan, or records that it was refused on its way here, and returns once the entry is durable (rule 2).</summary>
    [ResponseTimeout("00:00:10"), Alias("Scan")]
    Task<JournalEntry> Scan(ScanCommand command);

    /// <summary>Takes a person out who presented at another venue (rule 4); null when they are not inside.</summary>
    [Alias("Depart")]
    Task<JournalEntry?> Depart(ScanCommand command);

    /// <summary>Makes a scan not have happened (rule 8).</summary>
    [Alias("Annul")]
    Task<JournalEntry> Annul(AnnulCommand command);

    /// <summary>Everyone who is inside now: the muster list.</summary>
    [Alias("Inside")]
    Task<ImmutableArray<PersonInside>> Inside();

    /// <summary>The counts as they are now.</summary>
    [Alias("Summary")]
    Task<VenueSummary> Summary();

    /// <summary>Reads a programme that is at least this new, and shows the board what is now so.</summary>
    [Alias("Refresh")]
    Task Refresh(long catalogueVersion);
}

/// <summary>A person who is inside a venue.</summary>
/// <param name="Delegate">The person.</param>
/// <param name="Room">The room, or null in the foyer.</param>
/// <param name="Session">The session through whose door they came in, or null.</param>
/// <param name="Since">Since when they are in that place.</param>
/// <param name="Device">The device that let them in.</param>
[GenerateSerializer, Immutable, Alias("eventops.person-inside")]
public sealed record PersonInside(
    [property: Id(0)] DelegateId Delegate,
    [property: Id(1)] RoomId? Room,
    [property: Id(2)] SessionId? Session,
    [property: Id(3)] DateTimeOffset Since,
    [property: Id(4)] DeviceId Device);
