using EventOps.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;

namespace EventOps.Grains.Hosting;

/// <summary>Runs the grains in a host, or joins those that run elsewhere.</summary>
public static class EventOpsGrains
{
    /// <summary>What the grains run on, for people.</summary>
    public const string Runtime = GrainRuntime.Name;

    /// <summary>Why there can be no cluster here, and what to do about it; null when there can.</summary>
    public static string? WhyNoCluster(StorageOptions storage) =>
        GrainRuntime.WhyNoCluster ?? (storage.PostgreSql is null ? "A cluster meets in a PostgreSQL database: give --database \"Host=...;Database=...\"." : null);

    /// <summary>Adds the grains, the storage that they need, and the runtime that they run on, all in this process.</summary>
    public static IHostApplicationBuilder AddEventOpsGrains(this IHostApplicationBuilder host, StorageOptions storage) =>
        host.AddGrains(storage with { IsSoleWriter = true }, silo => silo.UseOneProcess(storage.ServiceId));

    /// <summary>Adds the same as one silo of a cluster: whoever else joins it by the same database shares the grains with it.</summary>
    public static IHostApplicationBuilder AddEventOpsSilo(this IHostApplicationBuilder host, StorageOptions storage, SiloPlace place) =>
        host.AddGrains(storage, silo => silo.UseCluster(storage.ServiceId, place));

    /// <summary>Adds the storage, and the way to the grains of a cluster; none run here. <see cref="ClusterLink"/> says whether it is there.</summary>
    public static IHostApplicationBuilder AddEventOpsCluster(this IHostApplicationBuilder host, StorageOptions storage)
    {
        host.Services.AddStorage(storage);
        host.Services.AddSingleton<ClusterLink>();
        host.JoinCluster(storage.ServiceId);
        return host;
    }

    private static IHostApplicationBuilder AddGrains(this IHostApplicationBuilder host, StorageOptions storage, Action<ISiloBuilder> place)
    {
        host.Services.AddStorage(storage);
        return host.UseOrleans(silo =>
        {
            place(silo);
            silo.AddEventOpsGrainStorage();

            // A hundred thousand people pass once or twice a day: those who have gone in need no memory.
            silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = TimeSpan.FromMinutes(10));
        });
    }

    private static void AddStorage(this IServiceCollection services, StorageOptions storage) =>
        services.AddSingleton(TimeProvider.System).AddEventOpsStorage(storage).AddSingleton<Programmes>();
}
