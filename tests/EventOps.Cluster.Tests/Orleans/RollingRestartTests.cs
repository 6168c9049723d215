using System.Diagnostics;

namespace EventOps.Cluster.Tests.Orleans;

/// <summary>A rolling update under load: one silo after the other is told to end, hands its grains over, and is started again.</summary>
public sealed class RollingRestartTests(Cluster cluster, ITestOutputHelper output)
{
    [Fact]
    public Task Once_round_a_retry_with_the_same_id_settles_every_scan() => RestartAsync(rounds: 1);

    [Fact(Explicit = true)]
    [Trait("Category", "Soak")]
    public Task Five_times_round_a_retry_with_the_same_id_settles_every_scan() => RestartAsync(rounds: 5);

    private async Task RestartAsync(int rounds)
    {
        var mission = await cluster.OpenAsync();
        await using var load = cluster.Scan(mission, seed: 17);
        await using var page = new LivePage(cluster.Addresses, mission);
        await load.MoreAnswersEachAsync(2);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var silo in cluster.Silos)
            {
                var told = Stopwatch.GetTimestamp();
                silo.Terminate();
                (await silo.EndAsync()).ShouldBe(0);
                await load.MoreAnswersEachAsync(2);
                output.WriteLine($"A silo has ended and every device is answered without it {Stopwatch.GetElapsedTime(told).TotalSeconds:0.0} s after SIGTERM.");
                await silo.StartAsync();
                await cluster.WholeAsync();
            }
        }

        await load.MoreAnswersEachAsync(2);
        await load.EndAsync();

        load.Wrong.ShouldBeEmpty();
        load.Lost.ShouldBeEmpty();
        foreach (var address in cluster.Addresses)
            await Audit.AgreeAsync(cluster.Storage, load, address);
        await page.AgreesAsync(await Audit.FoldAsync(cluster.Storage, mission));
        output.WriteLine($"{load.Answers.Count} scans were answered, {load.Retries} times a device was told to try again.");
    }
}
