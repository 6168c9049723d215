using EventOps.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;

namespace EventOps.Grains.Hosting;

/// <summary>The grains run on the stand-in, which is one process and has no grain storage of its own.</summary>
internal static class GrainRuntime
{
    public const string Name = "Embedded";

    public static void UseOneProcess(this ISiloBuilder silo, string serviceId) => silo.UseLocalhostClustering(serviceId: serviceId);

    public static void AddEventOpsGrainStorage(this ISiloBuilder silo) =>
        silo.Services.AddGrainStorage(GrainStorage.Name, (services, _) => new GrainStorage(services.GetRequiredService<EventOpsDatabase>()));
}
