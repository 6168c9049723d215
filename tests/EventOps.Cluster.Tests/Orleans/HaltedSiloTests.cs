using System.Diagnostics;

namespace EventOps.Cluster.Tests.Orleans;

/// <summary>
/// A silo stands still (SIGSTOP) until the others have voted it out and its venues are active elsewhere; then it goes on and knows nothing of that. So a venue has two
/// activations, and one that is asked by what still lay in its sockets. Its journal entries are refused, and it ends.
/// </summary>
public sealed class HaltedSiloTests(Cluster cluster, ITestOutputHelper output)
{
    [Fact]
    public Task Halted_once_it_writes_nothing_that_the_others_do_not_know() => HaltAsync(times: 1);

    [Fact(Explicit = true)]
    [Trait("Category", "Soak")]
    public Task Halted_five_times_it_writes_nothing_that_the_others_do_not_know() => HaltAsync(times: 5);

    private async Task HaltAsync(int times)
    {
        var mission = await cluster.OpenAsync();
        await using var load = cluster.Scan(mission, seed: 23);
        await using var page = new LivePage(cluster.Addresses, mission);
        for (var halt = 0; halt < times; halt++)
        {
            await load.MoreAnswersEachAsync(2);
            var silo = await cluster.WriterAsync(load);
            silo.Halt();
            var halted = Stopwatch.GetTimestamp();
            await cluster.VotedAsync(cluster.Silos.Count - 1);
            output.WriteLine($"Voted out {Stopwatch.GetElapsedTime(halted).TotalSeconds:0.0} s after SIGSTOP.");
            await load.MoreAnswersEachAsync(2);
            output.WriteLine($"Every device is answered again, at every venue, {Stopwatch.GetElapsedTime(halted).TotalSeconds:0.0} s after SIGSTOP.");

            silo.GoOn();
            var code = await silo.EndAsync();
            output.WriteLine($"It went on and ended with {code}; {silo.Said.Split("is written by another activation; this one ends").Length - 1} of its venues were told that another activation writes.");
            await load.MoreAnswersEachAsync(2);
            await silo.StartAsync();
            await cluster.WholeAsync();
        }

        await load.MoreAnswersEachAsync(2);
        await load.EndAsync();

        load.Wrong.ShouldBeEmpty();
        foreach (var address in cluster.Addresses)
            await Audit.AgreeAsync(cluster.Storage, load, address);
        await page.AgreesAsync(await Audit.FoldAsync(cluster.Storage, mission));
        output.WriteLine($"{load.Answers.Count} scans were answered, {load.Retries} times a device was told to try again.");
    }
}
