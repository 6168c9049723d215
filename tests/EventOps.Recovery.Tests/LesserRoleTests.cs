using Npgsql;

namespace EventOps.Recovery.Tests;

/// <summary>The roles of deploy/postgresql: one makes the tables, another one runs, and may do no more than that takes.</summary>
public sealed class LesserRoleTests
{
    [Fact]
    public async Task The_owner_migrates_and_the_other_role_imports_scans_and_starts_again()
    {
        await using var server = await PostgresServer.StartNewAsync();
        await RunScriptAsync(server, "postgres", "roles.sql", "postgres");
        var (owner, running) = (As(server, "eventops_owner"), As(server, "eventops"));

        var (refused, why) = await DashboardProcess.RunAsync(running, "migrate");
        refused.ShouldNotBe(0);
        why.ShouldContain("run \"migrate\" with the role that owns it");
        (await DashboardProcess.RunAsync(owner, "migrate")).ShouldBe((0, $"The schema of the PostgreSQL database is up to date.{Environment.NewLine}"));
        await RunScriptAsync(server, "eventops_owner", "append-only.sql", "eventops");

        await using var dashboard = new DashboardProcess(running);
        await dashboard.StartAsync();
        using (var http = Keys.Client(dashboard.Address))
            await Festival.OpenAsync(http, running);
        var back = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var load = new Load(dashboard.Address, () => back.Task, seed: 5);
        await load.MoreAnswersAsync(300);
        dashboard.Terminate();
        (await dashboard.EndAsync()).ShouldBe(0);
        await dashboard.StartAsync();
        back.SetResult();
        await load.MoreAnswersAsync(300);
        await load.EndAsync();

        load.Wrong.ShouldBeEmpty();
        await Audit.AgreeAsync(running, load, dashboard.Address);
        foreach (var sql in (string[])["UPDATE journal SET at = at", "DELETE FROM journal", "TRUNCATE journal", "DROP TABLE journal", "CREATE TABLE mine (id int)", "DELETE FROM schema_version"])
            (await Should.ThrowAsync<PostgresException>(ExecuteAsync(running, sql))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
    }

    private static StorageOptions As(PostgresServer server, string role) =>
        new() { PostgreSql = new NpgsqlConnectionStringBuilder(server.ConnectionString("eventops")) { Username = role }.ToString() };

    private static Task RunScriptAsync(PostgresServer server, string role, string script, string database) =>
        server.RunProgramAsync("psql", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--username", role, "--file", Repository.File("deploy", "postgresql", script), database);

    private static async Task ExecuteAsync(StorageOptions storage, string sql)
    {
        await using var source = NpgsqlDataSource.Create(storage.PostgreSql!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
