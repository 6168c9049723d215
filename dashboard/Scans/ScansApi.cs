using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EventOps.Contracts;
using EventOps.Contracts.Scans;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Audit;
using EventOps.Dashboard.Delegates;
using EventOps.Dashboard.Hosting;
using EventOps.Dashboard.Missions;
using EventOps.Domain.Access;
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
        scans.MapPost("/", Scan).Needs(Permission.Scan).WithName("Scan").WithSummary("Decides a scan").Produces<ScanAnswer>()
            .ProducesValidationProblem().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(429).ProducesProblem(503);
        scans.MapGet("/{scanId:guid}", Find).Needs(Permission.Scan | Permission.People).WithName("FindScan").WithSummary("The answer that was given to a scan").Produces<ScanAnswer>().ProducesProblem(404);
        scans.MapPost("/{scanId:guid}/annulment", Annul).Needs(Permission.Scan).WithName("AnnulScan").WithSummary("Makes a scan not have happened").Produces<ScanAnswer>()
            .ProducesValidationProblem().ProducesProblem(401).ProducesProblem(404).ProducesProblem(409).ProducesProblem(503);
        return mission;
    }

    private static async Task<IResult> Scan(
        MissionScope mission,
        ScanRequest request,
        HttpContext context,
        Caller caller,
        ScanDesk desk,
        Programmes programmes,
        DelegateDirectories people,
        AuditTrail audit,
        IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json)
    {
        var errors = new FieldErrors();
        if (CheckedScan.Check(request, errors) is not { } scan)
            return errors.Problem();
        if (CheckedScan.FindDoor(request.Door!, mission.Programme, out var unknown) is not { } door)
        {
            // Another process may have imported it a moment ago.
            mission = new MissionScope(await programmes.NewestAsync(mission.Id) ?? mission.Programme);
            if (CheckedScan.FindDoor(request.Door!, mission.Programme, out unknown) is not { } added)
                return Problems.UnknownDoor(unknown);
            door = added;
        }

        if (WhyNot(caller, mission.Id, scan, door) is { } why)
        {
            await audit.RefusedAsync(context, mission.Id, why);
            return Problems.NotAllowed(why);
        }

        var directory = await people.GetAsync(mission.Programme);
        if (scan.Delegate is { } person && directory.Find(person) is null)
        {
            directory = await people.ReadAsync(mission.Programme);
            if (directory.Find(person) is null)
                errors.Add("delegateId", "expected the id of a delegate of this mission");
            if (!errors.None)
                return errors.Problem();
        }

        var entry = await desk.DecideAsync(mission.Programme, scan with { Door = door }, caller.Device, caller.OperatorOf(context.Request));
        if (entry.Overrode is { } overrode)
            await audit.AddAsync(audit.Line(context, "override", mission.Id, $"{entry.Delegate} let in at {PlaceOf(door)}, past {JsonNamingPolicy.KebabCaseLower.ConvertName($"{overrode}")}: {entry.Reason}", reference: $"override {mission.Id} {entry.ScanId}"));
        var answer = ScanAnswer.Of(entry, mission.Programme, directory, ScanTexts.LanguageOf(context.Request));
        return new WholeJson<ScanAnswer>(answer, (JsonTypeInfo<ScanAnswer>)json.Value.SerializerOptions.GetTypeInfo(typeof(ScanAnswer)));
    }

    /// <summary>A door in a few words, such as centre/hall-a/opening.</summary>
    private static string PlaceOf(Door door) => string.Join('/', new[] { door.Venue.Value, door.Room?.Value, door.Session?.Value }.OfType<string>());

    /// <summary>Why a caller may not scan so: the door is none of theirs, or they picked a name or overrode a limit without the right to. Null when they may.</summary>
    private static string? WhyNot(Caller caller, MissionId mission, CheckedScan scan, Door door) =>
        !caller.MayScanAt(mission, door) ? $"The door {PlaceOf(door)} was not given to {caller.Id}."
        : scan.OverrideReason is not null && !caller.May(Permission.Override, mission) ? "To let someone in past a limit needs the right to: override."
        : scan.Delegate is not null && !caller.May(Permission.Search, mission) ? "To pick a person by name needs the right to: search."
        : null;

    private static async Task<IResult> Find(MissionScope mission, Guid scanId, HttpRequest http, Caller caller, IJournal journal, DelegateDirectories people)
    {
        // Who sees no people sees the answers to their own scans.
        return await journal.FindAsync(mission.Id, scanId) is { } entry && (entry.Device == caller.Device || caller.May(Permission.People, mission.Id))
            ? TypedResults.Ok(ScanAnswer.Of(entry, mission.Programme, await people.GetAsync(mission.Programme), ScanTexts.LanguageOf(http)))
            : Problems.Unknown($"scan '{scanId}'");
    }

    private static async Task<IResult> Annul(
        MissionScope mission,
        Guid scanId,
        AnnulRequest request,
        HttpContext context,
        Caller caller,
        IJournal journal,
        IGrainFactory grains,
        TimeProvider time,
        DelegateDirectories people,
        AuditTrail audit)
    {
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
            annulmentId, scanId, mission.Id, programme.Clock.At(time.GetUtcNow()), caller.Device, caller.OperatorOf(context.Request), caller.May(Permission.Annul, mission.Id), reason, programme.Version));
        await audit.AddAsync(audit.Line(context, "annulment", mission.Id, $"scan {scanId} of {person} annulled: {reason}", reference: $"annulment {mission.Id} {annulmentId}"));
        return TypedResults.Ok(ScanAnswer.Of(entry, programme, await people.GetAsync(programme), ScanTexts.LanguageOf(context.Request)));
    }
}
