using Microsoft.Data.Sqlite;

namespace EventOps.Storage.Sqlite;

/// <summary>Opens connections to the one file, each with the same pragmas.</summary>
internal sealed class SqliteDataSource(string file) : DbDataSource
{
    // A full sync at every commit is what makes an answer durable. The cache is given in KiB.
    private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 2500; PRAGMA cache_size = -32000;";

    public override string ConnectionString { get; } =
        new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWriteCreate, DefaultTimeout = 1 }.ToString();

    /// <summary>Opens the connection that writes. It is no pooled one: closing it ends its transaction, whatever state that is in.</summary>
    public DbConnection OpenWriter() => Open(new SqliteConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());

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
