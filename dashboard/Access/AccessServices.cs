using EventOps.Dashboard.Audit;
using EventOps.Dashboard.Devices;
using EventOps.Dashboard.Hosting;
using EventOps.Dashboard.Links;
using EventOps.Dashboard.Privacy;
using EventOps.Storage;

namespace EventOps.Dashboard.Access;

/// <summary>Registers who may do what.</summary>
internal static class AccessServices
{
    /// <summary>Adds credentials, accounts, devices, links, the audit trail and privacy. The storage has been added.</summary>
    public static void AddEventOpsAccess(this IServiceCollection services, DashboardOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Limits);
        options.Limits.AddTo(services);
        services.AddSingleton<AccessTable>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AccessBook>();
        services.AddSingleton<Credentials>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<SetUp>();
        services.AddSingleton<SignInDesk>();
        services.AddSingleton<Visitors>();
        services.AddSingleton<MeViews>();
        services.AddSingleton<DeviceDesk>();
        services.AddSingleton<LinkDesk>();
        services.AddSingleton<PrivacyDesk>();
        services.AddSingleton<LastSeen>();
        services.AddHostedService(provider => provider.GetRequiredService<AccessBook>());
        services.AddHostedService(provider => provider.GetRequiredService<LastSeen>());
        services.AddHostedService<RetentionWatch>();
    }
}
