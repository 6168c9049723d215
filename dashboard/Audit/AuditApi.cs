using System.Collections.Immutable;
using System.Globalization;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Hosting;
using EventOps.Dashboard.Missions;
using EventOps.Domain.Access;
using EventOps.Programme.Csv;
using EventOps.Storage;

namespace EventOps.Dashboard.Audit;

/// <summary>The audit trail of a mission and of the installation: to be read, filtered and taken along.</summary>
internal static class AuditApi
{
    private const int DefaultLimit = 100;
    private const int HighestLimit = 1_000;
    private const int RowsInFile = 100_000;

    private static readonly string[] Columns = ["id", "at", "mission", "kind", "who", "whoKind", "from", "what", "before", "after"];

    public static RouteGroupBuilder MapAudit(this RouteGroupBuilder mission)
    {
        mission.MapGet("/audit", (MissionScope mission, [AsParameters] AuditQuery query, AuditLog log) => ReadAsync(query, mission.Id.Value, log))
            .Needs(Permission.Audit).WithTags("Audit").WithName("Audit").WithSummary("Who did what in this mission, newest first").Produces<AuditPage>().ProducesValidationProblem();
        mission.MapGet("/audit.csv", (MissionScope mission, [AsParameters] AuditQuery query, AuditLog log, bool excel = false) => DownloadAsync(query, mission.Id.Value, log, excel))
            .Needs(Permission.Audit).WithTags("Audit").WithName("AuditFile").WithSummary("The same as a file").Produces(200, contentType: "text/csv");
        return mission;
    }

    public static void MapInstallationAudit(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/audit", ([AsParameters] AuditQuery query, AuditLog log) => ReadAsync(query, "", log))
            .Needs(Permission.Audit).WithTags("Audit").WithName("InstallationAudit").WithSummary("Who did what anywhere, newest first").Produces<AuditPage>().ProducesValidationProblem();
        routes.MapGet("/api/audit.csv", ([AsParameters] AuditQuery query, AuditLog log, bool excel = false) => DownloadAsync(query, "", log, excel))
            .Needs(Permission.Audit).WithTags("Audit").WithName("InstallationAuditFile").WithSummary("The same as a file").Produces(200, contentType: "text/csv");
    }

    private static async Task<IResult> ReadAsync(AuditQuery query, string mission, AuditLog log)
    {
        var errors = new FieldErrors();
        var filter = query.Filter(mission, errors);
        if (query.Limit is < 1 or > HighestLimit)
            errors.Add("limit", $"expected 1 to {HighestLimit}");
        if (!errors.None)
            return errors.Problem();
        var limit = query.Limit ?? DefaultLimit;
        var rows = await log.ReadAsync(filter, limit + 1);
        return TypedResults.Ok(new AuditPage([.. rows.Take(limit).Select(AuditRow.Of)], rows.Count > limit));
    }

    private static async Task<IResult> DownloadAsync(AuditQuery query, string mission, AuditLog log, bool excel)
    {
        var errors = new FieldErrors();
        var filter = query.Filter(mission, errors);
        if (!errors.None)
            return errors.Problem();
        var rows = await log.ReadAsync(filter, RowsInFile);
        var content = new MemoryStream();
        CsvFile.Write(content, [Columns, .. rows.Select(AuditRow.Of).Select(row => row.Cells())], excel);
        content.Position = 0;
        return TypedResults.Stream(content, "text/csv; charset=utf-8", "audit.csv");
    }
}

/// <summary>Which lines are wanted; what is left out is no filter.</summary>
/// <param name="Kind">Only of this kind.</param>
/// <param name="Who">Only of this account, device or link.</param>
/// <param name="From">Not before this time.</param>
/// <param name="To">Before this time.</param>
/// <param name="Before">Only lines with a lower number: the next page.</param>
/// <param name="Limit">How many, 1 to 1,000; 100 when nothing is said.</param>
internal sealed record AuditQuery(string? Kind, string? Who, string? From, string? To, long? Before, int? Limit)
{
    private const int Longest = 64;

    public AuditFilter Filter(string mission, FieldErrors errors) => new(
        mission,
        string.IsNullOrEmpty(Kind) ? "" : errors.Text("kind", Kind, Longest),
        string.IsNullOrEmpty(Who) ? "" : errors.Text("who", Who, Longest),
        string.IsNullOrEmpty(From) ? null : errors.Moment("from", From),
        string.IsNullOrEmpty(To) ? null : errors.Moment("to", To),
        Before);
}

/// <summary>Lines of the audit trail.</summary>
/// <param name="Rows">The lines, newest first.</param>
/// <param name="More">Whether there are older ones.</param>
public sealed record AuditPage(ImmutableArray<AuditRow> Rows, bool More);

/// <summary>A line of the audit trail.</summary>
/// <param name="Id">Its number.</param>
/// <param name="At">When.</param>
/// <param name="Mission">The mission that it concerns, or empty.</param>
/// <param name="Kind">Of what kind it is.</param>
/// <param name="Who">Who did it; empty for nobody known.</param>
/// <param name="WhoKind">account, device, host-link, command or nobody.</param>
/// <param name="From">The address that it came from.</param>
/// <param name="What">What was done.</param>
/// <param name="Before">How it was, as JSON, or empty.</param>
/// <param name="After">How it is, as JSON, or empty.</param>
public sealed record AuditRow(long Id, DateTimeOffset At, string Mission, string Kind, string Who, string WhoKind, string From, string What, string Before, string After)
{
    internal static AuditRow Of(AuditEntry entry) => new(entry.Id, entry.At, entry.Mission, entry.Kind, entry.Who, entry.WhoKind, entry.Source, entry.What, entry.Before, entry.After);

    internal string[] Cells() =>
        [Id.ToString(CultureInfo.InvariantCulture), At.ToString("O", CultureInfo.InvariantCulture), Mission, Kind, Who, WhoKind, From, What, Before, After];
}
