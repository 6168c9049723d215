using EventOps.Contracts.Scans;

namespace EventOps.Contracts.Delegates;

/// <summary>A person: whose badge is it, was this scan answered before, where are they now. Decides one scan after the other.</summary>
[Alias("eventops.delegate")]
public interface IDelegateGrain : IGrainWithStringKey
{
    /// <summary>Decides a scan of this person and returns the entry that was written for it, or that had been written for the same scan id (rule 1).</summary>
    /// <exception cref="ScanIdReusedException">The scan id was used with different content.</exception>
    /// <exception cref="NotDurableException">The decision could not be made durable; try again with the same scan id.</exception>
    [ResponseTimeout("00:00:10"), Alias("Scan")]
    Task<JournalEntry> Scan(ScanCommand command);

    /// <summary>Makes a scan of this person not have happened (rule 8) and returns the entry that says so.</summary>
    /// <exception cref="NotDurableException">The annulment could not be made durable; try again with the same scan id.</exception>
    [ResponseTimeout("00:00:10"), Alias("Annul")]
    Task<JournalEntry> Annul(AnnulCommand command);

    /// <summary>Where the person is now.</summary>
    [Alias("Whereabouts")]
    Task<Whereabouts> Whereabouts();
}

/// <summary>Where a person is now (presence).</summary>
/// <param name="Venue">The building, or null outside.</param>
/// <param name="Room">The room, or null in the foyer or outside.</param>
/// <param name="Session">The session through whose door they came in, or null.</param>
/// <param name="Since">Since when, or null when they were never seen.</param>
[GenerateSerializer, Immutable, Alias("eventops.whereabouts")]
public sealed record Whereabouts(
    [property: Id(0)] VenueId? Venue,
    [property: Id(1)] RoomId? Room,
    [property: Id(2)] SessionId? Session,
    [property: Id(3)] DateTimeOffset? Since)
{
    /// <summary>Outside, and never seen.</summary>
    public static Whereabouts Unknown { get; } = new(null, null, null, null);
}
