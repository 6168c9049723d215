using System.Collections.Immutable;
using System.Globalization;
using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Missions;
using EventOps.Dashboard.Delegates;

namespace EventOps.Dashboard.Badges;

/// <summary>People with their badges, for printing.</summary>
/// <param name="Total">How many people the filter fits.</param>
/// <param name="WithoutBadge">How many of them have no valid badge.</param>
/// <param name="Organisations">The organisations of the whole mission, by name.</param>
/// <param name="People">The first of them, by organisation and name.</param>
public sealed record BadgeList(int Total, int WithoutBadge, ImmutableArray<string> Organisations, ImmutableArray<BadgeView> People)
{
    private static readonly StringComparer ByWord = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace);

    /// <summary>The people of a mission whom a filter fits.</summary>
    public static BadgeList Of(DelegateDirectory directory, MissionProgramme programme, ILookup<DelegateId, CityId> cities, BadgeFilter filter, int limit)
    {
        // Stable sorts of people who are in the order of their names already.
        var found = directory.People.Where(person => !person.IsNameless && filter.Fits(person, cities)).OrderBy(person => person.Organisation, ByWord).ToList();
        return new BadgeList(
            found.Count,
            found.Count(person => person.Badge.Length == 0),
            [.. directory.People.Select(person => person.Organisation).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(ByWord)],
            [.. found.Take(limit).Select(person => BadgeView.Of(person, programme, cities))]);
    }
}

/// <summary>Whose badges are wanted.</summary>
/// <param name="Words">Parts of a name, an organisation, a code or an id, all of which are found; accents and case do not count.</param>
/// <param name="Organisation">Those of one organisation, or null.</param>
/// <param name="City">Those who are expected in a session in this city, or null.</param>
public sealed record BadgeFilter(string Words, string? Organisation, string? City)
{
    private readonly string[] _words = DelegateDirectory.Fold(Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a person is one of those.</summary>
    public bool Fits(DelegateRecord person, ILookup<DelegateId, CityId> cities) =>
        (Organisation is null || person.Organisation == Organisation)
        && (City is null || cities[person.Id].Any(city => city.Value == City))
        && (_words.Length == 0 || Holds(DelegateDirectory.Fold($"{person.Name} {person.Organisation} {person.Badge} {person.Id}")));

    private bool Holds(string text) => _words.All(word => text.Contains(word, StringComparison.Ordinal));
}

/// <summary>A badge, as it is printed.</summary>
/// <param name="Delegate">The person.</param>
/// <param name="Name">As they write it.</param>
/// <param name="Organisation">Whom they represent, or empty.</param>
/// <param name="Sector">Their sector, or empty.</param>
/// <param name="Language">The language that they are spoken to in.</param>
/// <param name="Vip">Whether protocol wants to know when they arrive.</param>
/// <param name="Cities">The names of the cities in which they are expected, in the order of the programme.</param>
/// <param name="Code">What doors read, or empty when they have no valid badge.</param>
public sealed record BadgeView(
    DelegateId Delegate, string Name, string Organisation, string Sector, string Language, bool Vip, ImmutableArray<string> Cities, string Code)
{
    /// <summary>The badge of a person.</summary>
    public static BadgeView Of(DelegateRecord person, MissionProgramme programme, ILookup<DelegateId, CityId> cities) => new(
        person.Id,
        person.Name,
        person.Organisation,
        person.Sector,
        person.Language,
        person.Vip,
        [.. programme.Cities.Where(city => cities[person.Id].Contains(city.Id)).Select(city => city.Name)],
        person.Badge);
}
