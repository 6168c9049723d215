using System.Net;

namespace EventOps.Cluster.Tests.Orleans;

/// <summary>Every silo is killed: the dashboards say so wherever somebody asks, put scans off, and go on by themselves when silos are back.</summary>
public sealed class LostClusterTests(Cluster cluster, ITestOutputHelper output)
{
    [Fact]
    public async Task Dashboards_say_that_the_cluster_is_lost_and_recover_by_themselves()
    {
        var mission = await cluster.OpenAsync();
        await using var load = cluster.Scan(mission, seed: 29);
        await using var watching = await LiveClient.ConnectAsync(cluster.Addresses[0]);
        await watching.SubscribeAsync(mission.Value, "mission");
        await load.MoreAnswersEachAsync(2);

        await Task.WhenAll(cluster.Silos.Select(silo => silo.KillAsync()));
        foreach (var dashboard in cluster.Dashboards)
        {
            await Pause.UntilAsync("not to be ready", async () => await cluster.ReadyAsync(dashboard) is (HttpStatusCode.ServiceUnavailable, "the cluster does not answer"));
            (await cluster.StatusAsync(dashboard))["cluster"]!.ToJsonString().ShouldBe("""{"connected":false,"gateways":0}""");
        }

        await using var asking = await LiveClient.ConnectAsync(cluster.Addresses[0]);
        await Pause.UntilAsync("the hub to say so", async () =>
            ((string?)(await asking.InvokeAsync("Subscribe", mission.Value, "mission"))["error"])?.Contains("The cluster does not answer", StringComparison.Ordinal) == true);
        var lost = TimeProvider.System.GetUtcNow();
        await load.MoreRetriesEachAsync(1);
        var back = TimeProvider.System.GetUtcNow();

        await Task.WhenAll(cluster.Silos.Select(silo => silo.StartAsync()));
        await cluster.WholeAsync();
        await load.MoreAnswersEachAsync(2);
        await load.EndAsync();

        load.Wrong.ShouldBeEmpty();
        load.Lost.ShouldBeEmpty();
        DateTimeOffset beat;
        do
        {
            beat = (DateTimeOffset)(await watching.BeatAsync())["serverTime"]!;
            (beat <= lost || beat >= back).ShouldBeTrue($"There was a beat at {beat:O}, and from {lost:O} to {back:O} there was no cluster.");
        }
        while (beat < back);
        foreach (var address in cluster.Addresses)
            await Audit.AgreeAsync(cluster.Storage, load, address);
        output.WriteLine($"{load.Answers.Count} scans were answered; the slowest 503 took {load.SlowestRefusal.TotalSeconds:0.0} s.");
    }
}
