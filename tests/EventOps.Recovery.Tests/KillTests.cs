namespace EventOps.Recovery.Tests;

/// <summary>Kill -9 of the process in the middle of its work: what was told is kept, nothing is there twice, no limit is passed, the counts are right.</summary>
public abstract class KillTests(ITestOutputHelper output)
{
    [Fact]
    public Task Killed_20_times_under_load_it_keeps_every_answer_and_every_limit() => KillAsync(times: 20, scansBetween: 150);

    [Fact(Explicit = true)]
    [Trait("Category", "Soak")]
    public Task Killed_200_times_under_load_it_keeps_every_answer_and_every_limit() => KillAsync(times: 200, scansBetween: 500);

    protected abstract ValueTask<StorageOptions> CreateStorageAsync();

    private async Task KillAsync(int times, int scansBetween)
    {
        const int Seed = 20260216;
        var random = new Random(Seed);
        var storage = await CreateStorageAsync();
        await using var dashboard = new DashboardProcess(storage);
        await dashboard.StartAsync();
        using (var http = Keys.Client(dashboard.Address))
            await Festival.OpenAsync(http, storage);

        var back = new TaskCompletionSource();
        await using var load = new Load(dashboard.Address, () => Volatile.Read(ref back).Task, Seed);
        for (var kill = 0; kill < times; kill++)
        {
            await load.MoreAnswersAsync(random.Next(1, scansBetween));
            await dashboard.KillAsync();
            await dashboard.StartAsync();
            Interlocked.Exchange(ref back, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }

        await load.MoreAnswersAsync(scansBetween);
        back.SetResult();
        await load.EndAsync();
        await dashboard.KillAsync();
        await dashboard.StartAsync();

        load.Wrong.ShouldBeEmpty();
        await Audit.AgreeAsync(storage, load, dashboard.Address);
        output.WriteLine($"{load.Answers.Count} scans were answered over {times} kills: {string.Join(", ", load.Answers.CountBy(told => $"{told.Outcome} {told.Reason}".Trim()))}");
    }

    public sealed class OnSqlite(ITestOutputHelper output) : KillTests(output), IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("eventops-recovery-").FullName;

        public void Dispose() => Directory.Delete(_folder, recursive: true);

        protected override ValueTask<StorageOptions> CreateStorageAsync() => new(new StorageOptions { Folder = _folder });
    }

    public sealed class OnPostgreSql(ITestOutputHelper output) : KillTests(output)
    {
        protected override async ValueTask<StorageOptions> CreateStorageAsync() =>
            new() { PostgreSql = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync() };
    }
}
