using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Storage;

/// <summary>Registers the storage.</summary>
public static class StorageServices
{
    /// <summary>
    /// Adds <see cref="EventOpsDatabase"/>, <see cref="IJournal"/>, <see cref="ICatalogue"/> and <see cref="IDelegateFiles"/>. The host calls
    /// <see cref="EventOpsDatabase.MigrateAsync"/> before it uses them. A <see cref="TimeProvider"/> that is registered is used.
    /// </summary>
    public static IServiceCollection AddEventOpsStorage(this IServiceCollection services, StorageOptions options) => services
        .AddSingleton(options)
        .AddSingleton(provider => EventOpsDatabase.Create(options, provider.GetService<TimeProvider>()))
        .AddSingleton<IJournal>(provider => new VenueJournal(provider.GetRequiredService<EventOpsDatabase>()))
        .AddSingleton<ICatalogue>(provider => new RelationalCatalogue(provider.GetRequiredService<EventOpsDatabase>()))
        .AddSingleton<IDelegateFiles>(provider => new DelegateFiles(provider.GetRequiredService<EventOpsDatabase>()));
}
