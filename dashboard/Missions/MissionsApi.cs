using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Audit;
using EventOps.Dashboard.Hosting;
using EventOps.Dashboard.Live;
using EventOps.Domain.Access;
using EventOps.Storage;

namespace EventOps.Dashboard.Missions;

/// <summary>Missions and their programmes.</summary>
internal static class MissionsApi
{
    public static RouteGroupBuilder MapMissions(this RouteGroupBuilder missions)
    {
        missions.MapGet("/", All)
            .NeedsAny().WithTags("Missions").WithName("Missions").WithSummary("The missions of this installation");
        missions.MapPut("/{mission}", Create).Needs(Permission.Missions).WithTags("Missions").WithName("CreateMission").WithSummary("Makes a mission, or renames nothing when it is there")
            .Produces<MissionProgramme>().ProducesValidationProblem();
        return missions;
    }

    public static RouteGroupBuilder MapProgramme(this RouteGroupBuilder mission)
    {
        mission.MapGet("/programme", Programme)
            .NeedsAny().Produces<MissionProgramme>().WithTags("Missions").WithName("Programme").WithSummary("Name, clock, cities, venues, rooms and sessions");
        return mission;
    }

    /// <summary>Who may not see the board sees the sessions that were given to them, and where they are.</summary>
    private static IResult Programme(MissionScope mission, Caller caller)
    {
        if (caller.May(Permission.Board | Permission.Import, mission.Id))
            return TypedResults.Ok(mission.Programme);
        return TypedResults.Ok(OneSession.Of(mission.Programme, [.. mission.Programme.Sessions.Select(session => session.Id).Where(session => caller.MaySee(mission.Id, session))]));
    }

    private static async Task<MissionView[]> All(Caller caller, ICatalogue catalogue, CancellationToken cancellation) =>
        [.. (await catalogue.MissionsAsync(cancellation)).Where(mission => caller.In(mission.Mission) != Permission.None).Select(mission => new MissionView(mission.Mission, mission.Name))];

    private static async Task<IResult> Create(HttpContext context, string mission, CreateMissionRequest request, IGrainFactory grains, AuditTrail audit)
    {
        var errors = new FieldErrors();
        var id = errors.Identifier<MissionId>("mission", mission);
        var name = errors.Text("name", request.Name, 200);
        if (!errors.None)
            return errors.Problem();
        await audit.AddAsync(audit.Line(context, "mission", id, $"made, if it was not there: {name}"));
        return TypedResults.Ok(await grains.Mission(id).Create(name, MissionClock.Real));
    }
}

/// <summary>A mission to be.</summary>
/// <param name="Name">Its name as people say it, 1 to 200 characters.</param>
public sealed record CreateMissionRequest(string? Name);

/// <summary>A mission in a list.</summary>
/// <param name="Id">The mission.</param>
/// <param name="Name">Its name as people say it.</param>
public sealed record MissionView(MissionId Id, string Name);
