using System.Net;
using System.Net.Sockets;
using EventOps.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace EventOps.Grains.Hosting;

/// <summary>The grains run on Microsoft Orleans, with its ADO.NET grain storage.</summary>
internal static class GrainRuntime
{
    public const string Name = "Microsoft Orleans";

    private const string AdoNet = "ado-net";

    // Below the ports that the system gives to outgoing connections, so that none of them takes the port before the silo does.
    private const int LowestPort = 20_000;
    private const int HighestPort = 32_000;

    /// <summary>A cluster of one: nobody else joins it, so it needs no gateway, and any port will do.</summary>
    public static void UseOneProcess(this ISiloBuilder silo, string serviceId)
    {
        silo.UseLocalhostClustering(FreePort(), gatewayPort: 0, serviceId: serviceId, clusterId: "one-process");
        silo.AddActivityPropagation();
        silo.Services.AddLogging(BeQuiet);
    }

    /// <summary>The rows of Orleans's storage are the stand-in's own, by the queries in table OrleansQuery: what one wrote, the other reads.</summary>
    public static void AddEventOpsGrainStorage(this ISiloBuilder silo)
    {
        silo.AddAdoNetGrainStorage(AdoNet, (OptionsBuilder<AdoNetGrainStorageOptions> storage) => storage.Configure<EventOpsDatabase>((options, database) =>
        {
            options.Invariant = database.Invariant;
            options.DataSource = database.Source;
            options.GrainStorageSerializer = new GrainStateJson();
        }));
        silo.Services.AddGrainStorage(GrainStorage.Name, (services, _) =>
            new WritesInTurn(services.GetRequiredKeyedService<IGrainStorage>(AdoNet), services.GetRequiredService<EventOpsDatabase>()));
    }

    /// <summary>A silo tells all its options when it starts, advises a collector that was measured to cost more, and finds its first look at itself late.</summary>
    private static void BeQuiet(ILoggingBuilder logging) => logging
        .AddFilter("Orleans", LogLevel.Warning)
        .AddFilter("Orleans.Runtime.Silo", LogLevel.Error)
        .AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error)
        .AddFilter("Polly", LogLevel.Warning);

    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(LowestPort, HighestPort);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it: another.
            }
        }
    }
}
