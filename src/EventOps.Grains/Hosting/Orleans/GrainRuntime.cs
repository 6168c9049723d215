using System.Net;
using System.Net.Sockets;
using EventOps.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;
using Orleans.Serialization;
using Orleans.Storage;

namespace EventOps.Grains.Hosting;

/// <summary>The grains run on Microsoft Orleans, with its ADO.NET grain storage and, in a cluster, its ADO.NET membership.</summary>
internal static class GrainRuntime
{
    public const string Name = "Microsoft Orleans";

    public const string? WhyNoCluster = null;

    private const string AdoNet = "ado-net";
    private const string ClusterId = "eventops";

    // Below the ports that the system gives to outgoing connections, so that none of them takes the port before the silo does.
    private const int LowestPort = 20_000;
    private const int HighestPort = 32_000;

    /// <summary>How often silos look at each other, and dashboards at who is there.</summary>
    internal static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>A cluster of one: nobody else joins it, so it needs no gateway, and any port will do.</summary>
    public static void UseOneProcess(this ISiloBuilder silo, string serviceId)
    {
        silo.UseLocalhostClustering(FreePort(), gatewayPort: 0, serviceId: serviceId, clusterId: "one-process");
        silo.AddActivityPropagation();
        silo.Services.AddLogging(BeQuiet);
    }

    public static void UseCluster(this ISiloBuilder silo, string serviceId, SiloPlace place)
    {
        silo.UseAdoNetClustering((OptionsBuilder<AdoNetClusteringSiloOptions> clustering) => clustering.Configure<EventOpsDatabase>((options, database) =>
            (options.Invariant, options.DataSource) = (database.Invariant, database.Source)));
        silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (ClusterId, serviceId));
        silo.ConfigureEndpoints(
            place.Address, place.SiloPort > 0 ? place.SiloPort : FreePort(), place.GatewayPort > 0 ? place.GatewayPort : FreePort());

        // A silo that others hear nothing of for three times three seconds is voted out: its venues wait for about ten seconds, and not for a minute. As soon are silos
        // passed over that start after all have ended at once, and within five seconds one that was voted out and does not know it reads so, and ends.
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            (options.ProbeTimeout, options.MaxProbeTimeout, options.NumMissedProbesLimit) = (Look, TimeSpan.FromSeconds(3), 3);
            (options.IAmAliveTablePublishTimeout, options.NumMissedTableIAmAliveLimit) = (TimeSpan.FromSeconds(3), 3);
            options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        });
        silo.AddActivityPropagation();
        silo.Services.Configure<ExceptionSerializationOptions>(SendAll);
        silo.Services.AddLogging(BeQuiet);
    }

    public static void JoinCluster(this IHostApplicationBuilder host, string serviceId)
    {
        host.UseOrleansClient(client =>
        {
            client.UseAdoNetClustering((OptionsBuilder<AdoNetClusteringClientOptions> clustering) => clustering.Configure<EventOpsDatabase>((options, database) =>
                (options.Invariant, options.DataSource) = (database.Invariant, database.Source)));
            client.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (ClusterId, serviceId));
            client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = Look);
            client.AddActivityPropagation();
            client.Services.Configure<ExceptionSerializationOptions>(SendAll);
            client.UseConnectionRetryFilter<WaitForSilos>();
            client.AddClusterConnectionStatusObserver<ClusterLinkWatch>();
            client.Services.AddHostedService<ClusterLinkKeeper>();
            client.Services.AddLogging(BeQuiet);
        });
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

    /// <summary>An exception may have any other as its cause, and one that can't be sent would arrive as a fault of the sending.</summary>
    private static void SendAll(ExceptionSerializationOptions options) => options.SupportedExceptionTypeFilter = _ => true;

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
