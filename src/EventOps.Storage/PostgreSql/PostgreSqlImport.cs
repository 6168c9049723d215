using Npgsql;
using NpgsqlTypes;

namespace EventOps.Storage.PostgreSql;

/// <summary>Copies an import into temporary tables and writes from there what is new or other than before, in one transaction.</summary>
internal sealed class PostgreSqlImport(PostgreSqlDatabase database) : IImportWriter
{
    // Beyond this many rows the planner's picture of the tables is too old to wait for the next automatic analysis.
    private const int ManyRows = 5_000;

    public Task<long> WriteAsync(MissionId mission, ProgrammeImport import, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                var found = await connection.QueryAsync(
                    database.Sql["lock-mission"],
                    row => (Version: row.GetInt64(0), Clock: RelationalCatalogue.ReadClock(row.GetString(1))),
                    cancellationToken,
                    ("mission", mission.Value));
                if (found is not [var stored])
                    throw RelationalCatalogue.NoMission(mission);
                await ImportRows.CheckBadgesAsync(database, connection, mission, import.Delegates, cancellationToken);

                var now = stored.Clock.At(database.Time.GetUtcNow()).ToUniversalTime();
                var changed = await WriteDelegatesAsync((NpgsqlConnection)connection, mission, import.Delegates, now, cancellationToken)
                    + await WriteRegistrationsAsync((NpgsqlConnection)connection, mission, import.Registrations, cancellationToken)
                    + await ImportRows.WritePlacesAsync(database, connection, mission, import, cancellationToken);
                if (changed == 0)
                    return stored.Version;
                await connection.ExecuteAsync(database.Sql["raise-version"], cancellationToken, ("mission", mission.Value));
                if (changed > ManyRows)
                    await connection.ExecuteAsync(database.Sql["analyse"], cancellationToken);
                return stored.Version + 1;
            },
            cancellationToken);

    private async Task<int> WriteDelegatesAsync(
        NpgsqlConnection connection, MissionId mission, ImmutableArray<DelegateRecord> delegates, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (delegates.Length == 0)
            return 0;
        await connection.ExecuteAsync(database.Sql["imported-delegates"], cancellationToken);
        await using (var copy = await connection.BeginBinaryImportAsync(database.Sql["copy-delegates"], cancellationToken))
        {
            foreach (var row in delegates)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(row.Id.Value, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(row.Name, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(row.Organisation, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(row.Sector, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(row.Language, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(row.Badge, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(row.Vip, NpgsqlDbType.Boolean, cancellationToken);
                await copy.WriteAsync(row.Note, NpgsqlDbType.Text, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await connection.ExecuteAsync(database.Sql["save-organisations"], cancellationToken, ("mission", mission.Value));
        var saved = await connection.ExecuteAsync(database.Sql["save-delegates"], cancellationToken, ("mission", mission.Value));
        var added = await connection.QueryAsync(
            database.Sql["add-badges"],
            row => (int)row.GetInt64(0),
            cancellationToken,
            ("mission", mission.Value),
            ("at", now),
            ("why", ImportRows.ReplacedByImport));
        return saved + added[0];
    }

    private async Task<int> WriteRegistrationsAsync(
        NpgsqlConnection connection, MissionId mission, ImmutableArray<Registration> registrations, CancellationToken cancellationToken)
    {
        if (registrations.Length == 0)
            return 0;
        await connection.ExecuteAsync(database.Sql["imported-registrations"], cancellationToken);
        await using (var copy = await connection.BeginBinaryImportAsync(database.Sql["copy-registrations"], cancellationToken))
        {
            foreach (var row in registrations)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(row.Session.Value, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(row.Delegate.Value, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(CatalogueRows.Name(row.Kind), NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(row.SeatHeld, NpgsqlDbType.Boolean, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        return await connection.ExecuteAsync(database.Sql["save-registrations"], cancellationToken, ("mission", mission.Value));
    }
}
