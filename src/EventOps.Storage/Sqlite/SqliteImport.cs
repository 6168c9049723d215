using System.Text.Json;

namespace EventOps.Storage.Sqlite;

/// <summary>
/// Writes an import in slices that hold the one write lock for some milliseconds each, so that the journal commits in between. All slices are written
/// down first and then decided in one step: a crash before that leaves nothing, a crash after it is made good at the next start. The programme and the
/// version are in the last slice. A short import is one slice, and is written at once.
/// </summary>
internal sealed class SqliteImport(SqliteDatabase database) : IImportWriter
{
    internal const int RowsPerSlice = 500;

    // One import at a time: what was checked must still be so when it is applied.
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<long> WriteAsync(MissionId mission, ProgrammeImport import, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await CheckAsync(mission, import, cancellationToken);
            var slices = Slices(import);
            if (slices.Count == 1)
            {
                return await database.WriteAsync(
                    async connection => await EndAsync(connection, mission, await ApplyAsync(connection, mission, import) > 0), cancellationToken);
            }

            var id = Guid.CreateVersion7(database.Time.GetUtcNow()).ToString("N");
            await StageAsync(id, mission, slices, cancellationToken);

            // It is decided: from here on it is finished, whoever cancels.
            return await FinishAsync(id, mission);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Finishes what was decided before a crash, and forgets what was not.</summary>
    public async Task ResumeAsync()
    {
        var decided = await database.WriteAsync(
            async connection =>
            {
                await connection.ExecuteAsync(database.Sql["drop-undecided-slices"], default);
                await connection.ExecuteAsync(database.Sql["drop-undecided"], default);
                return await connection.QueryAsync(database.Sql["decided-imports"], row => (row.GetString(0), new MissionId(row.GetString(1))), default);
            },
            default);
        foreach (var (id, mission) in decided)
            await FinishAsync(id, mission);
    }

    internal async Task StageAsync(string id, MissionId mission, List<ProgrammeImport> slices, CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(
                connection => connection.ExecuteAsync(
                    database.Sql["stage-import"], cancellationToken, ("import", id), ("mission", mission.Value)),
                cancellationToken);
            for (var number = 0; number < slices.Count; number++)
            {
                var (place, rows) = (number, JsonSerializer.SerializeToUtf8Bytes(slices[number], CatalogueJson.Default.ProgrammeImport));
                await database.WriteAsync(
                    connection => connection.ExecuteAsync(
                        database.Sql["stage-slice"], cancellationToken, ("import", id), ("number", place), ("rows", rows)),
                    cancellationToken);
            }

            var decided = await database.WriteAsync(
                connection => connection.ExecuteAsync(database.Sql["decide-import"], cancellationToken, ("import", id), ("slices", slices.Count)),
                cancellationToken);
            if (decided == 0)
                throw new StorageUnavailableException("The import was cleared away by another process that started; import again.");
        }
        catch
        {
            await DropAsync(id);
            throw;
        }
    }

    internal static List<ProgrammeImport> Slices(ProgrammeImport import)
    {
        if (import.Delegates.Length + import.Registrations.Length <= RowsPerSlice)
            return [import];
        return
        [
            .. import.Delegates.Chunk(RowsPerSlice).Select(rows => ProgrammeImport.Empty with { Delegates = [.. rows] }),
            .. import.Registrations.Chunk(RowsPerSlice).Select(rows => ProgrammeImport.Empty with { Registrations = [.. rows] }),
            import with { Delegates = [], Registrations = [] },
        ];
    }

    private async Task CheckAsync(MissionId mission, ProgrammeImport import, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await ReadMissionAsync(connection, mission);
        await ImportRows.CheckBadgesAsync(database, connection, mission, import.Delegates, cancellationToken);
    }

    private async Task<(long Version, MissionClock Clock)> ReadMissionAsync(DbConnection connection, MissionId mission)
    {
        var found = await connection.QueryAsync(
            database.Sql["lock-mission"], row => (row.GetInt64(0), RelationalCatalogue.ReadClock(row.GetString(1))), default, ("mission", mission.Value));
        return found is [var one] ? one : throw RelationalCatalogue.NoMission(mission);
    }

