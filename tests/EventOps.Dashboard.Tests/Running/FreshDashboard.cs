using EventOps.Dashboard.Access;
using EventOps.Dashboard.Hosting;
using EventOps.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EventOps.Dashboard.Tests.Running;

/// <summary>An application of a test's own, run as it says, on an empty SQLite database and without any account.</summary>
public sealed class FreshDashboard : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string? _folder;
    private readonly List<HttpClient> _clients = [];

    private FreshDashboard(WebApplication app, string? folder)
    {
        (_app, _folder) = (app, folder);
        Address = new Uri(app.Urls.Single());
        Http = Client(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Nobody, unless a request says who it is.</summary>
    public HttpClient Http { get; }

    /// <summary>Starts one; on a folder of its own, unless it is given another.</summary>
    public static async Task<FreshDashboard> StartAsync(Func<DashboardOptions, DashboardOptions>? with = null, TimeProvider? time = null, ILoggerProvider? log = null, string? folder = null)
    {
        var own = folder is null ? Directory.CreateTempSubdirectory("eventops-fresh-").FullName : null;
        var options = new DashboardOptions { Storage = new StorageOptions { Folder = folder ?? own! }, Url = "http://127.0.0.1:0" };
        var app = DashboardApp.Build(with?.Invoke(options) ?? options, services =>
        {
            services.AddSingleton(time ?? TimeProvider.System).AddLogging(logging =>
            {
                logging.ClearProviders();
                if (log is not null)
                    logging.AddProvider(log).AddFilter("EventOps", LogLevel.Trace);
            });
        });
        await app.Services.GetRequiredService<EventOpsDatabase>().MigrateAsync();
        await app.StartAsync();
        return new FreshDashboard(app, own);
    }

    public Visitor Visitor(HttpClient? http = null) => new(http ?? Http);

    /// <summary>A visitor who has made themselves the first administrator.</summary>
    public async Task<Visitor> AdministratorAsync(HttpClient? http = null)
    {
        var visitor = Visitor(http);
        (await visitor.PostAsync("/api/access/set-up", $$"""{"code":"{{Services.GetRequiredService<SetUp>().Code}}","name":"First","password":"a long password"}""")).Status.ShouldBe(HttpStatusCode.OK);
        return visitor;
    }

    public HttpClient Client(SocketsHttpHandler handler)
    {
        var client = new HttpClient(handler) { BaseAddress = Address };
        _clients.Add(client);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }
}
