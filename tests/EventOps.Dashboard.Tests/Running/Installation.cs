using System.Collections.Concurrent;
using System.Globalization;
using EventOps.Dashboard.Hosting;
using EventOps.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Storage;

namespace EventOps.Dashboard.Tests.Running;

/// <summary>The real application on a real port, on a database of its own; the tests of a class share it, each with a mission of its own.</summary>
public abstract class Installation : IAsyncLifetime
{
    private static readonly Limits Unlimited = new()
    {
        CallerPerSecond = 1_000_000,
        CallerBurst = 1_000_000,
        AddressPerSecond = 1_000_000,
        AddressBurst = 1_000_000,
        ProofsPerMinute = 1_000_000,
        LiveCallsPerSecond = 100_000,
    };

    private readonly ErrorLog _errors = new();
    private WebApplication _app = null!;
    private HttpClient _http = null!;
    private int _missions;

    public SetClock Clock { get; } = new();

    public Uri Address { get; private set; } = null!;

    /// <summary>An administrator of everything, unless a request says who else it is.</summary>
    public HttpClient Http => _http;

    /// <summary>Nobody, unless a request says who it is.</summary>
    public HttpClient Strangers { get; private set; } = null!;

    public Keyring Keys { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    protected StorageOptions Storage { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Storage = await CreateStorageAsync();
        await StartAsync();
    }

    /// <summary>What was logged as an error is a fault, whatever the tests saw.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await StopAsync();
        _errors.ShouldBeEmpty();
    }

    /// <summary>Stops the application and starts another one on the same database.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Starts another application on the same database; whoever disposes it stops it.</summary>
    public async Task<Installation> StartAnotherAsync()
    {
        // With the same keys: a device that each enrols for itself has the secret of whoever came last.
        var another = new AnotherInstallation(Storage) { Keys = Keys };
        await another.InitializeAsync();
        another.Clock.Now = Clock.Now;
        return another;
    }

    /// <summary>A mission that nobody else uses, at nine o'clock, and empty.</summary>
    public async Task<MissionClient> EmptyMissionAsync()
    {
        Clock.Now = SetClock.Nine;
        var mission = new MissionClient(this, string.Create(CultureInfo.InvariantCulture, $"mission-{Interlocked.Increment(ref _missions)}"));
        (await mission.PutAsync("", """{"name":"A mission"}""")).Status.ShouldBe(HttpStatusCode.OK);
        return mission;
    }

    /// <summary>A mission that nobody else uses, at nine o'clock, with the small programme.</summary>
    public async Task<MissionClient> SmallMissionAsync()
    {
        var mission = await EmptyMissionAsync();
        (await mission.ImportAsync(SmallMission.Files)).Body["imported"]!.GetValue<bool>().ShouldBeTrue();
        return mission;
    }

    protected abstract ValueTask<StorageOptions> CreateStorageAsync();

    private async Task StartAsync()
    {
        _app = DashboardApp.Build(
            Options(new DashboardOptions { Storage = Storage, Url = "http://127.0.0.1:0", Limits = Unlimited }),
            services => services
                .AddSingleton<TimeProvider>(Clock)

                // The tests turn their clock back, and who looks for idle grains by it would be lost: nobody is idle for so long.
                .Configure<GrainCollectionOptions>(collection => collection.CollectionAge = TimeSpan.FromDays(1000))
                .AddLogging(logging => logging.ClearProviders().AddProvider(_errors)));
        await _app.Services.GetRequiredService<EventOpsDatabase>().MigrateAsync();
        _errors.IsStopping = false;
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
        _http = Client();
        Strangers = Client();
        Keys ??= new Keyring(this);
        _http.DefaultRequestHeaders.Authorization = new("Bearer", await Keys.AdministratorAsync());
    }

    /// <summary>How it is run, where a test wants it otherwise.</summary>
    protected virtual DashboardOptions Options(DashboardOptions usual) => usual;

    private HttpClient Client() => new(new SocketsHttpHandler { MaxConnectionsPerServer = 256, UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(2) };

    private async Task StopAsync()
    {
        _http.Dispose();
        Strangers.Dispose();
        _errors.IsStopping = true;
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed class ErrorLog : ConcurrentQueue<string>, ILoggerProvider, ILogger
    {
        /// <summary>Whether the application ends: Orleans then looks for another silo for its grains and says that there is none, or that it ended what just began.</summary>
        public bool IsStopping { get; set; }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // The hub's framework logs what a page was told as an error, and Orleans a count that was told while it stops.
            if (IsEnabled(logLevel) && exception is not (HubException or SiloUnavailableException or InconsistentStateException) && !(IsStopping && exception is OrleansException or OperationCanceledException))
                Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}

public sealed class SqliteInstallation : Installation
{
    public override async ValueTask DisposeAsync()
    {
        try
        {
            await base.DisposeAsync();
        }
        finally
        {
            Directory.Delete(Storage.Folder, recursive: true);
        }
    }

    protected override ValueTask<StorageOptions> CreateStorageAsync() =>
        new(new StorageOptions { Folder = Directory.CreateTempSubdirectory("eventops-dashboard-").FullName });
}

public sealed class PostgreSqlInstallation : Installation
{
    protected override async ValueTask<StorageOptions> CreateStorageAsync() =>
        new() { PostgreSql = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync() };
}

public sealed class AnotherInstallation(StorageOptions storage) : Installation
{
    protected override ValueTask<StorageOptions> CreateStorageAsync() => new(storage);
}
