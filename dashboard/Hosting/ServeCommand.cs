using System.CommandLine;
using EventOps.Grains.Hosting;
using EventOps.Operations;

namespace EventOps.Dashboard.Hosting;

/// <summary>Runs the dashboard until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "Where to listen", DefaultValueFactory = _ => Settings.Get("Url", "http://localhost:5080") };
        var cluster = new Option<bool>("--cluster") { Description = "The grains run in the silos of a cluster, which meet in the same PostgreSQL database", DefaultValueFactory = _ => Settings.Get("Cluster", false) };
        var demonstration = new Option<string?>("--demonstration") { Description = "Folder of the demonstration mission's files, imported when it is not there yet", DefaultValueFactory = _ => Settings.Get<string?>("Demonstration", null) };
        var speed = new Option<double>("--speed") { Description = "How fast the demonstration is rehearsed: mission seconds for each second, 0 to 600", DefaultValueFactory = _ => Settings.Get("Speed", 0.0) };
        var drain = new Option<int>("--drain") { Description = "Seconds that it works on after SIGTERM, when /readyz says that it is stopping", DefaultValueFactory = _ => Settings.Get("Drain", 0) };
        var wait = new Option<double>("--database-wait") { Description = "Seconds that it waits at its start for a PostgreSQL that does not answer", DefaultValueFactory = _ => Settings.Get("DatabaseWait", 30.0) };
        var command = new Command("serve", "Runs the HTTP API, the live hub and the pages") { url, cluster, demonstration, speed, drain, wait };
        var storage = StorageArguments.AddTo(command);
        command.SetAction((parsed, cancellation) => ServeAsync(
            new DashboardOptions
            {
                Storage = storage(parsed),
                Cluster = parsed.GetValue(cluster),
                Drain = TimeSpan.FromSeconds(parsed.GetValue(drain)),
                DatabaseWait = TimeSpan.FromSeconds(parsed.GetValue(wait)),
                Url = parsed.GetRequiredValue(url),
                Demonstration = parsed.GetValue(demonstration),
                Speed = parsed.GetValue(speed),
            },
            cancellation));
        return command;
    }

    private static async Task<int> ServeAsync(DashboardOptions options, CancellationToken cancellation)
    {
        if (options.Cluster && EventOpsGrains.WhyNoCluster(options.Storage) is { } why)
            return await FailAsync(why);
        var (app, whyNot) = await DatabaseAtStart.StartAsync(options.Storage, options.DatabaseWait, () => DashboardApp.Build(options), cancellation);
        if (app is null)
            return await FailAsync(whyNot);
        await using var ends = app;
        if (options.Demonstration is { } folder)
            await Demonstration.LoadAsync(app.Services, folder);

        var start = app.Services.GetRequiredService<StartUp>();
        Welcome(options, start.IsReady(app.Services.GetRequiredService<TimeProvider>()));
        if (options.Demonstration is not null)
        {
            await Demonstration.RehearseAsync(app.Services, options.Speed);
            _ = TellFirstScanAsync(start);
        }

        // The host's own lifetime hears the signals, and ends when all that it has accepted is answered.
        await app.WaitForShutdownAsync(CancellationToken.None);
        return 0;
    }

    private static async Task<int> FailAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }

    private static void Welcome(DashboardOptions options, TimeSpan ready)
    {
        Console.WriteLine($"EventOps is ready after {ready.TotalSeconds:0.00} s, on {EventOpsGrains.Runtime} grains{(options.Cluster ? " of a cluster" : "")} and {(options.Storage.PostgreSql is null ? "SQLite" : "PostgreSQL")}.");
        Console.WriteLine($"  Operations  {options.Url}/ops/");
        Console.WriteLine($"  Floor       {options.Url}/floor/");
        Console.WriteLine($"  Host        {options.Url}/host/");
        Console.WriteLine("Ctrl-C stops it.");
    }

    private static async Task TellFirstScanAsync(StartUp start)
    {
        var first = await start.FirstScan;
        Console.WriteLine($"The first scan was accepted {first.TotalSeconds:0.00} s after the start of the process.");
    }
}
