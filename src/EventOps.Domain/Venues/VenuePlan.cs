using System.Collections.Frozen;
using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Missions;

namespace EventOps.Domain.Venues;

/// <summary>A venue and its rooms, as the programme of a version says.</summary>
public sealed class VenuePlan
{
    private readonly FrozenDictionary<RoomId, Room> _byId;

    private VenuePlan(Venue venue, ImmutableArray<Room> rooms, long version)
    {
        Venue = venue;
        Rooms = rooms;
        Version = version;
        _byId = rooms.ToFrozenDictionary(room => room.Id);
    }

    /// <summary>The building.</summary>
    public Venue Venue { get; }

    /// <summary>Its rooms, in the programme's order.</summary>
    public ImmutableArray<Room> Rooms { get; }

    /// <summary>The programme's version.</summary>
    public long Version { get; }

    /// <summary>The plan of a venue, or null when the programme does not have it.</summary>
    public static VenuePlan? Of(MissionProgramme programme, VenueId venue)
    {
        var found = programme.Venues.FirstOrDefault(candidate => candidate.Id == venue);
        return found is null ? null : new VenuePlan(found, [.. programme.Rooms.Where(room => room.Venue == venue)], programme.Version);
    }

    /// <summary>A room of the venue.</summary>
    /// <exception cref="KeyNotFoundException">The venue has no such room.</exception>
    public Room Room(RoomId id) => _byId[id];
}
