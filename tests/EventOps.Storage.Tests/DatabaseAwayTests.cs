using System.Diagnostics;
using EventOps.Testing;
using Npgsql;

namespace EventOps.Storage.Tests;

/// <summary>What callers see while PostgreSQL is stopped, and after it is back. A server of their own, since others must not be stopped.</summary>
public sealed class DatabaseAwayTests : IAsyncLifetime
{
    private static readonly MissionId Mission = new("mission");
    private static readonly VenueId Venue = new("venue");

    private PostgresServer _server = null!;
    private Opened _storage = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.StartNewAsync();
        _storage = new Opened(EventOpsDatabase.Create(new StorageOptions { PostgreSql = await _server.CreateDatabaseAsync() }));
        await _storage.Database.MigrateAsync(Cancelled);
        await _storage.Catalogue.CreateMissionAsync(Mission, "Mission", MissionClock.Real, Cancelled);
        await _storage.Catalogue.ImportAsync(Mission, Sample.Import, Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await _storage.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Everything_fails_fast_while_it_is_stopped_and_works_again_after_it_was_started()
    {
        var stream = await _storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        await stream.AppendAsync(Entries.Admission(Venue, 1, "D-1"));
        await _server.StopAsync();

        var watch = Stopwatch.StartNew();
        await stream.AppendAsync(Entries.Admission(Venue, 2, "D-2")).ShouldThrowAsync<JournalUnavailableException>();
        await stream.AppendAsync(Entries.Admission(Venue, 3, "D-3")).ShouldThrowAsync<StreamFaultedException>();
        await _storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled).ShouldThrowAsync<StorageUnavailableException>();
        await _storage.Journal.FindAsync(Mission, Guid.CreateVersion7(), Cancelled).ShouldThrowAsync<StorageUnavailableException>();
        await _storage.Files.LoadAsync(Mission, new DelegateId("D-00001"), 1, Cancelled).ShouldThrowAsync<StorageUnavailableException>();
        await _storage.Catalogue.FindBadgeAsync("B-00001", Cancelled).ShouldThrowAsync<StorageUnavailableException>();
        await _storage.Catalogue.ReadProgrammeAsync(Mission, Cancelled).ShouldThrowAsync<StorageUnavailableException>();
        await _storage.Catalogue.ImportAsync(Mission, Sample.Import, Cancelled).ShouldThrowAsync<StorageUnavailableException>();
        await _storage.Database.MigrateAsync(Cancelled).ShouldThrowAsync<StorageUnavailableException>();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));

        await _server.StartAsync();
        var reopened = await _storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        reopened.Entries.Select(entry => entry.Version).ShouldBe([1L]);
        await reopened.AppendAsync(Entries.Admission(Venue, 2, "D-2"));
        (await _storage.Files.LoadAsync(Mission, new DelegateId("D-00001"), 1, Cancelled))!.Record.ShouldBe(Sample.Person(1));
        (await _storage.Catalogue.FindBadgeAsync("B-00001", Cancelled)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stopped_and_started_under_load_it_loses_nothing_and_has_nothing_twice(bool powerCut)
    {
        using var stop = new CancellationTokenSource();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var back = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writers = Enumerable.Range(1, 4).Select(number => WriteAsync(new VenueId($"venue-{number}"), started, back, stop.Token)).ToList();

        await started.Task;
        await (powerCut ? _server.KillAsync() : _server.StopAsync());
        await _server.StartAsync();
        await back.Task.WaitAsync(Cancelled);
        await stop.CancelAsync();
        var answered = await Task.WhenAll(writers);

        for (var number = 1; number <= writers.Count; number++)
        {
            var stored = await _storage.Journal.ReadStreamAsync(Mission, new VenueId($"venue-{number}"), 0, int.MaxValue, Cancelled);
            stored.Select(entry => entry.Version).ShouldBe(Enumerable.Range(1, stored.Count).Select(version => (long)version));
            stored.Select(entry => entry.ScanId).ShouldBe(answered[number - 1]);
        }
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up_within_five_seconds()
    {
        var stream = await _storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        await using var blocker = NpgsqlDataSource.Create(_server.ConnectionString(DatabaseName()));
        await using var connection = await blocker.OpenConnectionAsync(Cancelled);
        await using var transaction = await connection.BeginTransactionAsync(Cancelled);
        await using (var command = new NpgsqlCommand("LOCK TABLE journal IN ACCESS EXCLUSIVE MODE", connection))
            await command.ExecuteNonQueryAsync(Cancelled);

        var watch = Stopwatch.StartNew();
        await stream.AppendAsync(Entries.Admission(Venue, 1, "D-1")).ShouldThrowAsync<JournalUnavailableException>();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));

        await transaction.RollbackAsync(Cancelled);
        var reopened = await _storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        reopened.Entries.ShouldBeEmpty();
        await reopened.AppendAsync(Entries.Admission(Venue, 1, "D-1"));
    }

    private string DatabaseName()
    {
        using var connection = _storage.Database.Source.CreateConnection();
        return connection.Database;
    }

    /// <summary>Appends one entry after the other, each until it is told that it is there. Returns the scan ids in the order in which that was told.</summary>
    private async Task<List<Guid>> WriteAsync(VenueId venue, TaskCompletionSource started, TaskCompletionSource back, CancellationToken stop)
    {
        var answered = new List<Guid>();
        var wasAway = false;
        JournalStream? stream = null;
        var scanId = Guid.CreateVersion7();
        while (!stop.IsCancellationRequested || stream is null)
        {
            try
            {
                stream ??= await _storage.Journal.OpenAsync(Mission, venue, 0, Cancelled);
                if (stream.Entries.Count > answered.Count)
                {
                    // The commit whose outcome was unknown had happened.
                    stream.Entries.Count.ShouldBe(answered.Count + 1);
                    stream.Entries[^1].ScanId.ShouldBe(scanId);
                }
                else
                {
                    await stream.AppendAsync(Entries.Admission(venue, answered.Count + 1, $"{venue}-{answered.Count}", scanId: scanId));
                }

                answered.Add(scanId);
                scanId = Guid.CreateVersion7();
                if (wasAway)
                    back.TrySetResult();
                if (answered.Count == 50)
                    started.TrySetResult();
            }
            catch (StorageException e) when (e is JournalUnavailableException or StorageUnavailableException)
            {
                wasAway = true;
                stream = null;
                await Task.Yield();
            }
        }

        return answered;
    }
}
