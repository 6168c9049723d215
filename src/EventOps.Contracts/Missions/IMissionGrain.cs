using System.Collections.Immutable;
using Orleans.Concurrency;

namespace EventOps.Contracts.Missions;

/// <summary>A mission: its programme, its clock, its imports. Keyed by the mission's id.</summary>
[Alias("eventops.mission")]
public interface IMissionGrain : IGrainWithStringKey
{
    /// <summary>The programme, or null when there is no such mission.</summary>
    [ReadOnly, Alias("GetProgramme")]
    Task<MissionProgramme?> GetProgramme();

    /// <summary>Makes the mission when it is not there yet, and names it.</summary>
    [Alias("Create")]
    Task<MissionProgramme> Create(string name, MissionClock clock);

    /// <summary>Writes a checked import as a whole, tells the sessions and venues that it concerns, and returns the new programme. A hundred thousand people take their time.</summary>
    [ResponseTimeout("00:10:00"), Alias("Import")]
    Task<MissionProgramme> Import(ProgrammeImport import);

    /// <summary>Gives each of these people a badge with a new code, but those who have one. The codes are in the catalogue.</summary>
    [ResponseTimeout("00:10:00"), Alias("IssueBadges")]
    Task<BadgesIssued> IssueBadges(ImmutableArray<DelegateId> people);

    /// <summary>Withdraws the badge that a person has, and gives them one with a new code. From the return on the old one is refused with the reason.</summary>
    [Alias("ReissueBadge")]
    Task<MissionProgramme> ReissueBadge(DelegateId person, string why);

    /// <summary>Withdraws the badge that a person has, if they have one. From the return on it is refused with the reason.</summary>
    [Alias("RevokeBadge")]
    Task<MissionProgramme> RevokeBadge(DelegateId person, string why);

    /// <summary>Takes away all that says who a person is; what they did is still counted. From the return on their badges are unknown.</summary>
    [Alias("Erase")]
    Task<MissionProgramme> Erase(DelegateId person);

    /// <summary>Takes away all that says who the mission's people are; what they did is still counted.</summary>
    [Alias("Anonymise")]
    Task<MissionProgramme> Anonymise();

    /// <summary>Sets what time it is for the mission.</summary>
    [Alias("SetClock")]
    Task<MissionProgramme> SetClock(MissionClock clock);
}

/// <summary>That people were given badges.</summary>
/// <param name="Programme">The programme, with the version at which they have them.</param>
/// <param name="Count">How many were given one.</param>
[GenerateSerializer, Immutable, Alias("eventops.badges-issued")]
public sealed record BadgesIssued([property: Id(0)] MissionProgramme Programme, [property: Id(1)] int Count);
