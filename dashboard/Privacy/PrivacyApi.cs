using System.Text;
using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Audit;
using EventOps.Dashboard.Badges;
using EventOps.Dashboard.Delegates;
using EventOps.Dashboard.Hosting;
using EventOps.Dashboard.Missions;
using EventOps.Dashboard.Scans;
using EventOps.Domain.Access;

namespace EventOps.Dashboard.Privacy;

/// <summary>How long people are kept; one person exported or erased; a mission anonymised.</summary>
internal static class PrivacyApi
{
    private const string Kind = "privacy";

    public static RouteGroupBuilder MapPrivacy(this RouteGroupBuilder mission)
    {
        var privacy = mission.MapGroup("/privacy").WithTags("Privacy");
        privacy.MapGet("/", async (MissionScope mission, PrivacyDesk desk, DelegateDirectories people) =>
                TypedResults.Ok(PrivacyView.Of(mission.Programme, desk.Of(mission.Id), Named(await people.GetAsync(mission.Programme)))))
            .Needs(Permission.Privacy).WithName("Privacy").WithSummary("How many people are kept, and until when");
        privacy.MapPut("/", Keep).Needs(Permission.Privacy).WithName("KeepPeople").WithSummary("Says how long people are kept after the last session").Produces<PrivacyView>().ProducesValidationProblem();
        privacy.MapPost("/anonymisation", Anonymise).Needs(Permission.Privacy).WithName("Anonymise").WithSummary("Takes away who everybody is, for good; counts stay")
            .Produces<PrivacyView>().ProducesValidationProblem();
        var person = mission.MapGroup("/delegates/{id}").WithTags("Privacy");
        person.MapGet("/export", Export).Needs(Permission.Privacy).WithName("ExportPerson").WithSummary("All that is stored of a person, as a file").Produces<PersonFile>().ProducesProblem(404);
        person.MapPost("/erasure", Erase).Needs(Permission.Privacy).WithName("ErasePerson").WithSummary("Takes away who a person is, for good; counts stay")
            .Produces(204).ProducesValidationProblem().ProducesProblem(404);
        return mission;
    }

    private static int Named(DelegateDirectory people) => people.People.Count(person => !person.IsNameless);

    private static async Task<IResult> Keep(HttpContext context, MissionScope mission, RetentionRequest request, PrivacyDesk desk, DelegateDirectories people, AuditTrail audit)
    {
        var errors = new FieldErrors();
        if (request.RetentionDays is not (>= 1 and <= Retention.Longest))
            errors.Add("retentionDays", $"expected 1 to {Retention.Longest} days");
        if (!errors.None)
            return errors.Problem();
        var retention = await desk.KeepAsync(
            mission.Id, request.RetentionDays!.Value, (before, after) => [audit.Line(context, Kind, mission.Id, $"people are kept {after.Days} days", before ?? new Retention(), after)]);
        return TypedResults.Ok(PrivacyView.Of(mission.Programme, retention, Named(await people.GetAsync(mission.Programme))));
    }

    private static async Task<IResult> Anonymise(HttpContext context, MissionScope mission, AnonymiseRequest request, PrivacyDesk desk, DelegateDirectories people, AuditTrail audit)
    {
        var errors = new FieldErrors();
        if (request.Mission != mission.Id.Value)
            errors.Add("mission", $"expected {mission.Id}, typed again: this cannot be undone");
        if (!errors.None)
            return errors.Problem();
        var retention = await desk.AnonymiseAsync(mission.Id, (_, _) => [audit.Line(context, Kind, mission.Id, "anonymised")]);
        return TypedResults.Ok(PrivacyView.Of(mission.Programme, retention, Named(await people.GetAsync(mission.Programme))));
    }

    private static async Task<IResult> Export(HttpContext context, MissionScope mission, string id, PrivacyDesk desk, AuditTrail audit, CancellationToken cancellation)
    {
        if (!DelegateId.TryParse(id, null, out var person) || await desk.ExportAsync(mission.Programme, person, cancellation) is not { } file)
            return Problems.Unknown($"delegate '{id}'");
        await audit.AddAsync(audit.Line(context, Kind, mission.Id, $"{person} exported"));
        return TypedResults.File(Encoding.UTF8.GetBytes(AccessJson.Write(file)), "application/json", $"{person}.json");
    }

    private static async Task<IResult> Erase(HttpContext context, MissionScope mission, string id, ReasonRequest request, PrivacyDesk desk, DelegateDirectories people, AuditTrail audit)
    {
        if (!DelegateId.TryParse(id, null, out var person) || (await people.ReadAsync(mission.Programme)).Find(person) is null)
            return Problems.Unknown($"delegate '{id}'");
        var errors = new FieldErrors();
        var why = errors.Text("reason", request.Reason, CheckedScan.LongestReason);
        if (!errors.None)
            return errors.Problem();

        // Remembered first: what cannot be undone is never done without a name on it.
        await audit.AddAsync(audit.Line(context, Kind, mission.Id, $"{person} erased: {why}"));
        await desk.EraseAsync(mission.Id, person);
        return TypedResults.NoContent();
    }
}

/// <summary>How long people are to be kept.</summary>
/// <param name="RetentionDays">Days after the last session's end, 1 to 3650.</param>
public sealed record RetentionRequest(int? RetentionDays);

/// <summary>That a mission is to be anonymised.</summary>
/// <param name="Mission">The mission's id, typed again.</param>
public sealed record AnonymiseRequest(string? Mission);

/// <summary>How a mission's people are kept.</summary>
/// <param name="People">How many there are by name.</param>
/// <param name="EndsAt">When the last session ends; null when there is none.</param>
/// <param name="RetentionDays">How many days after that they are kept.</param>
/// <param name="AnonymiseOn">When their names are to be taken away; null when they were, or there is no session.</param>
/// <param name="AnonymisedAt">When their names were taken away, or null.</param>
public sealed record PrivacyView(int People, DateTimeOffset? EndsAt, int RetentionDays, DateTimeOffset? AnonymiseOn, DateTimeOffset? AnonymisedAt)
{
    internal static PrivacyView Of(MissionProgramme programme, Retention retention, int people) =>
        new(people, PrivacyDesk.EndOf(programme), retention.Days, retention.DueAfter(PrivacyDesk.EndOf(programme)), retention.AnonymisedAt);
}
