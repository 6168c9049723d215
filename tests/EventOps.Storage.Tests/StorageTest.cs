using EventOps.Testing;

namespace EventOps.Storage.Tests;

/// <summary>One set of tests for both databases: each class runs once on each, with a database of its own.</summary>
public abstract class StorageTest(IStorageUnderTest storage) : IAsyncLifetime
{
    protected static readonly MissionId Mission = new("mission");
    protected static readonly VenueId Venue = new("venue");
    protected static readonly VenueId OtherVenue = new("other-venue");
    protected static readonly DateTimeOffset Noon = new(2026, 2, 16, 12, 0, 0, TimeSpan.Zero);

    private readonly List<Opened> _opened = [];

    protected StorageOptions Options { get; private set; } = null!;

    protected Opened Storage { get; private set; } = null!;

    protected CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        Options = await storage.CreateAsync();
        Storage = await OpenAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var opened in _opened)
            await opened.DisposeAsync();
        await storage.RemoveAsync(Options);
    }

    /// <summary>What another process, or the same one after a restart, would open.</summary>
    protected async Task<Opened> OpenAsync(Func<StorageOptions, StorageOptions>? with = null, TimeProvider? time = null)
    {
        var database = EventOpsDatabase.Create(with?.Invoke(Options) ?? Options, time ?? TimeProvider.System);
        var opened = new Opened(database);
        _opened.Add(opened);
        await database.MigrateAsync(Cancelled);
        return opened;
    }
}

/// <summary>The storage of one process.</summary>
public sealed class Opened(EventOpsDatabase database) : IAsyncDisposable
{
    private readonly VenueJournal _journal = new(database);
    private bool _disposed;

    public EventOpsDatabase Database { get; } = database;

    public IJournal Journal => _journal;

    public ICatalogue Catalogue { get; } = new RelationalCatalogue(database);

    public IDelegateFiles Files { get; } = new DelegateFiles(database);

    public GrainStorage Grains { get; } = new(database);

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await Database.DisposeAsync();
    }
}

public interface IStorageUnderTest
{
    ValueTask<StorageOptions> CreateAsync();

    ValueTask RemoveAsync(StorageOptions options);
}

public sealed class OnSqlite : IStorageUnderTest
{
    public ValueTask<StorageOptions> CreateAsync() => new(new StorageOptions { Folder = Directory.CreateTempSubdirectory("eventops-sqlite-").FullName });

    public ValueTask RemoveAsync(StorageOptions options)
    {
        Directory.Delete(options.Folder, recursive: true);
        return default;
    }
}

public sealed class OnPostgreSql : IStorageUnderTest
{
    public async ValueTask<StorageOptions> CreateAsync() =>
        new() { PostgreSql = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync() };

    public ValueTask RemoveAsync(StorageOptions options) => default;
}
