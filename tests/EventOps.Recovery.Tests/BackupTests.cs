using Microsoft.Data.Sqlite;

namespace EventOps.Recovery.Tests;

/// <summary>The commands of docs/operations.md: a copy that is made under load, and put back elsewhere, holds all that was answered before it was begun.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eventops-backup-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task PostgreSQL_by_pg_dump_and_pg_restore()
    {
        var server = await PostgresServer.SharedAsync();
        var source = await server.CreateDatabaseAsync();
        var copy = await server.CreateDatabaseAsync();
        var file = Path.Combine(_folder, "eventops.dump");

        await CopyUnderLoadAsync(new() { PostgreSql = source }, new() { PostgreSql = copy }, async () =>
        {
            await server.RunProgramAsync("pg_dump", "--format=custom", $"--file={file}", NameOf(source));
            await server.RunProgramAsync("pg_restore", "--exit-on-error", "--single-transaction", $"--dbname={NameOf(copy)}", file);
        });

        static string NameOf(string connection) => new Npgsql.NpgsqlConnectionStringBuilder(connection).Database!;
    }

    [Fact]
    public async Task SQLite_by_VACUUM_INTO()
    {
        var (source, copy) = (Directory.CreateDirectory(Path.Combine(_folder, "source")), Directory.CreateDirectory(Path.Combine(_folder, "copy")));

        await CopyUnderLoadAsync(new() { Folder = source.FullName }, new() { Folder = copy.FullName }, async () =>
        {
            await using var connection = new SqliteConnection($"Data Source={Path.Combine(source.FullName, StorageOptions.FileName)};Pooling=false");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"VACUUM INTO '{Path.Combine(copy.FullName, StorageOptions.FileName)}'";
            await command.ExecuteNonQueryAsync();
        });
    }

    private static async Task CopyUnderLoadAsync(StorageOptions source, StorageOptions copy, Func<Task> make)
    {
        await using var dashboard = new DashboardProcess(source);
        await dashboard.StartAsync();
        using (var http = Keys.Client(dashboard.Address))
            await Festival.OpenAsync(http, source);
        await using var load = new Load(dashboard.Address, () => Task.CompletedTask, seed: 3);
        await load.MoreAnswersAsync(500);

        var before = load.Answers.ToList();
        await make();
        await load.MoreAnswersAsync(100);
        await load.EndAsync();
        load.Wrong.ShouldBeEmpty();

        await using var restored = new DashboardProcess(copy);
        await restored.StartAsync();
        var entries = await Audit.HoldsAsync(copy, before, restored.Address);
        entries.Count.ShouldBeLessThan((await Audit.EntriesAsync(source)).Count);
    }
}
