namespace EventOps.Cluster.Tests;

/// <summary>
/// Two dashboards that each hold all grains, over one database, are what nobody should run: every venue has two activations for good. Both scan into the same venues.
/// The journal lets one of them write at a time; the other one ends its activation, reads the stream and decides anew.
/// </summary>
public sealed class TwoDashboardsTests(ITestOutputHelper output)
{
    /// <summary>What an activation says that has lost its venue to another one.</summary>
    private const string Lost = "is written by another activation; this one ends";

    [Fact]
    public async Task Two_activations_of_one_venue_never_both_commit_and_the_loser_recovers()
    {
        var storage = new StorageOptions { PostgreSql = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync() };
        await using var one = new DashboardProcess(storage);
        await using var other = new DashboardProcess(storage);
        await one.StartAsync();
        await other.StartAsync();
        using (var http = Keys.Client(one.Address))
            await Festival.OpenAsync(http, storage);

        await using var load = new Load([one.Address, other.Address], Pause.AShortOne, seed: 13, Festival.Mission, TimeSpan.FromMilliseconds(20));
        await Task.WhenAll(one.HearAsync(Lost), other.HearAsync(Lost));
        await load.MoreAnswersEachAsync(1);
        await load.EndAsync();

        load.Wrong.ShouldBeEmpty();
        load.Lost.ShouldBeEmpty();
        await RestartAsync(one);
        await Audit.AgreeAsync(storage, load, one.Address);
        await RestartAsync(other);
        await Audit.AgreeAsync(storage, load, other.Address);
        output.WriteLine($"{load.Answers.Count} scans were answered; {load.Retries} times a device was told to try again.");
    }

    private static async Task RestartAsync(DashboardProcess dashboard)
    {
        dashboard.Terminate();
        (await dashboard.EndAsync()).ShouldBe(0);
        await dashboard.StartAsync();
    }
}
