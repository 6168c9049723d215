using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Scans;
using EventOps.Contracts.Venues;

namespace EventOps.Domain.Venues;

/// <summary>A venue's state at a version of its stream. Property names are a stored contract.</summary>
/// <param name="Version">The version.</param>
/// <param name="Inside">Everyone inside.</param>
/// <param name="Doors">Comings into the building in the last ten minutes.</param>
/// <param name="Rooms">Comings into and goings out of the rooms.</param>
/// <param name="Arrivals">Arrivals by five minutes.</param>
/// <param name="Recent">The last entries, oldest first.</param>
/// <param name="Alerts">The last alerts, oldest first.</param>
public sealed record VenueSnapshot(
    long Version,
    ImmutableArray<PersonInside> Inside,
    SavedWindow Doors,
    ImmutableArray<RoomWindow> Rooms,
    ImmutableArray<ArrivalSlice> Arrivals,
    ImmutableArray<JournalEntry> Recent,
    ImmutableArray<JournalEntry> Alerts);

/// <summary>A room's comings and goings, saved.</summary>
/// <param name="Room">The room.</param>
/// <param name="Window">Its last ten minutes.</param>
public sealed record RoomWindow(RoomId Room, SavedWindow Window);
