using EventOps.Benchmarks.Baselines;
using EventOps.Benchmarks.Load;
using EventOps.Storage;
using EventOps.Testing;

namespace EventOps.Benchmarks.HotRoom;

/// <summary>One run: EventOps and what it is compared with take turns, with the same clients and the same requests.</summary>
internal static class HotRoomRun
{
    private const int WarmUps = 60_000;

    // The row lock is so much slower that fewer requests take as long.
    private const int RowLocksForScans = 20;

    public static async Task<int> RunAsync(HotRoomOptions options)
    {
        Console.WriteLine($"Hot room: {options.Clients} clients, {options.Rounds} rounds of {options.Scans} scans at the {(options.SessionDoor ? "session" : "room")}'s door, {(options.Sqlite ? "SQLite" : "PostgreSQL")}.");
        await using var postgres = await PostgresServer.StartNewAsync();
        var folder = Directory.CreateTempSubdirectory("eventops-benchmark-");
        try
        {
            var storage = new StorageOptions { Folder = folder.FullName, PostgreSql = options.Sqlite ? null : await postgres.CreateDatabaseAsync() };
            await using var dashboard = ServerProcess.StartDashboard(null, options.Sqlite ? ["--data", storage.Folder] : ["--database", storage.PostgreSql!]);
            await using var baselines = ServerProcess.StartSelf(BaselineCommand.Name, "--database", await postgres.CreateDatabaseAsync());
            await dashboard.ReadyAsync();
            await baselines.ReadyAsync();
            return await MeasureAsync(options, storage, postgres, dashboard, baselines);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(HotRoomOptions options, StorageOptions storage, PostgresServer postgres, ServerProcess dashboard, ServerProcess baselines)
    {
        var mission = new HotMission(dashboard.Http);
        var badges = await mission.CreateAsync(WarmUps + options.Rounds * options.Scans);
        var door = options.SessionDoor ? HotMission.SessionDoor : HotMission.RoomDoor;
        var answered = new List<ScanRequests>();
        using var toDashboard = new LoadClient(dashboard.Url, options.Clients);
        using var toBaselines = new LoadClient(baselines.Url, options.Clients);
        await using var meter = new ProcessorMeter(postgres);
        var answer = Array.Empty<byte>();

        LoadRun Scan(string[] people)
        {
            var requests = new ScanRequests($"{HotMission.Path}/scans", people, door);
            answered.Add(requests);
            return meter.Measure(dashboard, () => toDashboard.Run(requests, (request, body) =>
            {
                if (answer.Length == 0)
                    answer = JsonOf(body).ToArray();
                return body.IndexOf(requests.Id(request)) >= 0 && body.IndexOf("\"outcome\":\"admitted\""u8) >= 0;
            }));
        }

        LoadRun Compare(string path, string[] people) =>
            meter.Measure(baselines, () => toBaselines.Run(new ScanRequests(path, people, door), static (_, _) => true));

        Scan(badges[..WarmUps]);
        using var typical = await baselines.Http.PutAsync("/answer", new ByteArrayContent(answer));
        Compare("/no-op", badges[..WarmUps]);
        Compare("/row-lock", badges[..(WarmUps / RowLocksForScans)]);

        var report = new HotRoomReport(options);
        for (var round = 0; round < options.Rounds; round++)
        {
            var people = badges[(WarmUps + round * options.Scans)..(WarmUps + (round + 1) * options.Scans)];
            var noOp = Compare("/no-op", people);
            var rowLock = Compare("/row-lock", people[..(people.Length / RowLocksForScans)]);
            var before = await mission.JournalAsync();
            var scans = Scan(people);
            var after = await mission.JournalAsync();
            report.Add(new HotRoomRound(noOp, rowLock, scans, (double)(after.Entries - before.Entries) / (after.Commits - before.Commits)));
        }

        report.Print(answer.Length);
        var wrong = await Agreement.CheckAsync(answered, mission, storage);
        foreach (var what in wrong)
            Console.Error.WriteLine($"DISAGREE  {what}");
        if (wrong.Count == 0)
            Console.WriteLine($"Answers, journal and room agree on {badges.Length} admissions.");
        return wrong.Count == 0 ? 0 : 1;
    }

    /// <summary>The body without its chunk's length and end.</summary>
    private static ReadOnlySpan<byte> JsonOf(ReadOnlySpan<byte> body) => body[body.IndexOf((byte)'{')..(body.LastIndexOf((byte)'}') + 1)];
}
