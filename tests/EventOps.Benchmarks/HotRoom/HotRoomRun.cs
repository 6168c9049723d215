using EventOps.Benchmarks.Baselines;
using EventOps.Benchmarks.Load;
using EventOps.Testing;

namespace EventOps.Benchmarks.HotRoom;

/// <summary>One run: EventOps and what it is compared with take turns, with the same clients and the same requests.</summary>
internal static class HotRoomRun
{
    // By then everything that is called often is compiled for good.
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
            await using var hot = await HotServer.StartAsync(null, folder.CreateSubdirectory("hot").FullName, options, postgres);
            await using var beside = options.Beside is { } builds
                ? await HotServer.StartAsync(builds, folder.CreateSubdirectory("beside").FullName, options, postgres)
                : null;
            await using var baselines = ServerProcess.StartSelf(BaselineCommand.Name, "--database", await postgres.CreateDatabaseAsync());
            await baselines.ReadyAsync();
            await MeasureAsync(options, postgres, hot, beside, baselines);
            return await AgreeAsync([hot, .. beside is null ? Array.Empty<HotServer>() : [beside]]) ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(HotRoomOptions options, PostgresServer postgres, HotServer hot, HotServer? beside, ServerProcess baselines)
    {
        var badges = await hot.CreateAsync(WarmUps + options.Rounds * options.Scans);
        if (beside is not null)
            await beside.CreateAsync(badges.Length);
        var door = options.SessionDoor ? HotMission.SessionDoor : HotMission.RoomDoor;
        using var toBaselines = new LoadClient(baselines.Url, options.Clients);
        await using var meter = new ProcessorMeter(postgres);

        LoadRun Compare(string path, string[] people) =>
            meter.Measure(baselines, () => toBaselines.Run(new ScanRequests(path, people, door), static (_, _) => true));

        await hot.ScanAsync(badges[..WarmUps]);
        if (beside is not null)
            await beside.ScanAsync(badges[..WarmUps]);
        using var typical = await baselines.Http.PutAsync("/answer", new ByteArrayContent(hot.Answer));
        Compare("/no-op", badges[..WarmUps]);
        Compare("/row-lock", badges[..(WarmUps / RowLocksForScans)]);

        var report = new HotRoomReport(options, await hot.RuntimeAsync(), beside is null ? null : await beside.RuntimeAsync());
        for (var round = 0; round < options.Rounds; round++)
        {
            var people = badges[(WarmUps + round * options.Scans)..(WarmUps + (round + 1) * options.Scans)];
            var noOp = Compare("/no-op", people);
            var rowLock = Compare("/row-lock", people[..(people.Length / RowLocksForScans)]);
            var (scans, batch) = await hot.ScanAsync(people);
            report.Add(new HotRoomRound(noOp, rowLock, scans, batch, beside is null ? null : (await beside.ScanAsync(people)).Run));
        }

        report.Print(hot.Answer.Length);
    }

    private static async Task<bool> AgreeAsync(IReadOnlyList<HotServer> servers)
    {
        var wrong = new List<string>();
        foreach (var server in servers)
            wrong.AddRange(await server.CheckAsync());
        foreach (var what in wrong)
            Console.Error.WriteLine($"DISAGREE  {what}");
        if (wrong.Count == 0)
            Console.WriteLine("Answers, journal and room agree on every admission.");
        return wrong.Count == 0;
    }
}
