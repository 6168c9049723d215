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

    /// <summary>Sets what time it is for the mission.</summary>
    [Alias("SetClock")]
    Task<MissionProgramme> SetClock(MissionClock clock);
}
