using EventOps.Contracts.Board;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Sessions;
using EventOps.Contracts.Venues;

namespace EventOps.Contracts;

/// <summary>How grains are addressed: everything but the mission itself is keyed <c>mission/id</c>, so that nothing leaks between missions.</summary>
public static class GrainKeys
{
    /// <summary>The mission's own grain.</summary>
    public static IMissionGrain Mission(this IGrainFactory grains, MissionId mission) => grains.GetGrain<IMissionGrain>(mission.Value);

    /// <summary>The board of a mission.</summary>
    public static IBoardGrain Board(this IGrainFactory grains, MissionId mission) => grains.GetGrain<IBoardGrain>(mission.Value);

    /// <summary>A person of a mission.</summary>
    public static IDelegateGrain Delegate(this IGrainFactory grains, MissionId mission, DelegateId id) =>
        grains.GetGrain<IDelegateGrain>(Join(mission, id.Value));

    /// <summary>A session of a mission.</summary>
    public static ISessionGrain Session(this IGrainFactory grains, MissionId mission, SessionId id) =>
        grains.GetGrain<ISessionGrain>(Join(mission, id.Value));

    /// <summary>A venue of a mission.</summary>
    public static IVenueGrain Venue(this IGrainFactory grains, MissionId mission, VenueId id) =>
        grains.GetGrain<IVenueGrain>(Join(mission, id.Value));

    /// <summary>The key of a thing in a mission; identifiers hold no '/', so it splits again without doubt.</summary>
    public static string Join(MissionId mission, string id) => $"{mission.Value}/{id}";

    /// <summary>Splits a key that <see cref="Join"/> made.</summary>
    public static (MissionId Mission, string Id) Split(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return (new MissionId(key[..slash]), key[(slash + 1)..]);
    }
}
