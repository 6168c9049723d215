using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Storage.Tests;

public sealed class MigrationsOnSqliteTests() : MigrationTests(new OnSqlite());

public sealed class MigrationsOnPostgreSqlTests() : MigrationTests(new OnPostgreSql());

public abstract class MigrationTests(IStorageUnderTest storage) : IAsyncLifetime
{
    private StorageOptions _options = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _options = await storage.CreateAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return storage.RemoveAsync(_options);
    }

    [Fact]
    public async Task Processes_that_start_at_once_on_an_empty_database_all_find_it_ready()
    {
        var processes = Enumerable.Range(0, 4).Select(_ => EventOpsDatabase.Create(_options)).ToList();

        await Task.WhenAll(processes.Select(process => Task.Run(() => process.MigrateAsync(Cancelled), Cancelled)));

        foreach (var process in processes)
        {
            (await VersionsAsync(process)).ShouldBe([1, 2, 3, 4, 5]);
            await process.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await using var database = EventOpsDatabase.Create(_options);
        await database.MigrateAsync(Cancelled);
        await database.WriteAsync(
            connection => connection.ExecuteAsync(
                database.Sql["add-schema-version"], Cancelled, ("number", 9999), ("name", "from the future"), ("at", DateTimeOffset.UnixEpoch)),
            Cancelled);

        await database.MigrateAsync(Cancelled).ShouldThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task The_storage_is_registered_as_a_whole()
    {
        await using var services = new ServiceCollection().AddEventOpsStorage(_options).BuildServiceProvider();
        await services.GetRequiredService<EventOpsDatabase>().MigrateAsync(Cancelled);

        services.GetRequiredService<IJournal>().Statistics.Entries.ShouldBe(0);
        (await services.GetRequiredService<ICatalogue>().MissionsAsync(Cancelled)).ShouldBeEmpty();
        (await services.GetRequiredService<IDelegateFiles>().LoadAsync(new("m"), new("d"), 1, Cancelled)).ShouldBeNull();
    }

    private static async Task<List<int>> VersionsAsync(EventOpsDatabase database)
    {
        await using var connection = await database.Source.OpenConnectionAsync(Cancelled);
        return await connection.QueryAsync("SELECT number FROM schema_version ORDER BY number", row => row.GetInt32(0), Cancelled);
    }
}
