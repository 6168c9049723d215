using System.Text.Json.Serialization.Metadata;
using EventOps.Contracts;
using EventOps.Contracts.Scans;
using EventOps.Dashboard.Delegates;
using EventOps.Dashboard.Hosting;
using EventOps.Dashboard.Missions;
using EventOps.Domain.Delegates;
using EventOps.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace EventOps.Dashboard.Scans;

/// <summary>One presentation of a badge at a door, its answer, and its undoing.</summary>
internal static class ScansApi
{
    private const int LargestBody = 64 * 1024;

    public static RouteGroupBuilder MapScans(this RouteGroupBuilder mission)
    {
        var scans = mission.MapGroup("/scans").WithTags("Scans").WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        scans.MapPost("/", Scan).WithName("Scan").WithSummary("Decides a scan").Produces<ScanAnswer>()
            .ProducesValidationProblem().ProducesProblem(401).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(503);
        scans.MapGet("/{scanId:guid}", Find).WithName("FindScan").WithSummary("The answer that was given to a scan").Produces<ScanAnswer>().ProducesProblem(404);
        scans.MapPost("/{scanId:guid}/annulment", Annul).WithName("AnnulScan").WithSummary("Makes a scan not have happened").Produces<ScanAnswer>()
            .ProducesValidationProblem().ProducesProblem(401).ProducesProblem(404).ProducesProblem(409).ProducesProblem(503);
        return mission;
    }

    private static async Task<IResult> Scan(
        MissionScope mission, ScanRequest request, HttpRequest http, ScanDesk desk, DelegateDirectories people, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json)
    {
        if (Caller.Of(http, out var missing) is not { } caller)
            return Problems.NoCredentials(missing);
        var errors = new FieldErrors();
        if (CheckedScan.Check(request, errors) is not { } scan)
            return errors.Problem();
        if (CheckedScan.FindDoor(request.Door!, mission.Programme, out var unknown) is not { } door)
            return Problems.UnknownDoor(unknown);
        var directory = await people.GetAsync(mission.Programme);
        if (scan.Delegate is { } person && directory.Find(person) is null)
        {
            directory = await people.ReadAsync(mission.Programme);
            if (directory.Find(person) is null)
                errors.Add("delegateId", "expected the id of a delegate of this mission");
            if (!errors.None)
                return errors.Problem();
        }

        var entry = await desk.DecideAsync(mission.Programme, scan with { Door = door }, caller);
        var answer = ScanAnswer.Of(entry, mission.Programme, directory, ScanTexts.LanguageOf(http));
        return new WholeJson<ScanAnswer>(answer, (JsonTypeInfo<ScanAnswer>)json.Value.SerializerOptions.GetTypeInfo(typeof(ScanAnswer)));
    }

    private static async Task<IResult> Find(MissionScope mission, Guid scanId, HttpRequest http, IJournal journal, DelegateDirectories people)
    {
        return await journal.FindAsync(mission.Id, scanId) is { } entry
            ? TypedResults.Ok(ScanAnswer.Of(entry, mission.Programme, await people.GetAsync(mission.Programme), ScanTexts.LanguageOf(http)))
            : Problems.Unknown($"scan '{scanId}'");
    }

    private static async Task<IResult> Annul(
        MissionScope mission, Guid scanId, AnnulRequest request, HttpRequest http, IJournal journal, IGrainFactory grains, TimeProvider time, DelegateDirectories people)
    {
        if (Caller.Of(http, out var missing) is not { } caller)
            return Problems.NoCredentials(missing);
        var errors = new FieldErrors();
        var annulmentId = errors.Uuid("annulmentId", request.AnnulmentId);
        var reason = errors.Text("reason", request.Reason, CheckedScan.LongestReason);
        if (!errors.None)
            return errors.Problem();
        if (await journal.FindAsync(mission.Id, scanId) is not { } scan)
            return Problems.Unknown($"scan '{scanId}'");
        if (scan.Delegate is not { } person)
            throw new CannotAnnulException(AnnulRules.ChangedNothing);

        var programme = mission.Programme;
        var entry = await grains.Delegate(mission.Id, person).Annul(new AnnulCommand(
            annulmentId, scanId, mission.Id, programme.Clock.At(time.GetUtcNow()), caller.Device, caller.Operator, caller.IsSupervisor, reason, programme.Version));
        return TypedResults.Ok(ScanAnswer.Of(entry, programme, await people.GetAsync(programme), ScanTexts.LanguageOf(http)));
    }
}
