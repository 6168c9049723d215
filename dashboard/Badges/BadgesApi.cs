using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Missions;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Audit;
using EventOps.Dashboard.Delegates;
using EventOps.Dashboard.Hosting;
using EventOps.Dashboard.Missions;
using EventOps.Dashboard.Scans;
using EventOps.Domain.Access;
using EventOps.Storage;

namespace EventOps.Dashboard.Badges;

/// <summary>Badges: listed for printing, issued to who has none, replaced, withdrawn.</summary>
internal static class BadgesApi
{
    private const int DefaultLimit = 1_000;
    private const int HighestLimit = 5_000;
    private const int LongestReason = 200;

    public static RouteGroupBuilder MapBadges(this RouteGroupBuilder mission)
    {
        var badges = mission.MapGroup("/badges").WithTags("Badges");
        badges.MapGet("/", List).Needs(Permission.Badges).WithName("Badges").WithSummary("People with their badges by organisation and name, for printing")
            .Produces<BadgeList>().ProducesValidationProblem();
        badges.MapPost("/", Issue).Needs(Permission.Badges).WithName("IssueBadges").WithSummary("Gives badges to those who have none: to everyone, or of those who are named")
            .Produces<BadgesGiven>().ProducesValidationProblem().ProducesProblem(413).ProducesProblem(503);
        badges.MapGet("/{id}", Find).Needs(Permission.Badges).WithName("FindBadges").WithSummary("The badges that a person was given").Produces<PersonBadges>().ProducesProblem(404);
        badges.MapPost("/{id}/reissue", Reissue).Needs(Permission.Badges).WithName("ReissueBadge").WithSummary("Withdraws a person's badge and gives them another code")
            .Produces<PersonBadges>().ProducesValidationProblem().ProducesProblem(404).ProducesProblem(503);
        badges.MapPost("/{id}/revocation", Revoke).Needs(Permission.Badges).WithName("RevokeBadge").WithSummary("Withdraws a person's badge")
            .Produces<PersonBadges>().ProducesValidationProblem().ProducesProblem(404).ProducesProblem(503);
        return mission;
    }

    private static async Task<IResult> List(
        MissionScope mission,
        DelegateDirectories people,
        ICatalogue catalogue,
        CancellationToken cancellation,
        string? search = null,
        string? organisation = null,
        string? city = null,
        int limit = DefaultLimit)
    {
        var errors = new FieldErrors();
        if (limit is < 1 or > HighestLimit)
            errors.Add("limit", $"expected 1 to {HighestLimit}");
        if (search?.Length > 200)
            errors.Add("search", "expected at most 200 characters");
        if (city is not null && mission.Programme.Cities.All(known => known.Id.Value != city))
            errors.Add("city", "expected the id of a city of this mission");
        if (!errors.None)
            return errors.Problem();
        var directory = await people.ReadAsync(mission.Programme);
        var cities = await catalogue.CitiesOfDelegatesAsync(mission.Id, cancellation);
        return TypedResults.Ok(BadgeList.Of(directory, mission.Programme, cities, new BadgeFilter(search ?? "", organisation, city), limit));
    }

    private static async Task<IResult> Issue(HttpContext context, MissionScope mission, IssueRequest request, DelegateDirectories people, IGrainFactory grains, AuditTrail audit)
    {
        var directory = await people.ReadAsync(mission.Programme);
        var errors = new FieldErrors();
        var wanted = request.Delegates is null
            ? [.. directory.People.Where(person => person.Badge.Length == 0 && !person.IsNameless).Select(person => person.Id)]
            : request.Delegates.Value.Select((id, place) => PersonOf(id, $"delegates[{place}]")).ToImmutableArray();
        if (!errors.None)
            return errors.Problem();
        var issued = await grains.Mission(mission.Id).IssueBadges(wanted);
        await people.ReadAsync(issued.Programme);
        await audit.AddAsync(audit.Line(context, "badge", mission.Id, $"{issued.Count} badges issued"));
        return TypedResults.Ok(new BadgesGiven(issued.Count));

        DelegateId PersonOf(string? id, string field)
        {
            if (DelegateId.TryParse(id, null, out var person) && directory.Find(person) is not null)
                return person;
            errors.Add(field, "expected the id of a delegate of this mission");
            return default;
        }
    }

