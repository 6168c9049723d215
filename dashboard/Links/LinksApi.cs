using EventOps.Contracts;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Badges;
using EventOps.Dashboard.Hosting;
using EventOps.Dashboard.Missions;
using EventOps.Dashboard.Scans;
using EventOps.Domain.Access;
using EventOps.Domain.Missions;

namespace EventOps.Dashboard.Links;

/// <summary>Host links: one session each, until it expires or is withdrawn.</summary>
internal static class LinksApi
{
    private const int LongestName = 64;
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(60);

    public static RouteGroupBuilder MapLinks(this RouteGroupBuilder mission)
    {
        var links = mission.MapGroup("/links").WithTags("Host links");
        links.MapGet("/", (MissionScope mission, LinkDesk desk, LastSeen seen) => TypedResults.Ok(desk.Of(mission.Id).Select(link => LinkView.Of(link.Id, link.Link, seen)).ToArray()))
            .Needs(Permission.Links).WithName("Links").WithSummary("Every host link, good, expired or withdrawn");
        links.MapPost("/", Create).Needs(Permission.Links).WithName("CreateLink").WithSummary("Makes a link that shows one session").Produces<LinkWithCode>().ProducesValidationProblem();
        links.MapPost("/{id}/revocation", Revoke).Needs(Permission.Links).WithName("RevokeLink").WithSummary("Withdraws a link, at once")
            .Produces<LinkView>().ProducesValidationProblem().ProducesProblem(404);
        return mission;
    }

    private static async Task<IResult> Create(HttpContext context, MissionScope mission, LinkRequest request, LinkDesk desk, TimeProvider time)
    {
        var errors = new FieldErrors();
        var session = errors.Identifier<SessionId>("session", request.Session);
        if (errors.None && ProgrammeIndex.Of(mission.Programme).Session(session) is null)
            errors.Add("session", "expected the id of a session of this mission");
        var name = errors.Text("name", request.Name, LongestName);
        var expiresAt = errors.Moment("expiresAt", request.ExpiresAt);
        var now = time.GetUtcNow();
        if (errors.None && (expiresAt <= now || expiresAt > now + LongestLife))
            errors.Add("expiresAt", $"expected a time in the next {LongestLife.TotalDays:0} days");
        if (!errors.None)
            return errors.Problem();
        var (id, link, code) = await desk.CreateAsync(context, mission.Id, session, name, expiresAt);
        return TypedResults.Ok(new LinkWithCode(LinkView.Of(id, link), code));
    }

    private static async Task<IResult> Revoke(HttpContext context, MissionScope mission, string id, ReasonRequest request, LinkDesk desk)
    {
        if (desk.Find(mission.Id, id) is null)
            return Problems.Unknown($"host link '{id}'");
        var errors = new FieldErrors();
        var why = errors.Text("reason", request.Reason, CheckedScan.LongestReason);
        return errors.None ? TypedResults.Ok(LinkView.Of(id, await desk.RevokeAsync(context, mission.Id, id, why))) : errors.Problem();
    }
}

/// <summary>A link that is wanted.</summary>
/// <param name="Session">The session that it shows.</param>
/// <param name="Name">For whom it is, 1 to 64 characters.</param>
/// <param name="ExpiresAt">Until when it is good; at most 60 days from now.</param>
public sealed record LinkRequest(string? Session, string? Name, string? ExpiresAt);

/// <summary>A link and the code that it holds.</summary>
/// <param name="Link">The link.</param>
/// <param name="Code">The code; it is shown this once.</param>
public sealed record LinkWithCode(LinkView Link, string Code);

/// <summary>A link, as administrators see it.</summary>
/// <param name="Id">The link.</param>
/// <param name="Session">The session that it shows.</param>
/// <param name="Name">For whom it is.</param>
/// <param name="ExpiresAt">Until when it is good.</param>
/// <param name="RevokedAt">When it was withdrawn, or null.</param>
/// <param name="RevokedWhy">Why.</param>
/// <param name="LastSeen">When it was last used, or null.</param>
/// <param name="CreatedBy">Who made it.</param>
public sealed record LinkView(
    string Id, SessionId Session, string Name, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt, string RevokedWhy, DateTimeOffset? LastSeen, string CreatedBy)
{
    internal static LinkView Of(string id, HostLink link, LastSeen? seen = null) => new(
        id, link.Session, link.Name, link.ExpiresAt, link.RevokedAt, link.RevokedWhy, seen?.Of(CallerKind.HostLink, id) ?? link.LastSeen, link.CreatedBy);
}
