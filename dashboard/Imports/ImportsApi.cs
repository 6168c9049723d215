using System.Collections.Immutable;
using EventOps.Contracts.Missions;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Audit;
using EventOps.Dashboard.Delegates;
using EventOps.Dashboard.Hosting;
using EventOps.Dashboard.Missions;
using EventOps.Domain.Access;
using EventOps.Programme;
using EventOps.Programme.Schedule;
using EventOps.Storage;
using Microsoft.AspNetCore.Mvc;

namespace EventOps.Dashboard.Imports;

/// <summary>Delegates and programmes in, and back out as the same files.</summary>
internal static class ImportsApi
{
    private const long LargestUpload = 256L * 1024 * 1024;

    public static RouteGroupBuilder MapImports(this RouteGroupBuilder mission)
    {
        mission.MapPost("/imports", Import).Needs(Permission.Import).WithTags("Imports").WithName("Import").WithSummary("Checks files as a whole and imports them; with dryRun says what would change")
            .WithMetadata(new RequestSizeLimitAttribute(LargestUpload), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = LargestUpload })
            .DisableAntiforgery().Accepts<IFormFile>("multipart/form-data").Produces<ImportResult>().Produces<ImportResult>(400).ProducesProblem(413);
        mission.MapGet("/export/{file}.csv", Export).Needs(Permission.Import).WithTags("Imports").WithName("Export").WithSummary("One of the five files").Produces(200, contentType: "text/csv").ProducesProblem(404);
        return mission;
    }

    private static async Task<IResult> Import(
        MissionScope mission, HttpRequest http, ImportDesk desk, DelegateDirectories people, AuditTrail audit, CancellationToken cancellation, bool dryRun = false)
    {
        var errors = new FieldErrors();
        if (!http.HasFormContentType)
        {
            errors.Add("body", "expected multipart/form-data with files named venues.csv, rooms.csv, sessions.csv, delegates.csv, registrations.csv, or schedule XML");
            return errors.Problem();
        }

        IFormCollection form;
        try
        {
            form = await http.ReadFormAsync(cancellation);
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            errors.Add("body", "expected a whole multipart/form-data body, to its last boundary");
            return errors.Problem();
        }

        if (form.Files.Count == 0)
            errors.Add("files", "expected at least one file");
        var schedule = ScheduleFrom(form, errors);
        if (!errors.None)
            return errors.Problem();

        var files = form.Files.Select(file => new ImportFile(file.FileName, file.OpenReadStream())).ToList();
        ImportAnswer answer;
        var imported = false;
        try
        {
            answer = await desk.ReadAsync(mission.Id, files, schedule, cancellation: cancellation);
            if (answer.Reading.Succeeded && !dryRun)
            {
                foreach (var line in LinesOf(http, mission, answer, files, audit))
                    await audit.AddAsync(line);
                await people.ReadAsync(await desk.WriteAsync(mission.Id, answer));
                imported = true;
            }
        }
        catch (BadgeTakenException taken)
        {
            return Problems.Conflict($"{taken.Message} Nothing was imported.", "badge-taken");
        }
        finally
        {
            foreach (var file in files)
                await file.Content.DisposeAsync();
        }

        var result = new ImportResult(
            imported, dryRun, answer.Changes, answer.Reading.ProblemCount, answer.Reading.Problems, answer.Reading.Warnings);
        return answer.Reading.Succeeded ? TypedResults.Ok(result) : Rejected(result);
    }

    private static async Task<IResult> Export(MissionScope mission, string file, ICatalogue catalogue, CancellationToken cancellation, bool excel = false)
    {
        if (!ProgrammeWriter.Files.Contains(file, StringComparer.Ordinal))
            return Problems.Unknown($"file '{file}.csv'; there are {string.Join(", ", ProgrammeWriter.Files)}");
        var rows = await catalogue.ReadAllAsync(mission.Id, cancellation);
        var content = new MemoryStream();
        ProgrammeWriter.Write(file, rows, content, excel);
        content.Position = 0;
        return TypedResults.Stream(content, "text/csv; charset=utf-8", $"{file}.csv");
    }

    /// <summary>Remembered before it is written: nothing is imported without a name on it.</summary>
    private static IEnumerable<AuditEntry> LinesOf(HttpRequest http, MissionScope mission, ImportAnswer answer, IEnumerable<ImportFile> files, AuditTrail audit) =>
    [
        audit.Line(http.HttpContext, "import", mission.Id, $"import of {string.Join(", ", files.Select(file => file.Name))}", null, answer.Changes),
        .. answer.Capacities.Select(change => audit.Line(
            http.HttpContext,
            "capacity",
            mission.Id,
            $"capacity of {change.Where}",
            new { legal = change.LegalBefore, comfort = change.ComfortBefore },
            new { legal = change.Legal, comfort = change.Comfort })),
    ];

    private static IResult Rejected(ImportResult result) => TypedResults.Problem(new ProblemDetails
    {
        Status = 400,
        Type = Problems.Type("import-rejected"),
        Title = "The files have problems",
        Detail = $"Nothing was imported. {result.ProblemCount} problems are to be mended; each says its line, column, value and what was expected.",
        Extensions = { ["import"] = result },
    });

    private static ScheduleOptions ScheduleFrom(IFormCollection form, FieldErrors errors)
    {
        var options = new ScheduleOptions { TimeZone = Given("timeZone"), City = Given("city"), Venue = Given("venue") };
        if (Given("defaultCapacity") is { } text)
        {
            if (RoomCapacity.TryParse(text, out var capacity))
                options = options with { DefaultCapacity = capacity };
            else
                errors.Add("defaultCapacity", $"expected {RoomCapacity.Expected}");
        }

        foreach (var given in form["capacity"])
        {
            if (given is not null && RoomCapacity.TryParse(given, out var room, out var capacity))
                options = options with { Capacities = options.Capacities.SetItem(room, capacity) };
            else
                errors.Add("capacity", $"expected a room and what it holds, such as Hall 1=500/450: {RoomCapacity.Expected}");
        }

        return options;

        string? Given(string field) => form[field].ToString() is { Length: > 0 } text ? text : null;
    }
}

/// <summary>What came of an import, as the API tells it.</summary>
/// <param name="Imported">Whether it was written.</param>
/// <param name="DryRun">Whether it was only asked what would change.</param>
/// <param name="Changes">What it changed, or would change.</param>
/// <param name="ProblemCount">How many problems there are.</param>
/// <param name="Problems">The first of them.</param>
/// <param name="Warnings">What was read and left aside.</param>
public sealed record ImportResult(
    bool Imported, bool DryRun, ImportChanges Changes, int ProblemCount, ImmutableArray<ImportProblem> Problems, ImmutableArray<ImportWarning> Warnings);
