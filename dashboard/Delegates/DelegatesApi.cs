using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Hosting;
using EventOps.Dashboard.Missions;
using EventOps.Dashboard.Scans;
using EventOps.Domain.Access;
using EventOps.Storage;

namespace EventOps.Dashboard.Delegates;

/// <summary>People: searched as one types, and one by one.</summary>
internal static class DelegatesApi
{
    private const int DefaultLimit = 20;
    private const int HighestLimit = 200;

    public static RouteGroupBuilder MapDelegates(this RouteGroupBuilder mission)
    {
        var delegates = mission.MapGroup("/delegates").WithTags("Delegates");
        delegates.MapGet("/", Search).Needs(Permission.Search).WithName("SearchDelegates").WithSummary("People by name, organisation or code; accents and case do not count")
            .Produces<DelegateCard[]>().ProducesValidationProblem();
        delegates.MapGet("/{id}", Find).Needs(Permission.Search).WithName("FindDelegate").WithSummary("One person, where they are and where they are expected")
            .Produces<DelegateView>().ProducesProblem(404);
        return mission;
    }

    private static async Task<IResult> Search(MissionScope mission, DelegateDirectories people, string? search = null, int limit = DefaultLimit)
    {
        var errors = new FieldErrors();
        if (limit is < 1 or > HighestLimit)
            errors.Add("limit", $"expected 1 to {HighestLimit}");
        if (search?.Length > 200)
            errors.Add("search", "expected at most 200 characters");
        if (!errors.None)
            return errors.Problem();
        var found = (await people.GetAsync(mission.Programme)).Search(search ?? "", limit);
        return TypedResults.Ok(found.Select(DelegateCard.Of).ToArray());
    }

    private static async Task<IResult> Find(MissionScope mission, string id, DelegateDirectories people, IGrainFactory grains, ICatalogue catalogue, CancellationToken cancellation)
    {
        if (!DelegateId.TryParse(id, null, out var person) || (await people.GetAsync(mission.Programme)).Find(person) is not { } record)
            return Problems.Unknown($"delegate '{id}'");
        var whereabouts = await grains.Delegate(mission.Id, person).Whereabouts();
        var registrations = await catalogue.RegistrationsAsync(mission.Id, person, cancellation);
        return TypedResults.Ok(new DelegateView(
            record.Id,
            record.Name,
            record.Organisation,
            record.Sector,
            record.Language,
            record.Vip,
            record.Note,
            whereabouts,
            [.. registrations.Select(registration => new ExpectedSession(registration.Session, registration.Kind, registration.SeatHeld))]));
    }
}

/// <summary>A person, where they are and where they are expected.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">As they write it.</param>
/// <param name="Organisation">Whom they represent, or empty.</param>
/// <param name="Sector">Their sector, or empty.</param>
/// <param name="Language">The language that they are spoken to in.</param>
/// <param name="Vip">Whether protocol wants to know when they arrive.</param>
/// <param name="Note">What the door should know, or empty.</param>
/// <param name="Whereabouts">Where they are now.</param>
/// <param name="Sessions">Where they are expected.</param>
public sealed record DelegateView(
    DelegateId Id,
    string Name,
    string Organisation,
    string Sector,
    string Language,
    bool Vip,
    string Note,
    Whereabouts Whereabouts,
    ImmutableArray<ExpectedSession> Sessions);

/// <summary>A session in which a person is expected.</summary>
/// <param name="Session">The session.</param>
/// <param name="Kind">How they come to be expected.</param>
/// <param name="SeatHeld">Whether a seat is held for them.</param>
public sealed record ExpectedSession(SessionId Session, RegistrationKind Kind, bool SeatHeld);
