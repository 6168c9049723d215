namespace EventOps.Recovery.Tests;

/// <summary>SIGTERM under load, as a rolling update sends it: it says so first, works on, and tells whoever was decided about before it ends.</summary>
public sealed class StopTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eventops-stop-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Told_to_end_it_is_not_ready_at_once_scans_go_on_and_each_that_is_decided_is_answered()
    {
        var storage = new StorageOptions { Folder = _folder };
        await using var dashboard = new DashboardProcess(storage, "--drain", "5");
        await dashboard.StartAsync();
        using var http = Keys.Client(dashboard.Address);
        await Festival.OpenAsync(http, storage);
        var back = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var load = new Load(dashboard.Address, () => back.Task, seed: 11);
        await load.MoreAnswersAsync(300);
        (await http.GetAsync("/readyz")).StatusCode.ShouldBe(HttpStatusCode.OK);

        dashboard.Terminate();
        while ((await http.GetAsync("/readyz")) is { StatusCode: HttpStatusCode.OK } ready)
            ready.Dispose();
        (await http.GetStringAsync("/healthz")).ShouldBe("""{"status":"ok"}""");
        await load.MoreAnswersAsync(300);
        load.Lost.ShouldBeEmpty();
        (await dashboard.EndAsync()).ShouldBe(0);

        var decided = (await Audit.EntriesAsync(storage)).Select(entry => entry.ScanId).ToHashSet();
        await dashboard.StartAsync();
        back.SetResult();
        await load.MoreAnswersAsync(100);
        await load.EndAsync();

        load.Wrong.ShouldBeEmpty();
        load.Lost.Keys.ShouldNotBeEmpty();
        load.Lost.Keys.Where(decided.Contains).ShouldBeEmpty();
        await Audit.AgreeAsync(storage, load, dashboard.Address);
        output.WriteLine($"{decided.Count} entries before the end; {load.Lost.Count} scans found nobody and were sent again.");
    }

    [Fact]
    public async Task Told_twice_it_ends_without_waiting_for_others_to_turn_away()
    {
        await using var dashboard = new DashboardProcess(new StorageOptions { Folder = _folder }, "--drain", "86400");
        await dashboard.StartAsync();

        dashboard.Terminate();
        dashboard.Terminate();

        (await dashboard.EndAsync()).ShouldBe(0);
    }
}
