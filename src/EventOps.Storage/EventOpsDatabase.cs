
namespace EventOps.Storage;

/// <summary>The database in which everything is stored, SQLite or PostgreSQL. One in a process; disposed last, it finishes the writes that wait.</summary>
public abstract class EventOpsDatabase : IAsyncDisposable
{
    private protected EventOpsDatabase(StorageOptions options, TimeProvider time, string dialect)
    {
        Options = options;
        Time = time;
        Sql = new SqlText(dialect);
        Writer = new WriterThread("EventOps journal");
        Newcomers = new Newcomers(options.IsSoleWriter);
    }

    /// <summary>What it is, for people: "SQLite" or "PostgreSQL".</summary>
    public abstract string Name { get; }

    /// <summary>The name by which Orleans's ADO.NET providers know its driver.</summary>
    public abstract string Invariant { get; }

    /// <summary>Opens connections for reading.</summary>
    public abstract DbDataSource Source { get; }

    internal StorageOptions Options { get; }

    internal TimeProvider Time { get; }

    internal SqlText Sql { get; }

    internal WriterThread Writer { get; }

    internal Newcomers Newcomers { get; }

    /// <summary>The database that the options name; nothing is opened yet.</summary>
    public static EventOpsDatabase Create(StorageOptions options, TimeProvider? time = null) =>
        options.PostgreSql is { } connectionString
            ? new PostgreSql.PostgreSqlDatabase(options, connectionString, time ?? TimeProvider.System)
            : new Sqlite.SqliteDatabase(options, time ?? TimeProvider.System);

    /// <summary>Brings the schema up to date; forward only, and safe when several processes start at once.</summary>
    /// <exception cref="StorageUnavailableException">The database could not be reached.</exception>
    /// <exception cref="InvalidOperationException">The database is of a newer version of EventOps than this one, or this role may not change its schema.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await MigrateCoreAsync(cancellationToken);
        }
        catch (Exception e) when (IsUnavailable(e))
        {
            throw Unavailable(e);
        }
    }

    /// <summary>Runs a write that opens its own connection. On SQLite, which has one writer at a time, it takes its turn among all others.</summary>
    public abstract Task WriteInTurnAsync(Func<Task> write);

    /// <summary>Finishes the writes that wait, and closes.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Writer.DisposeAsync();
        await Source.DisposeAsync();
    }

    internal abstract IJournalTable CreateJournalTable();

    internal abstract IImportWriter CreateImportWriter();

    /// <summary>Begins a transaction in which all reads see the same state.</summary>
    internal abstract ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Opens a connection for group reads, which must not plan a scan of a whole table.</summary>
    internal abstract ValueTask<DbConnection> OpenGroupReadAsync(CancellationToken cancellationToken);

    /// <summary>Runs a write in a transaction of its own. On SQLite it runs on the writer's thread and must not wait for anything but the connection.</summary>
    internal abstract Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken);

    /// <summary>A parameter that holds many texts: an array on PostgreSQL, a JSON array on SQLite.</summary>
    internal abstract void AddTexts(DbCommand command, string name, IReadOnlyCollection<string> texts);

    internal abstract bool IsUnavailable(Exception exception);

    internal StorageUnavailableException Unavailable(Exception cause) => new($"{Name} is not available: {cause.Message}", cause);

    /// <summary>What callers see for an exception that says that the database is away; null for any other.</summary>
    internal StorageUnavailableException? WhenUnavailable(Exception cause) => IsUnavailable(cause) ? Unavailable(cause) : null;

    private protected abstract Task MigrateCoreAsync(CancellationToken cancellationToken);

    /// <summary>Applies what is missing, on a connection and in a transaction that keep others out.</summary>
    private protected async Task ApplyMigrationsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        // A role that may not make tables may well look whether there is anything to make.
        if (await connection.QueryAsync(Sql["has-schema-version"], _ => true, cancellationToken) is [])
            await connection.ExecuteAsync(Sql["create-schema-version"], cancellationToken);
        var applied = await connection.QueryAsync(Sql["schema-version"], row => row.GetInt32(0), cancellationToken) is [var last, ..] ? last : 0;
        if (applied > Sql.Migrations[^1].Number)
            throw new InvalidOperationException($"The database has schema version {applied}; this version of EventOps knows {Sql.Migrations[^1].Number}.");
        foreach (var migration in Sql.Migrations.Where(migration => migration.Number > applied))
        {
            await connection.ExecuteAsync(migration.Text, cancellationToken);
            await connection.ExecuteAsync(
                Sql["add-schema-version"], cancellationToken, ("number", migration.Number), ("name", migration.Name), ("at", Time.GetUtcNow()));
        }
    }
}
