using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;

namespace EventOps.Domain.Sessions;

/// <summary>Where someone ought to be.</summary>
public static class AgendaRules
{
    /// <summary>Those of a person's sessions whose doors are open, or open within half an hour, and which have not ended.</summary>
    public static ImmutableArray<SessionPlace> Now(MissionProgramme programme, IReadOnlySet<SessionId> registered, DateTimeOffset at) =>
    [
        .. programme.Sessions
            .Where(session => session.Status == SessionStatus.Scheduled
                && registered.Contains(session.Id)
                && session.DoorsOpen - TimeSpan.FromMinutes(30) <= at
                && at < session.End)
            .Select(session => Place(programme, session)),
    ];

    /// <summary>Where and when a session is.</summary>
    public static SessionPlace Place(MissionProgramme programme, Session session) =>
        new(session.Id, session.Room, programme.Rooms.First(room => room.Id == session.Room).Venue, session.Start);
}
