using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Programme;
using EventOps.Programme.Schedule;
using EventOps.Storage;

namespace EventOps.Dashboard.Imports;

/// <summary>Reads files against what a mission has, and writes them through its grain: all of them, or nothing.</summary>
public sealed class ImportDesk(ICatalogue catalogue, IGrainFactory grains)
{
    /// <summary>Checks the files; without <paramref name="dryRun"/> and without a problem, imports them.</summary>
    public async Task<ImportAnswer> ImportAsync(
        MissionId mission,
        IReadOnlyList<ImportFile> files,
        ScheduleOptions? schedule,
        bool dryRun,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var known = new KnownProgramme(await catalogue.ReadAllAsync(mission, cancellation));
        var reading = ProgrammeReader.Read(files, known, schedule, progress, cancellation);
        var changes = ImportDiff.Compare(known, reading.Import);
        if (!reading.Succeeded || dryRun)
            return new ImportAnswer(false, changes, reading);

        await grains.Mission(mission).Import(reading.Import);
        return new ImportAnswer(true, changes, reading);
    }
}

/// <summary>What came of an import.</summary>
/// <param name="Imported">Whether it was written.</param>
/// <param name="Changes">What it changed, or would change.</param>
/// <param name="Reading">What was read, and what is wrong with it.</param>
public sealed record ImportAnswer(bool Imported, ImportChanges Changes, ImportReading Reading);
