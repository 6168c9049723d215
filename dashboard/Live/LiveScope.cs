using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Domain.Missions;

namespace EventOps.Dashboard.Live;

/// <summary>What a page shows of a mission, and so what it is told of.</summary>
public sealed class LiveScope
{
    private readonly Func<VenueId, bool> _venue;
    private readonly Func<SessionId, bool> _session;

    private LiveScope(string name, Func<VenueId, bool> venue, Func<SessionId, bool> session, SessionId? only = null)
    {
        Name = name;
        _venue = venue;
        _session = session;
        Session = only;
    }

    /// <summary>mission, city/id, venue/id or session/id.</summary>
    public string Name { get; }

    /// <summary>The one session whose scans are shown, or null for all of the venues'.</summary>
    public SessionId? Session { get; }

    /// <summary>The scope of a name in a programme, or null when there is no such thing.</summary>
    public static LiveScope? Parse(string name, MissionProgramme programme)
    {
        var index = ProgrammeIndex.Of(programme);
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var id = slash < 0 ? "" : name[(slash + 1)..];
        switch (slash < 0 ? name : name[..slash])
        {
            case "mission" when slash < 0:
                return new LiveScope(name, _ => true, _ => true);
            case "city" when index.City(new CityId(id)) is { } city:
                return new LiveScope(name, venue => index.Venue(venue)?.City == city.Id, session => VenueOf(session) is { } at && index.Venue(at)?.City == city.Id);
            case "venue" when index.Venue(new VenueId(id)) is { } venue:
                return new LiveScope(name, candidate => candidate == venue.Id, session => VenueOf(session) == venue.Id);
            case "session" when index.Session(new SessionId(id)) is { } session:
                var room = index.Room(session.Room)!;
                return new LiveScope(name, candidate => candidate == room.Venue, candidate => candidate == session.Id, session.Id);
            default:
                return null;
        }

        VenueId? VenueOf(SessionId session) => index.Session(session) is { } found ? index.Room(found.Room)?.Venue : null;
    }

    /// <summary>Whether it shows a venue.</summary>
    public bool Shows(VenueId venue) => _venue(venue);

    /// <summary>Whether it shows a session.</summary>
    public bool Shows(SessionId session) => _session(session);
}