    private async Task DropAsync(string id)
    {
        try
        {
            await database.WriteAsync(
                async connection =>
                {
                    await connection.ExecuteAsync(database.Sql["drop-slices"], default, ("import", id));
                    return await connection.ExecuteAsync(database.Sql["end-import"], default, ("import", id));
                },
                default);
        }
        catch (StorageUnavailableException)
        {
            // It was not decided, so the next start forgets it.
        }
    }

    private async Task<long> FinishAsync(string id, MissionId mission)
    {
        while (true)
        {
            var version = await database.WriteAsync(connection => ApplyNextAsync(connection, id, mission), default);
            if (version > 0)
                return version;
        }
    }

    /// <summary>Applies one slice; after the last one, returns the version.</summary>
    private async Task<long> ApplyNextAsync(DbConnection connection, string id, MissionId mission)
    {
        var slices = await connection.QueryAsync(
            database.Sql["next-slice"], row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1)), default, ("import", id));
        if (slices is [var (number, rows)])
        {
            var changed = await ApplyAsync(connection, mission, JsonSerializer.Deserialize(rows, CatalogueJson.Default.ProgrammeImport)!);
            if (changed > 0)
                await connection.ExecuteAsync(database.Sql["import-changed"], default, ("import", id));
            await connection.ExecuteAsync(database.Sql["slice-applied"], default, ("import", id), ("number", number));
            return 0;
        }

        var wasChanged = await connection.QueryAsync(database.Sql["was-changed"], row => row.GetBoolean(0), default, ("import", id));
        await connection.ExecuteAsync(database.Sql["end-import"], default, ("import", id));
        return await EndAsync(connection, mission, wasChanged is [true]);
    }

    private async Task<long> EndAsync(DbConnection connection, MissionId mission, bool changed)
    {
        if (changed)
            await connection.ExecuteAsync(database.Sql["raise-version"], default, ("mission", mission.Value));
        return (await ReadMissionAsync(connection, mission)).Version;
    }

    private async Task<int> ApplyAsync(DbConnection connection, MissionId mission, ProgrammeImport import)
    {
        var clock = (await ReadMissionAsync(connection, mission)).Clock;
        var now = clock.At(database.Time.GetUtcNow()).ToUniversalTime();
        return await WriteDelegatesAsync(connection, mission, import.Delegates, now)
            + await WriteRegistrationsAsync(connection, mission, import.Registrations)
            + await ImportRows.WritePlacesAsync(database, connection, mission, import, default);
    }

    private async Task<int> WriteDelegatesAsync(
        DbConnection connection, MissionId mission, ImmutableArray<DelegateRecord> delegates, DateTimeOffset now)
    {
        await using var organisation = Reusable(connection, "save-organisation", mission, "name");
        await using var save = Reusable(connection, "save-delegate", mission, "delegate", "name", "organisation", "sector", "language", "vip", "note");
        await using var add = Reusable(connection, "add-badge", mission, "code", "delegate");
        await using var revoke = Reusable(connection, "revoke-badge", mission, "delegate", "keep", "why", "at");
        var changed = 0;
        foreach (var row in delegates)
        {
            if (row.Organisation.Length > 0)
                await RunAsync(organisation, row.Organisation);
            changed += await RunAsync(save, row.Id.Value, row.Name, row.Organisation, row.Sector, row.Language, row.Vip, row.Note);
            if (row.Badge.Length == 0 || await RunAsync(add, row.Badge, row.Id.Value) == 0)
                continue;
            await RunAsync(revoke, row.Id.Value, row.Badge, ImportRows.ReplacedByImport, now);
            changed++;
        }

        return changed;
    }

    private async Task<int> WriteRegistrationsAsync(DbConnection connection, MissionId mission, ImmutableArray<Registration> registrations)
    {
        await using var save = Reusable(connection, "save-registration", mission, "session", "delegate", "kind", "seat_held");
        var changed = 0;
        foreach (var row in registrations)
            changed += await RunAsync(save, row.Session.Value, row.Delegate.Value, CatalogueRows.Name(row.Kind), row.SeatHeld);
        return changed;
    }

    private DbCommand Reusable(DbConnection connection, string statement, MissionId mission, params ReadOnlySpan<string> parameters)
    {
        var command = connection.Command(database.Sql[statement]);
        foreach (var name in parameters)
            command.Add(name, null);
        command.Add("mission", mission.Value);
        return command;
    }

    private static Task<int> RunAsync(DbCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return command.ExecuteNonQueryAsync();
    }
}
