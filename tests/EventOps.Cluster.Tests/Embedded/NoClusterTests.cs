namespace EventOps.Cluster.Tests.Embedded;

/// <summary>The stand-in is one process. Whoever asks it for a cluster is told so at the start, and what to do.</summary>
public sealed class NoClusterTests
{
    private static readonly StorageOptions Database = new() { PostgreSql = "Host=127.0.0.1;Database=eventops" };

    [Fact]
    public async Task A_dashboard_joins_no_cluster()
    {
        var (code, said) = await DashboardProcess.RunAsync(Database, "serve", "--cluster");

        code.ShouldBe(1);
        ShouldSayWhatToDo(said);
    }

    [Fact]
    public async Task A_silo_does_not_start()
    {
        var (code, said) = await SiloProcess.RunAsync("serve", "--database", Database.PostgreSql!);

        code.ShouldBe(1);
        ShouldSayWhatToDo(said);
    }

    private static void ShouldSayWhatToDo(string said) => said.TrimEnd().ShouldBe(
        "This build's grains run on the embedded runtime, which is one process and joins no cluster: build it with GrainRuntime=Orleans (./run --runtime orleans), or leave out --cluster.");
}
