using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Venues;
using EventOps.Domain.Missions;

namespace EventOps.Dashboard.Live;

/// <summary>What the host of one session sees of a mission: that session, its room, and nothing beside it.</summary>
internal static class OneSession
{
    /// <summary>The programme with this session alone.</summary>
    public static MissionProgramme Of(MissionProgramme programme, SessionId session) => Of(programme, [session]);

    /// <summary>The programme with these sessions alone.</summary>
    public static MissionProgramme Of(MissionProgramme programme, IReadOnlyCollection<SessionId> sessions)
    {
        var shown = programme.Sessions.Where(session => sessions.Contains(session.Id)).ToList();
        var index = ProgrammeIndex.Of(programme);
        var rooms = shown.Select(session => index.Room(session.Room)!).Distinct().ToList();
        var venues = rooms.Select(room => index.Venue(room.Venue)!).Distinct().ToList();
        return programme with
        {
            Sessions = [.. shown],
            Rooms = [.. rooms],
            Venues = [.. venues],
            Cities = [.. programme.Cities.Where(city => venues.Any(venue => venue.City == city.Id))],
        };
    }

    /// <summary>A venue's counts with this room's alone.</summary>
    public static VenueView Of(VenueView venue, RoomId room)
    {
        ImmutableArray<RoomSummary> shown = [.. venue.Rooms.Where(candidate => candidate.Room == room)];
        return venue with { Rooms = shown, Occupancy = shown is [var one] ? one.Occupancy : default, Foyer = 0, Arrivals = [] };
    }
}
