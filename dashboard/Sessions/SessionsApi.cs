using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Sessions;
using EventOps.Contracts.Venues;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Audit;
using EventOps.Dashboard.Delegates;
using EventOps.Dashboard.Hosting;
using EventOps.Dashboard.Live;
using EventOps.Dashboard.Missions;
using EventOps.Dashboard.Scans;
using EventOps.Domain.Access;
using EventOps.Domain.Missions;

namespace EventOps.Dashboard.Sessions;

/// <summary>Sessions with their counts, and the roster of one.</summary>
internal static class SessionsApi
{
    public static RouteGroupBuilder MapSessions(this RouteGroupBuilder mission)
    {
        var sessions = mission.MapGroup("/sessions").WithTags("Sessions");
        sessions.MapGet("/", All).Needs(Permission.Board | Permission.Roster).WithName("Sessions").WithSummary("Every session with its counts").Produces<SessionView[]>();
        sessions.MapGet("/{id}", One).Needs(Permission.Board | Permission.Roster).WithName("Session").WithSummary("One session with its counts").Produces<SessionView>().ProducesProblem(404);
        sessions.MapGet("/{id}/roster", Roster).Needs(Permission.Roster).WithName("Roster").WithSummary("Who is expected, who has arrived, who is missing, by organisation")
            .Produces<RosterView>().ProducesProblem(404);
        return mission;
    }

    private static async Task<IResult> All(MissionScope mission, Caller caller, LiveBoards boards)
    {
        var board = await boards.GetAsync(mission.Id);
        return TypedResults.Ok(mission.Programme.Sessions.Where(session => Sees(caller, mission, session)).Select(session => new SessionView(session, board.Session(session.Id))).ToArray());
    }

    private static async Task<IResult> One(MissionScope mission, string id, Caller caller, IGrainFactory grains)
    {
        if (Known(mission, id) is not { } session)
            return Problems.Unknown($"session '{id}'");
        if (!Sees(caller, mission, session))
            return Problems.NotAllowed($"The session {session.Id} was not given to {caller.Id}.");
        var roster = await grains.Session(mission.Id, session.Id).Roster();
        return TypedResults.Ok(new SessionView(session, roster.Summary));
    }

    private static async Task<IResult> Roster(MissionScope mission, string id, HttpContext context, Caller caller, IGrainFactory grains, DelegateDirectories people, AuditTrail audit)
    {
        if (Known(mission, id) is not { } session)
            return Problems.Unknown($"session '{id}'");
        if (!caller.MaySee(mission.Id, session.Id))
        {
            var why = $"The session {session.Id} was not given to {caller.Id}.";
            await audit.RefusedAsync(context, mission.Id, why);
            return Problems.NotAllowed(why);
        }

        var room = ProgrammeIndex.Of(mission.Programme).Room(session.Room)!;
        var roster = await grains.Session(mission.Id, session.Id).Roster();
        var venue = grains.Venue(mission.Id, room.Venue);
        var inside = (await venue.Inside()).Where(person => person.Room == room.Id).Select(person => person.Delegate).ToHashSet();
        var directory = await people.GetAsync(mission.Programme);
        var counts = (await venue.Summary()).Rooms.FirstOrDefault(candidate => candidate.Room == room.Id);
        var organisations = roster.Lines
            .Select(line => (Line: line, Person: directory.Find(line.Delegate)))
            .Where(found => found.Person is not null)
            .GroupBy(found => found.Person!.Organisation, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.InvariantCultureIgnoreCase)
            .Select(group => new RosterOrganisation(
                group.Key,
                group.Count(found => found.Line.Expected is not null),
                group.Count(found => found.Line.ArrivedAt is not null),
                [
                    .. group.OrderByDescending(found => found.Person!.Vip).ThenBy(found => found.Person!.Name, StringComparer.InvariantCultureIgnoreCase)
                        .Select(found => new RosterPerson(
                            DelegateCard.Of(found.Person!),
                            found.Line.Expected,
                            found.Line.SeatHeld,
                            found.Line.ArrivedAt,
                            found.Line.Visits,
                            inside.Contains(found.Line.Delegate))),
                ]));
        return TypedResults.Ok(new RosterView(session, roster.Summary, counts, [.. organisations]));
    }

    /// <summary>Boards have the counts of every session; a host has those of their own.</summary>
    private static bool Sees(Caller caller, MissionScope mission, Session session) => caller.May(Permission.Board, mission.Id) || caller.MaySee(mission.Id, session.Id);

    private static Session? Known(MissionScope mission, string id) =>
        SessionId.TryParse(id, null, out var known) ? ProgrammeIndex.Of(mission.Programme).Session(known) : null;
}

/// <summary>A session with its counts.</summary>
/// <param name="Session">The session.</param>
/// <param name="Summary">Its counts; null until they are known.</param>
public sealed record SessionView(Session Session, SessionSummary? Summary);

/// <summary>A session's roster.</summary>
/// <param name="Session">The session.</param>
/// <param name="Summary">Its counts.</param>
/// <param name="Room">Its room's counts; null until they are known.</param>
/// <param name="Organisations">The people, by organisation.</param>
public sealed record RosterView(Session Session, SessionSummary Summary, RoomSummary? Room, ImmutableArray<RosterOrganisation> Organisations);

/// <summary>The people of one organisation.</summary>
/// <param name="Organisation">Its name.</param>
/// <param name="Expected">How many are expected.</param>
/// <param name="Arrived">How many have attended.</param>
/// <param name="People">VIPs first, then by name.</param>
public sealed record RosterOrganisation(string Organisation, int Expected, int Arrived, ImmutableArray<RosterPerson> People);

/// <summary>One person of a roster.</summary>
/// <param name="Delegate">The person.</param>
/// <param name="Expected">How they come to be expected; null for one who just came.</param>
/// <param name="SeatHeld">Whether a seat is held for them.</param>
/// <param name="ArrivedAt">When they first came in, or null while they are missing.</param>
/// <param name="Visits">How often they came in.</param>
/// <param name="Inside">Whether they are in the session's room now.</param>
public sealed record RosterPerson(DelegateCard Delegate, RegistrationKind? Expected, bool SeatHeld, DateTimeOffset? ArrivedAt, int Visits, bool Inside);
