using Microsoft.Data.Sqlite;

namespace EventOps.Storage.Sqlite;

/// <summary>Opens connections to the one file, each with the same pragmas.</summary>
internal sealed class SqliteDataSource(string file) : DbDataSource
{
    // A full sync at every commit is what makes an answer durable. The cache is given in KiB.
    private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 2500; PRAGMA cache_size = -32000;";

    public override string ConnectionString { get; } =
        new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWriteCreate, DefaultTimeout = 1 }.ToString();

    /// <summary>Moves what is in the log into the file, beside readers and the writer.</summary>
    public void Checkpoint()
    {
        using var connection = OpenDbConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        command.ExecuteNonQuery();
    }

    /// <summary>Opens the connection that writes. It is no pooled one: closing it ends its transaction, whatever state that is in.</summary>
    public DbConnection OpenWriter()
    {
        var connection = Open(new SqliteConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());

        // Checkpoints are made beside the writer; only when they do not keep up (64 MB) a commit makes one.
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_autocheckpoint = 16000";
        command.ExecuteNonQuery();
        return connection;
    }

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override DbConnection OpenDbConnection() => Open(ConnectionString);

    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(OpenDbConnection());
    }

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        // Pooled connections would keep the file open.
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        base.Dispose(disposing);
    }

    protected override ValueTask DisposeAsyncCore()
    {
        Dispose(disposing: true);
        return default;
    }
}
