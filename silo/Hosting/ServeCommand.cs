using System.CommandLine;
using System.Net;
using EventOps.Grains.Hosting;
using EventOps.Operations;
using EventOps.Storage;

namespace EventOps.Silo.Hosting;

/// <summary>Runs a silo until it is told to stop; then its grains go to the others.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var database = new Option<string?>("--database") { Description = "PostgreSQL connection string; also from the environment's EVENTOPS_DATABASE", DefaultValueFactory = _ => Settings.Database };
        var url = new Option<string>("--url") { Description = "Where /healthz, /readyz and /metrics are", DefaultValueFactory = _ => Settings.Get("Url", "http://127.0.0.1:5090") };
        var address = new Option<string>("--address") { Description = "The IP address at which the rest of the cluster reaches it", DefaultValueFactory = _ => Settings.Get("Address", "127.0.0.1") };
        var siloPort = new Option<int>("--silo-port") { Description = "The port for other silos; 0 is a free one", DefaultValueFactory = _ => Settings.Get("SiloPort", 0) };
        var gatewayPort = new Option<int>("--gateway-port") { Description = "The port for dashboards; 0 is a free one", DefaultValueFactory = _ => Settings.Get("GatewayPort", 0) };
        var drain = new Option<int>("--drain") { Description = "Seconds that it works on after SIGTERM, when /readyz says that it is stopping", DefaultValueFactory = _ => Settings.Get("Drain", 0) };
        var wait = new Option<double>("--database-wait") { Description = "Seconds that it waits at its start for a database that does not answer", DefaultValueFactory = _ => Settings.Get("DatabaseWait", 30.0) };
        var command = new Command("serve", "Runs grains") { database, url, address, siloPort, gatewayPort, drain, wait };
        command.SetAction(async (parsed, cancellation) =>
        {
            var storage = new StorageOptions { PostgreSql = parsed.GetValue(database) is { Length: > 0 } given ? given : null };
            if (EventOpsGrains.WhyNoCluster(storage) is { } why)
                return Fail(why);
            if (!IPAddress.TryParse(parsed.GetValue(address), out var ip))
                return Fail("--address: expected an IP address, such as 10.0.0.7");
            var place = new SiloPlace { Address = ip, SiloPort = parsed.GetValue(siloPort), GatewayPort = parsed.GetValue(gatewayPort) };
            if (place is not { SiloPort: >= 0 and <= ushort.MaxValue, GatewayPort: >= 0 and <= ushort.MaxValue })
                return Fail("--silo-port, --gateway-port: expected a port, 0 to 65535");
            return await ServeAsync(
                new SiloOptions
                {
                    Storage = storage,
                    Url = parsed.GetRequiredValue(url),
                    Place = place,
                    Drain = TimeSpan.FromSeconds(parsed.GetValue(drain)),
                    DatabaseWait = TimeSpan.FromSeconds(parsed.GetValue(wait)),
                },
                cancellation);
        });
        return command;
    }

    private static async Task<int> ServeAsync(SiloOptions options, CancellationToken cancellation)
    {
        var (app, whyNot) = await DatabaseAtStart.StartAsync(options.Storage, options.DatabaseWait, () => SiloApp.Build(options), cancellation);
        if (app is null)
            return Fail(whyNot);
        await using var ends = app;
        Console.WriteLine($"The silo has joined the cluster; its health is at {options.Url}/readyz.");
        await app.WaitForShutdownAsync(CancellationToken.None);
        return 0;
    }

    private static int Fail(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }
}
