namespace EventOps.Cluster.Tests;

/// <summary>A program that is started before its database waits for it, and when it gives up it says in a sentence or two what it can't reach and what to do.</summary>
public abstract class StartTests
{
    [Fact]
    public async Task It_waits_for_a_database_that_comes_later()
    {
        await using var server = await PostgresServer.StartNewAsync();
        var storage = new StorageOptions { PostgreSql = await server.CreateDatabaseAsync() };
        await server.StopAsync();
        await using var program = Create(storage);

        program.Launch();
        await program.HearAsync($"PostgreSQL at 127.0.0.1:{server.Port}, database test_");
        await server.StartAsync();

        await program.IsReadyAsync();
        program.Said.Split("it is waited for").Length.ShouldBe(2, program.Said);
        program.Said.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task It_gives_up_with_a_sentence_and_without_the_password()
    {
        var port = FreePort.Take();
        await using var program = Create(new StorageOptions { PostgreSql = $"Host=127.0.0.1;Port={port};Database=eventops;Username=eventops;Password=hunter2" }, "--database-wait", "1");

        program.Launch();
        (await program.EndAsync()).ShouldBe(1);

        program.Said.ShouldContain($"PostgreSQL at 127.0.0.1:{port}, database eventops did not answer for 1 s (Connection refused). Bring it up, or correct --database (EVENTOPS_DATABASE), and start this again.");
        program.Said.ShouldNotContain("hunter2");
        program.Said.ShouldNotContain("   at ");
    }

    protected abstract ServerProcess Create(StorageOptions storage, params string[] arguments);

    public sealed class OfADashboard : StartTests
    {
        protected override ServerProcess Create(StorageOptions storage, params string[] arguments) => new DashboardProcess(storage, arguments);
    }
}
