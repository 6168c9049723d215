using EventOps.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;

namespace EventOps.Grains.Hosting;

/// <summary>The grains run on the stand-in, which is one process and has no grain storage of its own.</summary>
internal static class GrainRuntime
{
    public const string Name = "Embedded";

    public const string? WhyNoCluster =
        "This build's grains run on the embedded runtime, which is one process and joins no cluster: build it with GrainRuntime=Orleans (./run --runtime orleans), or leave out --cluster.";

    public static void UseOneProcess(this ISiloBuilder silo, string serviceId) => silo.UseLocalhostClustering(serviceId: serviceId);

    public static void UseCluster(this ISiloBuilder silo, string serviceId, SiloPlace place) => throw new NotSupportedException(WhyNoCluster);

    public static void JoinCluster(this IHostApplicationBuilder host, string serviceId) => throw new NotSupportedException(WhyNoCluster);

    public static void AddEventOpsGrainStorage(this ISiloBuilder silo) =>
        silo.Services.AddGrainStorage(GrainStorage.Name, (services, _) => new GrainStorage(services.GetRequiredService<EventOpsDatabase>()));
}
