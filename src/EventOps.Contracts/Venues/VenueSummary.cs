using System.Collections.Immutable;
using EventOps.Contracts.Scans;

namespace EventOps.Contracts.Venues;

/// <summary>A venue's counts, as the board shows them; made of one state, so that the total equals the sum of its parts (rule 11).</summary>
/// <param name="Venue">The venue.</param>
/// <param name="Revision">Grows with every change; a lower one never replaces a higher one (rule 11).</param>
/// <param name="Version">The version of the venue's stream that these counts are of.</param>
/// <param name="Occupancy">Everyone inside: the rooms' and the foyer's.</param>
/// <param name="Foyer">Inside and in no room.</param>
/// <param name="Rooms">Every room of the venue, in the programme's order.</param>
/// <param name="Arrivals">How many people came into the venue from outside, in slices of five minutes, the last 24 hours, oldest first; empty slices are left out.</param>
/// <param name="Recent">The last scans, newest first, at most 12.</param>
/// <param name="Alerts">The last entries that a person should look at (cloned badges), newest first, at most 12.</param>
[GenerateSerializer, Immutable, Alias("eventops.venue-summary")]
public sealed record VenueSummary(
    [property: Id(0)] VenueId Venue,
    [property: Id(1)] long Revision,
    [property: Id(2)] long Version,
    [property: Id(3)] Occupancy Occupancy,
    [property: Id(4)] int Foyer,
    [property: Id(5)] ImmutableArray<RoomSummary> Rooms,
    [property: Id(6)] ImmutableArray<ArrivalSlice> Arrivals,
    [property: Id(7)] ImmutableArray<JournalEntry> Recent,
    [property: Id(8)] ImmutableArray<JournalEntry> Alerts);

/// <summary>A room's counts.</summary>
/// <param name="Room">The room.</param>
/// <param name="Occupancy">How many are inside.</param>
/// <param name="Trend">How many more, or fewer, than ten minutes ago.</param>
/// <param name="ArrivalsPerMinute">How many came in a minute, over the last ten minutes.</param>
[GenerateSerializer, Immutable, Alias("eventops.room-summary")]
public sealed record RoomSummary(
    [property: Id(0)] RoomId Room,
    [property: Id(1)] Occupancy Occupancy,
    [property: Id(2)] int Trend,
    [property: Id(3)] double ArrivalsPerMinute);

/// <summary>Arrivals in five minutes.</summary>
/// <param name="From">The beginning of the five minutes.</param>
/// <param name="Count">How many people came in.</param>
[GenerateSerializer, Immutable, Alias("eventops.arrival-slice")]
public readonly record struct ArrivalSlice([property: Id(0)] DateTimeOffset From, [property: Id(1)] int Count);
