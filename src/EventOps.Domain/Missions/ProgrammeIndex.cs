using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;

namespace EventOps.Domain.Missions;

/// <summary>A programme by id, so that a scan costs the same in a mission of three rooms and in one of three hundred. Made once for each version.</summary>
public sealed class ProgrammeIndex
{
    private static readonly ConditionalWeakTable<MissionProgramme, ProgrammeIndex> Made = [];

    private readonly FrozenDictionary<CityId, City> _cities;
    private readonly FrozenDictionary<VenueId, Venue> _venues;
    private readonly FrozenDictionary<RoomId, Room> _rooms;
    private readonly FrozenDictionary<SessionId, Session> _sessions;

    private readonly FrozenDictionary<RoomId, Door> _roomDoors;
    private readonly FrozenDictionary<SessionId, Door> _sessionDoors;

    private ProgrammeIndex(MissionProgramme programme)
    {
        _cities = programme.Cities.ToFrozenDictionary(city => city.Id);
        _venues = programme.Venues.ToFrozenDictionary(venue => venue.Id);
        _rooms = programme.Rooms.ToFrozenDictionary(room => room.Id);
        _sessions = programme.Sessions.ToFrozenDictionary(session => session.Id);
        _roomDoors = programme.Rooms.ToFrozenDictionary(room => room.Id, room => new Door(room.Venue, room.Id, null));
        _sessionDoors = programme.Sessions.Where(session => _rooms.ContainsKey(session.Room))
            .ToFrozenDictionary(session => session.Id, session => new Door(_rooms[session.Room].Venue, session.Room, session.Id));
    }

    /// <summary>The index of a programme.</summary>
    public static ProgrammeIndex Of(MissionProgramme programme) => Made.GetValue(programme, static made => new ProgrammeIndex(made));

    /// <summary>A city, or null.</summary>
    public City? City(CityId id) => _cities.GetValueOrDefault(id);

    /// <summary>A venue, or null.</summary>
    public Venue? Venue(VenueId id) => _venues.GetValueOrDefault(id);

    /// <summary>A room, or null.</summary>
    public Room? Room(RoomId id) => _rooms.GetValueOrDefault(id);

    /// <summary>A session, or null.</summary>
    public Session? Session(SessionId id) => _sessions.GetValueOrDefault(id);

    /// <summary>A room's own door, or null.</summary>
    public Door? DoorOf(RoomId id) => _roomDoors.GetValueOrDefault(id);

    /// <summary>The door of a session's own room, or null.</summary>
    public Door? DoorOf(SessionId id) => _sessionDoors.GetValueOrDefault(id);
}
