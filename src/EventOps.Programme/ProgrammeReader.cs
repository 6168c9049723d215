using EventOps.Contracts.Missions;
using EventOps.Programme.Csv;
using EventOps.Programme.Files;
using EventOps.Programme.Schedule;

namespace EventOps.Programme;

/// <summary>
/// Reads a programme and its delegates from files: <c>venues.csv</c>, <c>rooms.csv</c>, <c>sessions.csv</c>, <c>delegates.csv</c>, <c>registrations.csv</c> in any
/// order and any choice, or schedule XML instead of the first three, with the rooms' capacities in <c>rooms.csv</c> or in the options.
/// </summary>
public static class ProgrammeReader
{
    private const int RowsBetweenReports = 1_000;

    private static readonly string[] Kinds = ["venues", "rooms", "sessions", "delegates", "registrations"];

    /// <summary>
    /// Reads and checks the files as a whole, against each other and against what the mission has. Never throws for what is in a file: that is a
    /// problem with its line. Nothing is imported when there is any.
    /// </summary>
    /// <param name="files">The files, each kind once.</param>
    /// <param name="known">What the mission has.</param>
    /// <param name="options">What schedule XML does not say.</param>
    /// <param name="progress">Told every thousand rows and at the end of each file.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ImportReading Read(
        IEnumerable<ImportFile> files, KnownProgramme known, ScheduleOptions? options = null, IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var problems = new ProblemList();
        var rows = new ImportRows(known);
        var (schedules, tables) = Sort(files, problems);
        var total = schedules.Concat(tables.Values).Sum(f => f.Content.Length - f.Content.Position);
        long done = 0;

        var capacities = options ?? new();
        if (schedules.Count > 0 && tables.Remove("rooms", out var given))
            ReadTable(given, CapacitiesFile.Required, CapacitiesFile.Optional, row => capacities = CapacitiesFile.Read(row, capacities));
        foreach (var schedule in schedules)
        {
            var length = schedule.Content.Length - schedule.Content.Position;
            var sessions = rows.Sessions.Count;
            ScheduleReader.Read(schedule, capacities, rows, problems);
            done += length;
            progress?.Report(new(schedule.Name, rows.Sessions.Count - sessions, total == 0 ? 1 : (double)done / total));
        }

        foreach (var kind in Kinds)
        {
            if (!tables.TryGetValue(kind, out var file))
                continue;
            switch (kind)
            {
                case "venues": ReadTable(file, VenuesFile.Required, VenuesFile.Optional, row => VenuesFile.Read(row, rows)); break;
                case "rooms": ReadTable(file, RoomsFile.Required, RoomsFile.Optional, row => RoomsFile.Read(row, rows)); break;
                case "sessions": ReadTable(file, SessionsFile.Required, SessionsFile.Optional, row => SessionsFile.Read(row, rows)); break;
                case "delegates": ReadTable(file, DelegatesFile.Required, DelegatesFile.Optional, new DelegatesFile(rows).Read); break;
                default: ReadTable(file, RegistrationsFile.Required, RegistrationsFile.Optional, new RegistrationsFile(rows).Read); break;
            }
        }

        return new(problems.Count == 0 ? rows.ToImport() : ProgrammeImport.Empty, problems.Problems, problems.Count, problems.Warnings);

        void ReadTable(ImportFile file, string[] required, string[] optional, Action<CsvTable> read)
        {
            var (start, length) = (file.Content.Position, file.Content.Length - file.Content.Position);
            using var table = new CsvTable(file.Name, file.Content, problems);
            if (table.ReadHeader(required, optional))
            {
                while (table.Read())
                {
                    read(table);
                    if (table.Rows % RowsBetweenReports != 0)
                        continue;
                    cancellationToken.ThrowIfCancellationRequested();
                    progress?.Report(new(file.Name, table.Rows, (double)(done + file.Content.Position - start) / total));
                }
            }

            done += length;
            progress?.Report(new(file.Name, table.Rows, total == 0 ? 1 : (double)done / total));
        }
    }

    private static (List<ImportFile> Schedules, Dictionary<string, ImportFile> Tables) Sort(IEnumerable<ImportFile> files, ProblemList problems)
    {
        var schedules = new List<ImportFile>();
        var tables = new Dictionary<string, ImportFile>(StringComparer.OrdinalIgnoreCase);
        foreach (var given in files)
        {
            var file = new ImportFile(Path.GetFileName(given.Name.Replace('\\', '/')), Seekable(given.Content));
            var (kind, extension) = (Path.GetFileNameWithoutExtension(file.Name), Path.GetExtension(file.Name).ToLowerInvariant());
            if (extension == ".xml")
                schedules.Add(file);
            else if (extension is not (".csv" or ".txt" or ".tsv") || !Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase))
                problems.Add(file.Name, 0, "", file.Name, $"a file named {string.Join(", ", Kinds.Select(k => k + ".csv"))}, or schedule XML");
            else if (!tables.TryAdd(kind, file))
                problems.Add(file.Name, 0, "", file.Name, "each file once");
        }

        return (schedules, tables);
    }

    private static Stream Seekable(Stream content)
    {
        if (content.CanSeek)
            return content;
        var held = new MemoryStream();
        content.CopyTo(held);
        held.Position = 0;
        return held;
    }
}
