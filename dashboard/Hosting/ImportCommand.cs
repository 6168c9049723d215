using System.CommandLine;
using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Dashboard.Imports;
using EventOps.Programme;
using EventOps.Programme.Schedule;
using EventOps.Storage;
using Spectre.Console;

namespace EventOps.Dashboard.Hosting;

/// <summary>Imports delegates and programmes into a mission's database, beside a running dashboard or without one.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var mission = new Option<string>("--mission") { Description = "The mission; it is made when it is not there", Required = true };
        var name = new Option<string?>("--name") { Description = "The name of a mission that is made" };
        var files = new Argument<FileInfo[]>("files") { Description = "venues.csv, rooms.csv, sessions.csv, delegates.csv, registrations.csv, or schedule XML", Arity = ArgumentArity.OneOrMore };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would change, and change nothing" };
        var zone = new Option<string?>("--time-zone") { Description = "IANA time zone of a schedule that names none" };
        var city = new Option<string?>("--city") { Description = "City of a schedule that names none" };
        var capacity = new Option<string[]>("--capacity") { Description = "A schedule's room and what it holds, legal/comfort: \"Hall 1=500/450\"; may be repeated" };
        var otherwise = new Option<string?>("--default-capacity") { Description = "What the other rooms of a schedule hold: 500/450" };
        var rehearse = new Option<DateTimeOffset?>("--rehearse-from") { Description = "Make the mission a rehearsal whose clock starts here, such as 2014-12-27T10:30+01:00" };
        var command = new Command("import", "Checks files as a whole and imports them: every problem is listed, and then nothing is imported")
        {
            files, mission, name, dryRun, zone, city, capacity, otherwise, rehearse,
        };
        var services = CommandServices.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var schedule = new ScheduleOptions { TimeZone = parsed.GetValue(zone), City = parsed.GetValue(city) };
            if (!MissionId.TryParse(parsed.GetValue(mission), null, out var id))
                return Fail($"--mission: expected {Identifier.Expected}");
            if (parsed.GetValue(otherwise) is { } text)
            {
                if (!RoomCapacity.TryParse(text, out var holds))
                    return Fail($"--default-capacity: expected {RoomCapacity.Expected}");
                schedule = schedule with { DefaultCapacity = holds };
            }

            foreach (var given in parsed.GetValue(capacity) ?? [])
            {
                if (!RoomCapacity.TryParse(given, out var room, out var holds))
                    return Fail($"--capacity {given}: expected a room and what it holds, such as \"Hall 1=500/450\"");
                schedule = schedule with { Capacities = schedule.Capacities.SetItem(room, holds) };
            }

            var paths = parsed.GetRequiredValue(files);
            if (paths.FirstOrDefault(file => !file.Exists) is { } absent)
                return Fail($"There is no file {absent}");
            var clock = parsed.GetValue(rehearse) is { } from ? new MissionClock(TimeProvider.System.GetUtcNow(), from, 0) : MissionClock.Real;
            return await services(parsed).RunAsync(
                provider => ImportAsync(provider, id, parsed.GetValue(name) ?? id.Value, clock, paths, schedule, parsed.GetValue(dryRun), cancellation), cancellation);
        });
        return command;
    }

    private static async Task<int> ImportAsync(
        IServiceProvider services, MissionId mission, string name, MissionClock clock, FileInfo[] files, ScheduleOptions schedule, bool dryRun, CancellationToken cancellation)
    {
        var (desk, catalogue) = (services.GetRequiredService<ImportDesk>(), services.GetRequiredService<ICatalogue>());
        var open = files.Select(file => new ImportFile(file.Name, file.OpenRead())).ToList();
        ImportAnswer answer = null!;
        await AnsiConsole.Progress().HideCompleted(true).StartAsync(async bar =>
        {
            var reading = bar.AddTask("Reading", maxValue: 1);
            answer = await desk.ReadAsync(mission, open, schedule, new Progress<ImportProgress>(progress => reading.Value = progress.Fraction), cancellation);
            if (!answer.Reading.Succeeded || dryRun)
                return;
            bar.AddTask("Writing").IsIndeterminate();
            var audit = services.GetRequiredService<AuditLog>();
            await audit.AddAsync(CommandServices.Line(services, "import", mission.Value, $"import of {string.Join(", ", files.Select(file => file.Name))}", null, answer.Changes), cancellation);
            foreach (var change in answer.Capacities)
            {
                await audit.AddAsync(
                    CommandServices.Line(
                        services,
                        "capacity",
                        mission.Value,
                        $"capacity of {change.Where}",
                        new { legal = change.LegalBefore, comfort = change.ComfortBefore },
                        new { legal = change.Legal, comfort = change.Comfort }),
                    cancellation);
            }

            await catalogue.CreateMissionAsync(mission, name, clock, cancellation);
            await catalogue.ImportAsync(mission, answer.Reading.Import, cancellation);
        });
        foreach (var file in open)
            await file.Content.DisposeAsync();
        return Report(answer, dryRun);
    }

    private static int Report(ImportAnswer answer, bool dryRun)
    {
        foreach (var warning in answer.Reading.Warnings)
            Console.WriteLine($"{warning.File}:{warning.Line}: note: {warning.Text}");
        foreach (var problem in answer.Reading.Problems)
            Console.Error.WriteLine($"{problem.File}:{problem.Line}: {problem.Column}: '{problem.Value}': expected {problem.Expected}");
        if (!answer.Reading.Succeeded)
            return Fail($"{answer.Reading.ProblemCount} problems. Nothing was imported.");

        Console.WriteLine(dryRun ? "Nothing was changed. An import would change:" : "Imported:");
        foreach (var (kind, rows) in new[]
        {
            ("cities", answer.Changes.Cities), ("venues", answer.Changes.Venues), ("rooms", answer.Changes.Rooms), ("sessions", answer.Changes.Sessions),
            ("delegates", answer.Changes.Delegates), ("registrations", answer.Changes.Registrations),
        })
            Console.WriteLine($"  {kind,-14}{rows.Added,8} new {rows.Changed,8} changed {rows.Unchanged,8} as they were");
        return 0;
    }

    private static int Fail(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }
}