    private static async Task<IResult> Find(MissionScope mission, string id, IDelegateFiles files, CancellationToken cancellation) =>
        DelegateId.TryParse(id, null, out var person) && await files.LoadAsync(mission.Id, person, mission.Programme.Version, cancellation) is { } file
            ? TypedResults.Ok(PersonBadges.Of(file))
            : Problems.Unknown($"delegate '{id}'");

    private static Task<IResult> Reissue(
        HttpContext context, MissionScope mission, string id, ReasonRequest request, DelegateDirectories people, IDelegateFiles files, IGrainFactory grains, AuditTrail audit) =>
        Change(mission, id, request, people, files, (person, why) => audit.Line(context, "badge", mission.Id, $"badge of {person} replaced: {why}"), audit, (person, why) => grains.Mission(mission.Id).ReissueBadge(person, why));

    private static Task<IResult> Revoke(
        HttpContext context, MissionScope mission, string id, ReasonRequest request, DelegateDirectories people, IDelegateFiles files, IGrainFactory grains, AuditTrail audit) =>
        Change(mission, id, request, people, files, (person, why) => audit.Line(context, "badge", mission.Id, $"badge of {person} withdrawn: {why}"), audit, (person, why) => grains.Mission(mission.Id).RevokeBadge(person, why));

    private static async Task<IResult> Change(
        MissionScope mission,
        string id,
        ReasonRequest request,
        DelegateDirectories people,
        IDelegateFiles files,
        Func<DelegateId, string, AuditEntry> line,
        AuditTrail audit,
        Func<DelegateId, string, Task<MissionProgramme>> change)
    {
        if (!DelegateId.TryParse(id, null, out var person) || (await people.ReadAsync(mission.Programme)).Find(person) is null)
            return Problems.Unknown($"delegate '{id}'");
        var errors = new FieldErrors();
        var why = errors.Text("reason", request.Reason, LongestReason);
        if (!errors.None)
            return errors.Problem();
        var programme = await change(person, why);
        await audit.AddAsync(line(person, why));
        await people.ReadAsync(programme);
        return TypedResults.Ok(PersonBadges.Of((await files.LoadAsync(mission.Id, person, programme.Version))!));
    }
}

/// <summary>Who is to be given a badge.</summary>
/// <param name="Delegates">Their ids; or nothing for everyone who has none.</param>
public sealed record IssueRequest(ImmutableArray<string?>? Delegates);

/// <summary>Why a badge is withdrawn.</summary>
/// <param name="Reason">What doors are told, 1 to 200 characters.</param>
public sealed record ReasonRequest(string? Reason);

/// <summary>How many people were given a badge.</summary>
/// <param name="Issued">Of those who were asked for, the ones who had none.</param>
public sealed record BadgesGiven(int Issued);

/// <summary>The badges that a person was given.</summary>
/// <param name="Delegate">The person.</param>
/// <param name="Code">The code of the badge that is valid now, or empty.</param>
/// <param name="Withdrawn">Those that are not valid any more, the last one first.</param>
public sealed record PersonBadges(DelegateCard Delegate, string Code, ImmutableArray<Badge> Withdrawn)
{
    /// <summary>The badges of a file.</summary>
    public static PersonBadges Of(DelegateFile file) => new(
        DelegateCard.Of(file.Record),
        file.Record.Badge,
        [.. file.Badges.Where(badge => badge.RevokedAt is not null).OrderByDescending(badge => badge.RevokedAt)]);
}
