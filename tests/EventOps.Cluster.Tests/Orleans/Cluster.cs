using System.Net;
using System.Text.Json.Nodes;
using EventOps.Cluster.Tests.Orleans;
using EventOps.Contracts;
using Npgsql;

[assembly: AssemblyFixture(typeof(Cluster))]

namespace EventOps.Cluster.Tests.Orleans;

/// <summary>Three silos and two dashboards, each a process, over one PostgreSQL database. Every test begins with a whole one, and has a mission of its own.</summary>
public sealed class Cluster : IAsyncDisposable
{
    /// <summary>
    /// Within what time everyone is answered again without a silo: nine seconds until it is voted out, twice the ten after which a call to it is given up, and as much again
    /// for a machine that does much else.
    /// </summary>
    public static readonly TimeSpan Failover = TimeSpan.FromSeconds(60);

    private const int ActiveSilo = 3;

    private static readonly TimeSpan NextPerson = TimeSpan.FromMilliseconds(20);

    private static int Missions;

    private readonly HttpClient _http = new();

    public StorageOptions Storage { get; private set; } = null!;

    public IReadOnlyList<SiloProcess> Silos { get; private set; } = [];

    public IReadOnlyList<DashboardProcess> Dashboards { get; private set; } = [];

    /// <summary>Where the dashboards are.</summary>
    public IReadOnlyList<Uri> Addresses => [.. Dashboards.Select(dashboard => dashboard.Address)];

    /// <summary>Starts what is not there, and opens a festival. Returns once all silos are members and both dashboards are ready.</summary>
    public async Task<MissionId> OpenAsync()
    {
        if (Silos is [])
        {
            Storage = new StorageOptions { PostgreSql = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync() };
            Silos = [new(Storage), new(Storage), new(Storage)];
            Dashboards = [new(Storage, "--cluster"), new(Storage, "--cluster")];
        }

        await Task.WhenAll(Silos.Where(silo => !silo.IsUp).Select(silo => silo.StartAsync()));
        await Task.WhenAll(Dashboards.Where(dashboard => !dashboard.IsUp).Select(dashboard => dashboard.StartAsync()));
        await WholeAsync();
        var mission = new MissionId($"festival-{Interlocked.Increment(ref Missions)}");
        using var http = Keys.Client(Addresses[0]);
        await Festival.OpenAsync(http, Storage, mission);
        return mission;
    }

    /// <summary>Sixteen devices scan, half of them at each dashboard as long as that answers.</summary>
    public Load Scan(MissionId mission, int seed) => new(Addresses, Pause.AShortOne, seed, mission, NextPerson);

    /// <summary>Waits until all silos are members, and both dashboards are ready.</summary>
    public async Task WholeAsync()
    {
        await VotedAsync(Silos.Count);
        foreach (var dashboard in Dashboards)
            await Pause.UntilAsync($"{dashboard.Address} to be ready", async () => (await ReadyAsync(dashboard)).Code == HttpStatusCode.OK);
    }

    /// <summary>Waits until the membership has so many active silos.</summary>
    public async Task VotedAsync(int silos)
    {
        await using var source = NpgsqlDataSource.Create(Storage.PostgreSql!);
        await Pause.UntilAsync($"{silos} active silos", async () =>
        {
            await using var command = source.CreateCommand($"SELECT count(*) FROM cluster_silo WHERE status = {ActiveSilo}");
            return (long)(await command.ExecuteScalarAsync())! == silos;
        });
    }

    /// <summary>The silo that writes most while so many scans are answered: at least one venue is there.</summary>
    public async Task<SiloProcess> WriterAsync(Load load)
    {
        var before = await Task.WhenAll(Silos.Select(WrittenAsync));
        await load.MoreAnswersAsync(50);
        var after = await Task.WhenAll(Silos.Select(WrittenAsync));
        return Silos[before.Zip(after, (earlier, later) => later - earlier).Index().MaxBy(written => written.Item).Index];
    }

    public async Task<(HttpStatusCode Code, string Status)> ReadyAsync(ServerProcess process)
    {
        using var answer = await _http.GetAsync(new Uri(process.Address, "/readyz"));
        return (answer.StatusCode, (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["status"]!);
    }

    public async Task<JsonNode> StatusAsync(DashboardProcess dashboard) => JsonNode.Parse(await _http.GetStringAsync(new Uri(dashboard.Address, "/api/status")))!;

    public async ValueTask DisposeAsync()
    {
        foreach (var process in (ServerProcess[])[.. Dashboards, .. Silos])
            await process.DisposeAsync();
        _http.Dispose();
    }

    private async Task<double> WrittenAsync(SiloProcess silo) =>
        ExpositionPage.Read(await _http.GetStringAsync(new Uri(silo.Address, "/metrics"))).GetValueOrDefault("eventops_journal_batch")?
            .Samples.Where(sample => sample.Name.EndsWith("_sum", StringComparison.Ordinal)).Sum(sample => sample.Value) ?? 0;
}
