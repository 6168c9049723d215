namespace EventOps.Cluster.Tests.Orleans;

/// <summary>Kill -9 of a dashboard under load: devices and pages turn to the other one, and find the same numbers there.</summary>
public sealed class DashboardKillTests(Cluster cluster, ITestOutputHelper output)
{
    [Fact]
    public async Task Its_devices_and_pages_go_to_the_other_and_find_right_numbers_there()
    {
        var mission = await cluster.OpenAsync();
        await using var load = cluster.Scan(mission, seed: 19);
        await using var page = new LivePage(cluster.Addresses, mission);
        await page.IsAtAsync(cluster.Addresses[0]);
        await load.MoreAnswersEachAsync(2);

        await cluster.Dashboards[0].KillAsync();
        await load.MoreAnswersEachAsync(2);
        await page.IsAtAsync(cluster.Addresses[1]);
        await cluster.Dashboards[0].StartAsync();
        await load.EndAsync();

        load.Wrong.ShouldBeEmpty();
        load.Lost.ShouldNotBeEmpty();
        var journal = await Audit.FoldAsync(cluster.Storage, mission);
        await page.AgreesAsync(journal);
        foreach (var address in cluster.Addresses)
        {
            await Audit.AgreeAsync(cluster.Storage, load, address);
            await using var another = new LivePage([address], mission);
            await another.AgreesAsync(journal);
        }

        output.WriteLine($"{load.Answers.Count} scans were answered; {load.Lost.Count} found nobody and were sent to the other dashboard.");
    }
}
