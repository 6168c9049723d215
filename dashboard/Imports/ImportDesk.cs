using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Programme;
using EventOps.Programme.Schedule;
using EventOps.Storage;

namespace EventOps.Dashboard.Imports;

/// <summary>Reads files against what a mission has, and writes them through its grain: all of them, or nothing.</summary>
public sealed class ImportDesk(ICatalogue catalogue, IGrainFactory grains)
{
    /// <summary>Checks the files as a whole, and says what they would change. Nothing is written.</summary>
    public async Task<ImportAnswer> ReadAsync(
        MissionId mission,
        IReadOnlyList<ImportFile> files,
        ScheduleOptions? schedule = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var known = new KnownProgramme(await catalogue.ReadAllAsync(mission, cancellation));
        // Reading 100,000 rows takes a good part of a second of a processor: not on the thread that the floor's scans come in on.
        var reading = await Task.Run(() => ProgrammeReader.Read(files, known, schedule, progress, cancellation), cancellation);
        return new ImportAnswer(ImportDiff.Compare(known, reading.Import), [.. ImportDiff.Capacities(known, reading.Import)], reading);
    }

    /// <summary>Writes what was read without a problem into a mission that is there.</summary>
    public Task<MissionProgramme> WriteAsync(MissionId mission, ImportAnswer answer) => answer.Reading.Succeeded
        ? grains.Mission(mission).Import(answer.Reading.Import)
        : throw new InvalidOperationException("Files with problems are not imported.");
}

/// <summary>What came of reading files.</summary>
/// <param name="Changes">What an import of them changes.</param>
/// <param name="Capacities">The capacities that it sets anew.</param>
/// <param name="Reading">What was read, and what is wrong with it.</param>
public sealed record ImportAnswer(ImportChanges Changes, ImmutableArray<CapacityChange> Capacities, ImportReading Reading);
