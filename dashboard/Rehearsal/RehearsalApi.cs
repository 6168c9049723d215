using EventOps.Contracts.Missions;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Hosting;
using EventOps.Dashboard.Missions;
using EventOps.Domain.Access;

namespace EventOps.Dashboard.Rehearsal;

/// <summary>Start, pause and speed of a rehearsal.</summary>
internal static class RehearsalApi
{
    public static RouteGroupBuilder MapRehearsal(this RouteGroupBuilder mission)
    {
        var rehearsal = mission.MapGroup("/rehearsal").WithTags("Rehearsal");
        rehearsal.MapGet("/", (MissionScope mission, TimeProvider time) => TypedResults.Ok(RehearsalView.Of(mission.Programme, time)))
            .Needs(Permission.Board).WithName("Rehearsal").WithSummary("Whether the mission is rehearsed, how fast, and what time it is for it");
        rehearsal.MapPut("/", Set).Needs(Permission.Rehearse).WithName("SetRehearsal").WithSummary("Starts, pauses, or changes the speed")
            .Produces<RehearsalView>().ProducesValidationProblem().ProducesProblem(409);
        return mission;
    }

    private static async Task<IResult> Set(MissionScope mission, RehearsalRequest request, Rehearsals rehearsals, TimeProvider time)
    {
        var errors = new FieldErrors();
        var speed = request.Speed ?? (mission.Programme.Clock.Speed > 0 ? mission.Programme.Clock.Speed : RehearsalView.UsualSpeed);
        if (!(speed > 0 && speed <= MissionClock.MaxSpeed))
            errors.Add("speed", $"expected a number above 0 and at most {MissionClock.MaxSpeed}: mission seconds for each second");
        if (request.Running is null)
            errors.Add("running", "expected true or false");
        if (!errors.None)
            return errors.Problem();
        if (!mission.Programme.Clock.IsRehearsal)
            return Problems.Conflict("This mission runs on the real clock and is not rehearsed.", "not-a-rehearsal");
        return TypedResults.Ok(RehearsalView.Of(await rehearsals.SetSpeedAsync(mission.Programme, request.Running!.Value ? speed : 0), time));
    }
}

/// <summary>How a rehearsal shall run.</summary>
/// <param name="Running">Whether the clock runs.</param>
/// <param name="Speed">Mission seconds for each second, above 0 and at most 600; left out, as it was.</param>
public sealed record RehearsalRequest(bool? Running, double? Speed);

/// <summary>How a rehearsal runs.</summary>
/// <param name="Rehearsal">Whether the mission is rehearsed at all.</param>
/// <param name="Running">Whether the clock runs.</param>
/// <param name="Speed">Mission seconds for each second; 0 when it stands still.</param>
/// <param name="Now">What time it is for the mission.</param>
public sealed record RehearsalView(bool Rehearsal, bool Running, double Speed, DateTimeOffset Now)
{
    /// <summary>How fast a rehearsal starts when nothing is said.</summary>
    public const double UsualSpeed = 30;

    internal static RehearsalView Of(MissionProgramme programme, TimeProvider time) =>
        new(programme.Clock.IsRehearsal, programme.Clock.Speed > 0, programme.Clock.Speed, programme.Clock.At(time.GetUtcNow()));
}
