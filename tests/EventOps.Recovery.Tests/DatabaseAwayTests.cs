using System.Diagnostics;

namespace EventOps.Recovery.Tests;

/// <summary>The database is stopped and started under load: scans get 503 with Retry-After and nothing else, and the same scans are accepted afterwards.</summary>
public sealed class DatabaseAwayTests(ITestOutputHelper output)
{
    private static readonly TimeSpan AFewSeconds = TimeSpan.FromSeconds(8);

    [Fact]
    public Task While_it_is_away_for_three_seconds_scans_are_put_off_and_none_is_lost_or_there_twice() => StopAsync(TimeSpan.FromSeconds(3), powerCut: false);

    [Fact]
    public Task After_a_power_cut_of_the_database_none_is_lost_or_there_twice() => StopAsync(TimeSpan.Zero, powerCut: true);

    [Fact(Explicit = true)]
    [Trait("Category", "Soak")]
    public Task While_it_is_away_for_ten_seconds_scans_are_put_off_and_none_is_lost_or_there_twice() => StopAsync(TimeSpan.FromSeconds(10), powerCut: false);

    /// <param name="away">How long at least the database is away: until each device has been put off so often, for a second each time.</param>
    /// <param name="powerCut">Whether the database ends without any goodbye.</param>
    private async Task StopAsync(TimeSpan away, bool powerCut)
    {
        await using var server = await PostgresServer.StartNewAsync();
        var storage = new StorageOptions { PostgreSql = await server.CreateDatabaseAsync() };
        await using var dashboard = new DashboardProcess(storage);
        await dashboard.StartAsync();
        using var http = Keys.Client(dashboard.Address);
        await Festival.OpenAsync(http, storage);
        await using var load = new Load(dashboard.Address, () => Task.CompletedTask, seed: 7);
        await load.MoreAnswersAsync(500);

        await (powerCut ? server.KillAsync() : server.StopAsync());
        var stopped = Stopwatch.StartNew();
        await load.MoreRetriesEachAsync(2 + (int)away.TotalSeconds);
        stopped.Elapsed.ShouldBeGreaterThanOrEqualTo(away);
        (await http.GetAsync("/readyz")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await http.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var before = load.Answers.Count;
        stopped.Stop();
        await server.StartAsync();
        await load.MoreAnswersAsync(500);
        (await http.GetAsync("/readyz")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await load.EndAsync();

        load.Wrong.ShouldBeEmpty();
        load.SlowestRefusal.ShouldBeLessThan(AFewSeconds);
        await Audit.AgreeAsync(storage, load, dashboard.Address);
        output.WriteLine($"{before} scans were answered before and {load.Answers.Count - before} after {stopped.Elapsed.TotalSeconds:0.0} s; the slowest 503 came after {load.SlowestRefusal.TotalMilliseconds:0} ms.");
    }
}
