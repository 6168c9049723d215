using Npgsql;

namespace EventOps.Benchmarks.Baselines;

/// <summary>The textbook way to keep a room below its capacity: lock its row, look, insert the scan, raise the count, commit. A pool of 16, prepared.</summary>
internal sealed class RowLockTable : IAsyncDisposable
{
    private const int Connections = 16;
    private const string Room = "hall";

    private readonly NpgsqlDataSource _source;

    private RowLockTable(NpgsqlDataSource source) => _source = source;

    public static async Task<RowLockTable> CreateAsync(string database, CancellationToken cancellation)
    {
        var settings = new NpgsqlConnectionStringBuilder(database)
        {
            MinPoolSize = Connections,
            MaxPoolSize = Connections,
            MaxAutoPrepare = 10,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
        };
        var source = NpgsqlDataSource.Create(settings.ToString());
        await using var create = source.CreateCommand(
            """
            CREATE TABLE room (room text PRIMARY KEY, present integer NOT NULL, legal integer NOT NULL);
            CREATE TABLE scan (scan_id uuid PRIMARY KEY, room text NOT NULL, badge text NOT NULL, at timestamptz NOT NULL);
            INSERT INTO room VALUES ('hall', 0, 1000000)
            """);
        await create.ExecuteNonQueryAsync(cancellation);
        return new RowLockTable(source);
    }

    public async Task AdmitAsync(Guid scanId, string badge)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var look = Command("SELECT present < legal FROM room WHERE room = $1 FOR UPDATE", Room);
        if (await look.ExecuteScalarAsync() is not true)
            throw new InvalidOperationException("The room is full.");
        await using var insert = Command("INSERT INTO scan (scan_id, room, badge, at) VALUES ($1, $2, $3, now())", scanId, Room, badge);
        await insert.ExecuteNonQueryAsync();
        await using var count = Command("UPDATE room SET present = present + 1 WHERE room = $1", Room);
        await count.ExecuteNonQueryAsync();
        await transaction.CommitAsync();

        NpgsqlCommand Command(string sql, params ReadOnlySpan<object> values)
        {
            var command = new NpgsqlCommand(sql, connection, transaction);
            foreach (var value in values)
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            return command;
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
