using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Audit;
using EventOps.Dashboard.Badges;
using EventOps.Dashboard.Delegates;
using EventOps.Dashboard.Devices;
using EventOps.Dashboard.Imports;
using EventOps.Dashboard.Links;
using EventOps.Dashboard.Live;
using EventOps.Dashboard.Missions;
using EventOps.Dashboard.Privacy;
using EventOps.Dashboard.Rehearsal;
using EventOps.Dashboard.Scans;
using EventOps.Dashboard.Sessions;
using EventOps.Dashboard.Venues;
using EventOps.Grains.Hosting;
using EventOps.Operations;
using Microsoft.AspNetCore.SignalR;

namespace EventOps.Dashboard.Hosting;

/// <summary>The dashboard: HTTP API, live hub and pages, with the grains in the same process or in a cluster.</summary>
public static class DashboardApp
{
    /// <summary>Puts it together; the caller migrates the database and starts it.</summary>
    /// <param name="options">How it is run.</param>
    /// <param name="replace">What takes the place of a service, such as another clock; or null.</param>
    public static WebApplication Build(DashboardOptions options, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = ContentRoot() });
        builder.WebHost.UseUrls(options.Url);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.Hosting", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);

        // It logs what a page was refused as an error of ours; what is one, the hub's rules log.
        builder.Logging.AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.None);

        // Nobody reads its scopes, and for them it would begin an activity with every request, which each call of a grain carries on.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);

        // What a request does never blocks, so it runs where its bytes were read, and not on another thread of the pool.
        // A connection keeps the buffer that it waits with: a few kilobytes for each phone, and one call to the kernel less with each request.
        builder.WebHost.UseSockets(sockets =>
        {
            sockets.UnsafePreferInlineScheduling = true;
            sockets.WaitForDataBeforeAllocatingBuffer = false;
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            Tls.AddTo(kestrel, options);
        });
        if (options.Cluster)
            builder.AddEventOpsCluster(options.Storage).Services.AddSingleton<IReadyWhen, ClusterIsThere>();
        else
            builder.AddEventOpsGrains(options.Storage);
        builder.Services.AddEventOpsOperations(new OperationsOptions { Service = "eventops-dashboard", Drain = options.Drain });
        AddServices(builder.Services, options);
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseEventOpsTraces();
        app.UseProxies(options.Proxies);
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePages();
        app.UseBodyLimit();
        app.Use(SecurityHeaders.Add);
        app.UseFileServer();
        app.UseWebSockets();
        app.UseMiddleware<CallerFinder>();
        app.UseRateLimiter();
        app.UseMiddleware<AccessGate>();
        app.MapOpenApi().IsOpen("It describes the API, which is public");
        app.MapStatus();
        app.MapAccess();
        app.MapAccounts();
        app.MapInstallationAudit();
        app.MapHub<LiveHub>("/live").NeedsAny();
        app.MapGroup("/api/missions").MapMissions();
        app.MapGroup("/api/missions/{mission}")
            .MapProgramme().MapScans().MapDelegates().MapSessions().MapVenues().MapImports().MapBadges().MapRehearsal()
            .MapDevices().MapLinks().MapAudit().MapPrivacy();
        return app;
    }

    private static void AddServices(IServiceCollection services, DashboardOptions options)
    {
        services.AddEventOpsAccess(options);
        services.AddSingleton<StartUp>();
        services.AddSingleton<DelegateDirectories>();
        services.AddSingleton<ScanDesk>();
        services.AddSingleton<ImportDesk>();
        services.AddSingleton<Rehearsals>();
        services.AddSingleton<LiveBoards>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveBoards>());
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            Shape(json.SerializerOptions);
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        });
        services.AddSingleton<LiveConnections>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveConnections>());
        services.AddSignalR(hub => hub.AddFilter(new LiveRules(options.Limits))).AddJsonProtocol(json => Shape(json.PayloadSerializerOptions));
        services.AddOpenApi(openApi => openApi.AddOperationTransformer(ApiExamples.Add));
    }

    private static void Shape(JsonSerializerOptions json)
    {
        json.TypeInfoResolverChain.Insert(0, DashboardJson.Default);
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }

    /// <summary>The pages lie beside the program when it is published, and in the project when it is not.</summary>
    private static string ContentRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "wwwroot")))
                return folder.FullName;
            if (File.Exists(Path.Combine(folder.FullName, "EventOps.sln")))
                return Path.Combine(folder.FullName, "dashboard");
        }

        return AppContext.BaseDirectory;
    }
}
