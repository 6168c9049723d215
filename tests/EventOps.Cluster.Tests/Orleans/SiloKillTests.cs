using System.Diagnostics;

namespace EventOps.Cluster.Tests.Orleans;

/// <summary>Kill -9 of one of three silos in the middle of its work: the others notice, vote it out and take its venues and people over.</summary>
public sealed class SiloKillTests(Cluster cluster, ITestOutputHelper output)
{
    [Fact]
    public Task Killed_once_under_load_no_answer_is_lost_or_there_twice() => KillAsync(times: 1);

    [Fact(Explicit = true)]
    [Trait("Category", "Soak")]
    public Task Killed_10_times_under_load_no_answer_is_lost_or_there_twice() => KillAsync(times: 10);

    private async Task KillAsync(int times)
    {
        const int Seed = 20260216;
        var random = new Random(Seed);
        var mission = await cluster.OpenAsync();
        await using var load = cluster.Scan(mission, Seed);
        await using var page = new LivePage(cluster.Addresses, mission);
        for (var kill = 0; kill < times; kill++)
        {
            await load.MoreAnswersAsync(random.Next(1, 200));
            var silo = await cluster.WriterAsync(load);
            await silo.KillAsync();
            var killed = Stopwatch.GetTimestamp();
            await load.MoreAnswersEachAsync(2, Cluster.Failover);
            output.WriteLine($"Every device is answered again, at every venue, {Stopwatch.GetElapsedTime(killed).TotalSeconds:0.0} s after kill {kill + 1}.");
            await silo.StartAsync();
            await cluster.WholeAsync();
        }

        await load.MoreAnswersEachAsync(2);
        await load.EndAsync();

        load.Wrong.ShouldBeEmpty();
        foreach (var address in cluster.Addresses)
            await Audit.AgreeAsync(cluster.Storage, load, address);
        await page.AgreesAsync(await Audit.FoldAsync(cluster.Storage, mission));
        output.WriteLine($"{load.Answers.Count} scans were answered, {load.Retries} times a device was told to try again: {string.Join(", ", load.Answers.CountBy(told => $"{told.Outcome} {told.Reason}".Trim()))}");
    }
}
