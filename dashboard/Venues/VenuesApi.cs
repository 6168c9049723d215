using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Delegates;
using EventOps.Dashboard.Hosting;
using EventOps.Dashboard.Live;
using EventOps.Dashboard.Missions;
using EventOps.Dashboard.Scans;
using EventOps.Domain.Access;
using EventOps.Domain.Missions;

namespace EventOps.Dashboard.Venues;

/// <summary>Venues with their counts, and who is inside one.</summary>
internal static class VenuesApi
{
    public static RouteGroupBuilder MapVenues(this RouteGroupBuilder mission)
    {
        var venues = mission.MapGroup("/venues").WithTags("Venues");
        venues.MapGet("/", All).Needs(Permission.Board).WithName("Venues").WithSummary("Every venue with its rooms' counts").Produces<VenueView[]>();
        venues.MapGet("/{id}", One).Needs(Permission.Board).WithName("Venue").WithSummary("One venue with its rooms' counts").Produces<VenueView>().ProducesProblem(404);
        venues.MapGet("/{id}/inside", Inside).Needs(Permission.Muster).WithName("Inside").WithSummary("The muster list: everyone who is inside now")
            .Produces<PersonInsideView[]>().ProducesProblem(404);
        return mission;
    }

    private static async Task<IResult> All(MissionScope mission, IGrainFactory grains) =>
        TypedResults.Ok((await Task.WhenAll(mission.Programme.Venues.Select(venue => grains.Venue(mission.Id, venue.Id).Summary()))).Select(VenueView.Of).ToArray());

    private static async Task<IResult> One(MissionScope mission, string id, IGrainFactory grains) =>
        Known(mission, id) is { } venue
            ? TypedResults.Ok(VenueView.Of(await grains.Venue(mission.Id, venue.Id).Summary()))
            : Problems.Unknown($"venue '{id}'");

    private static async Task<IResult> Inside(MissionScope mission, string id, IGrainFactory grains, DelegateDirectories people)
    {
        if (Known(mission, id) is not { } venue)
            return Problems.Unknown($"venue '{id}'");
        var directory = await people.GetAsync(mission.Programme);
        var inside = await grains.Venue(mission.Id, venue.Id).Inside();
        return TypedResults.Ok(inside
            .Where(person => directory.Find(person.Delegate) is not null)
            .Select(person => new PersonInsideView(DelegateCard.Of(directory.Find(person.Delegate)!), person.Room, person.Session, person.Since))
            .OrderBy(person => person.Delegate.Name, StringComparer.InvariantCultureIgnoreCase)
            .ToArray());
    }

    private static Venue? Known(MissionScope mission, string id) =>
        VenueId.TryParse(id, null, out var known) ? ProgrammeIndex.Of(mission.Programme).Venue(known) : null;
}

/// <summary>A person who is inside a venue.</summary>
/// <param name="Delegate">The person.</param>
/// <param name="Room">The room, or null in the foyer.</param>
/// <param name="Session">The session through whose door they came in, or null.</param>
/// <param name="Since">Since when.</param>
public sealed record PersonInsideView(DelegateCard Delegate, RoomId? Room, SessionId? Session, DateTimeOffset Since);
