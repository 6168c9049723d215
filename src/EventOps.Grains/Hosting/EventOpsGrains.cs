using EventOps.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;

namespace EventOps.Grains.Hosting;

/// <summary>Runs the grains in a host.</summary>
public static class EventOpsGrains
{
    /// <summary>What the grains run on, for people.</summary>
    public const string Runtime = GrainRuntime.Name;

    /// <summary>Adds the grains, the storage that they need, and the runtime that they run on, all in this process.</summary>
    public static IHostApplicationBuilder AddEventOpsGrains(this IHostApplicationBuilder host, StorageOptions storage)
    {
        host.Services.AddSingleton(TimeProvider.System);
        host.Services.AddEventOpsStorage(storage);
        host.Services.AddSingleton<Programmes>();
        return host.UseOrleans(silo =>
        {
            silo.UseOneProcess(storage.ServiceId);
            silo.AddEventOpsGrainStorage();

            // A hundred thousand people pass once or twice a day: those who have gone in need no memory.
            silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = TimeSpan.FromMinutes(10));
        });
    }
}
