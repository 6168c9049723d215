using System.Data;
using System.Net.Sockets;
using Npgsql;
using NpgsqlTypes;

namespace EventOps.Storage.PostgreSql;

/// <summary>Any number of processes; each has one warm connection for its journal and some for its group reads.</summary>
internal sealed class PostgreSqlDatabase : EventOpsDatabase
{
    // "EventOps" in ASCII: whoever migrates holds this advisory lock.
    private const long MigrationLock = 0x4576656E744F7073;

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _hot;

    public PostgreSqlDatabase(StorageOptions options, string connectionString, TimeProvider time)
        : base(options, time, "PostgreSql")
    {
        _source = Create("EventOps", WithDefaults(connectionString, "30", "10", ""));

        // A statement is planned once and then kept, perhaps while its table is still empty, so it must not choose to read the whole table.
        _hot = Create("EventOps journal", WithDefaults(connectionString, "3", "8", "-c enable_seqscan=off -c jit=off -c plan_cache_mode=force_generic_plan"));
    }

    public override string Name => "PostgreSQL";

    public override string Invariant => "Npgsql";

    public override DbDataSource Source => _source;

    public override Task WriteInTurnAsync(Func<Task> write) => write();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _hot.DisposeAsync();
    }

    internal override IJournalTable CreateJournalTable() => new PostgreSqlJournalTable(_hot, Sql);

    internal override IImportWriter CreateImportWriter() => new PostgreSqlImport(this);

    internal override async ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    internal override async ValueTask<DbConnection> OpenGroupReadAsync(CancellationToken cancellationToken) =>
        await _hot.OpenConnectionAsync(cancellationToken);

    internal override async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var result = await write(connection);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        catch (Exception e) when (IsUnavailable(e))
        {
            throw Unavailable(e);
        }
    }

    internal override void AddTexts(DbCommand command, string name, IReadOnlyCollection<string> texts) =>
        ((NpgsqlCommand)command).Parameters.Add(new NpgsqlParameter<string[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Text) { TypedValue = [.. texts] });

    internal override bool IsUnavailable(Exception exception) => exception switch
    {
        // Faults of data (22), of constraints (23) and of our own SQL (42) are no outage.
        PostgresException { SqlState: ['2', '2' or '3', ..] or ['4', '2', ..] } => false,
        NpgsqlException or IOException or SocketException or TimeoutException => true,
        _ => false,
    };

    private protected override async Task MigrateCoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(
                async connection =>
                {
                    await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@key)", cancellationToken, ("key", MigrationLock));
                    await ApplyMigrationsAsync(connection, cancellationToken);
                    return true;
                },
                cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new InvalidOperationException("The schema is not up to date, and this role may not change it: run \"migrate\" with the role that owns it.", e);
        }
    }

    /// <summary>The name is what its measurements are told apart by; without one they would carry the connection string.</summary>
    private static NpgsqlDataSource Create(string name, string connectionString) => new NpgsqlDataSourceBuilder(connectionString) { Name = name }.Build();

    /// <summary>What the connection string leaves open. Who waits for a database that is away is told within seconds, and five processes share the hundred connections that it has.</summary>
    private static string WithDefaults(string connectionString, string commandTimeout, string poolSize, string serverOptions)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        Default("Timeout", "3");
        Default("Command Timeout", commandTimeout);
        Default("Maximum Pool Size", poolSize);
        Default("Cancellation Timeout", "500");
        Default("Max Auto Prepare", "40");
        Default("Auto Prepare Min Usages", "2");
        Default("No Reset On Close", "true");
        Default("Application Name", "EventOps");
        if (serverOptions.Length > 0)
            given.Options = $"{given.Options} {serverOptions}".Trim();
        return given.ToString();

        void Default(string keyword, string value)
        {
            if (!given.ShouldSerialize(keyword))
                given[keyword] = value;
        }
    }
}
