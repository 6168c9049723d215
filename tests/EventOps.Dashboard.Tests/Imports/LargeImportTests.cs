using System.Collections.Concurrent;
using System.Diagnostics;

namespace EventOps.Dashboard.Tests.Imports;

/// <summary>A hundred thousand people come in one file while doors are open, and are then searched as one types.</summary>
public abstract class LargeImportTests(Installation installation, ITestOutputHelper output)
{
    private const int People = 100_000;

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_hundred_thousand_people_are_imported_while_scans_are_answered_and_then_found()
    {
        var mission = await installation.EmptyMissionAsync();
        (await mission.ImportAsync(Crowd.Files(people: 2000, legal: 1_000_000))).ShouldHave("imported", "true");
        using var imported = new CancellationTokenSource();
        var took = new ConcurrentBag<TimeSpan>();
        var next = -1;
        var scanners = Enumerable.Range(1, 8).Select(_ => ScanAsync()).ToList();

        var watch = Stopwatch.StartNew();
        var answer = await mission.ImportAsync([("delegates.csv", Crowd.Delegates(People))]);
        var seconds = watch.Elapsed.TotalSeconds;
        await imported.CancelAsync();
        await Task.WhenAll(scanners);

        answer.ShouldHave("imported", "true");
        answer.Body["changes"]!["delegates"].ShouldBeJson("""{"added":98000,"changed":0,"unchanged":2000}""");
        output.WriteLine($"Imported in {seconds:0.0} s; {took.Count} scans meanwhile, the slowest in {took.Max().TotalMilliseconds:0} ms.");
        took.Count.ShouldBeGreaterThan(0);

        watch.Restart();
        (await SearchAsync("garcia 099998")).ShouldBe(["p099998"]);
        (await SearchAsync("CROWD-050000")).ShouldBe(["p050000"]);
        (await SearchAsync("crowd 0999")).ShouldAllBe(person => person.StartsWith("p0999", StringComparison.Ordinal));
        (await SearchAsync("organo 976")).Count.ShouldBe(20);
        (await SearchAsync("bela 000001 organo 001")).ShouldBe(["p000001"]);
        (await SearchAsync("zzz")).ShouldBeEmpty();
        output.WriteLine($"A search takes {watch.Elapsed.TotalMilliseconds / 6:0} ms.");
        await mission.AdmitAsync("CROWD-099999", Crowd.Door);

        async Task ScanAsync()
        {
            while (!imported.IsCancellationRequested)
            {
                var person = Interlocked.Increment(ref next);
                var started = Stopwatch.GetTimestamp();
                var told = await mission.ScanAsync(
                    new Scan(Crowd.Code(person % 2000), Crowd.Door) { Direction = person / 2000 % 2 == 0 ? "entry" : "exit" });
                took.Add(Stopwatch.GetElapsedTime(started));
                told.Status.ShouldBe(HttpStatusCode.OK, told.Text);
            }
        }

        async Task<List<string>> SearchAsync(string words) =>
            [.. (await mission.GetAsync($"/delegates?search={Uri.EscapeDataString(words)}")).Body.AsArray().Select(person => (string)person!["id"]!)];
    }

    public sealed class OnSqlite(SqliteInstallation installation, ITestOutputHelper output) : LargeImportTests(installation, output), IClassFixture<SqliteInstallation>;

    public sealed class OnPostgreSql(PostgreSqlInstallation installation, ITestOutputHelper output) : LargeImportTests(installation, output), IClassFixture<PostgreSqlInstallation>;
}
