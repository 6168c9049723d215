using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Missions;
using EventOps.Domain.Missions;

namespace EventOps.Domain.Delegates;

/// <summary>Whether one person can have been in two cities (rule 4).</summary>
public static class TravelRule
{
    /// <summary>No two cities of a mission are nearer than this, door to door.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(60);

    /// <summary>Whether someone who is inside a venue presents in another city before they could have travelled.</summary>
    public static bool IsImpossible(MissionProgramme programme, Whereabouts inside, VenueId presents, DateTimeOffset at) =>
        inside is { Venue: { } left, Since: { } since }
        && at - since < Shortest
        && CityOf(programme, left) is { } from
        && CityOf(programme, presents) is { } to
        && from != to;

    private static CityId? CityOf(MissionProgramme programme, VenueId venue) =>
        ProgrammeIndex.Of(programme).Venue(venue)?.City;
}
