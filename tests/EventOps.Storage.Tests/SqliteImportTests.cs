using EventOps.Storage.Sqlite;

namespace EventOps.Storage.Tests;

/// <summary>A process that dies in the middle of a long import on SQLite.</summary>
public sealed class SqliteImportTests() : StorageTest(new OnSqlite())
{
    private static readonly ProgrammeImport Long = Sample.Import with { Delegates = Sample.People(3000).Delegates };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Storage.Catalogue.CreateMissionAsync(Mission, "Mission", MissionClock.Real, Cancelled);
    }

    [Fact]
    public async Task What_was_decided_is_finished_at_the_next_start()
    {
        await new SqliteImport((SqliteDatabase)Storage.Database).StageAsync("import", Mission, SqliteImport.Slices(Long), Cancelled);
        (await Storage.Catalogue.ReadAllAsync(Mission, Cancelled)).Delegates.ShouldBeEmpty();
        await Storage.DisposeAsync();

        var restarted = await OpenAsync();

        (await restarted.Catalogue.ReadAllAsync(Mission, Cancelled)).Delegates.ShouldBe(Long.Delegates);
        (await restarted.Catalogue.ReadProgrammeAsync(Mission, Cancelled))!.Rooms.ShouldBe(Long.Rooms);
        (await restarted.Catalogue.VersionAsync(Mission, Cancelled)).ShouldBe(2);
        (await LeftAsync(restarted)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task What_was_not_decided_is_forgotten_at_the_next_start()
    {
        await Storage.Database.WriteAsync(
            connection => connection.ExecuteAsync(Storage.Database.Sql["stage-import"], Cancelled, ("import", "import"), ("mission", Mission.Value)), Cancelled);
        await Storage.Database.WriteAsync(
            connection => connection.ExecuteAsync(
                Storage.Database.Sql["stage-slice"], Cancelled, ("import", "import"), ("number", 0), ("rows", "{}"u8.ToArray())),
            Cancelled);
        await Storage.DisposeAsync();

        var restarted = await OpenAsync();

        (await restarted.Catalogue.VersionAsync(Mission, Cancelled)).ShouldBe(1);
        (await LeftAsync(restarted)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_cancelled_import_leaves_nothing()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            () => new SqliteImport((SqliteDatabase)Storage.Database).StageAsync("import", Mission, SqliteImport.Slices(Long), cancel.Token));

        (await LeftAsync(Storage)).ShouldBe((0, 0));
        (await Storage.Catalogue.ReadAllAsync(Mission, Cancelled)).Delegates.ShouldBeEmpty();
    }

    private async Task<(long Imports, long Slices)> LeftAsync(Opened storage)
    {
        await using var connection = await storage.Database.Source.OpenConnectionAsync(Cancelled);
        var rows = await connection.QueryAsync(
            "SELECT (SELECT count(*) FROM import), (SELECT count(*) FROM import_slice)", row => (row.GetInt64(0), row.GetInt64(1)), Cancelled);
        return rows[0];
    }
}
