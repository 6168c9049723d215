using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Dashboard.Hosting;
using EventOps.Storage;

namespace EventOps.Dashboard.Missions;

/// <summary>Missions and their programmes.</summary>
internal static class MissionsApi
{
    public static RouteGroupBuilder MapMissions(this RouteGroupBuilder missions)
    {
        missions.MapGet("/", All)
            .WithTags("Missions").WithName("Missions").WithSummary("The missions of this installation");
        missions.MapPut("/{mission}", Create).WithTags("Missions").WithName("CreateMission").WithSummary("Makes a mission, or renames nothing when it is there")
            .Produces<MissionProgramme>().ProducesValidationProblem();
        return missions;
    }

    public static RouteGroupBuilder MapProgramme(this RouteGroupBuilder mission)
    {
        mission.MapGet("/programme", (MissionScope mission) => TypedResults.Ok(mission.Programme))
            .WithTags("Missions").WithName("Programme").WithSummary("Name, clock, cities, venues, rooms and sessions");
        return mission;
    }

    private static async Task<MissionView[]> All(ICatalogue catalogue, CancellationToken cancellation) =>
        [.. (await catalogue.MissionsAsync(cancellation)).Select(mission => new MissionView(mission.Mission, mission.Name))];

    private static async Task<IResult> Create(string mission, CreateMissionRequest request, IGrainFactory grains)
    {
        var errors = new FieldErrors();
        var id = errors.Identifier<MissionId>("mission", mission);
        var name = errors.Text("name", request.Name, 200);
        return errors.None ? TypedResults.Ok(await grains.Mission(id).Create(name, MissionClock.Real)) : errors.Problem();
    }
}

/// <summary>A mission to be.</summary>
/// <param name="Name">Its name as people say it, 1 to 200 characters.</param>
public sealed record CreateMissionRequest(string? Name);

/// <summary>A mission in a list.</summary>
/// <param name="Id">The mission.</param>
/// <param name="Name">Its name as people say it.</param>
public sealed record MissionView(MissionId Id, string Name);
