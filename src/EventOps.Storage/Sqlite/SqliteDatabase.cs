using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EventOps.Storage.Sqlite;

/// <summary>One file, one writer: every write of the process goes through the writer's thread.</summary>
internal sealed class SqliteDatabase : EventOpsDatabase
{
    // Result codes of SQLite.
    private const int Misuse = 21;
    private const int GeneralError = 1;

    private readonly SqliteImport _import;
    // How much is written between two checkpoints: so many entries, or a tenth of as many other writes.
    private const int CheckpointInterval = 1000;
    private const int OtherWrite = 100;

    private readonly Action _checkpoint;
    private Task _checkpointing = Task.CompletedTask;
    private int _written;
    private DbConnection? _writing;

    public SqliteDatabase(StorageOptions options, TimeProvider time)
        : base(options, time, "Sqlite")
    {
        Batteries_V2.Init();
        Source = new SqliteDataSource(Path.Combine(options.Folder, StorageOptions.FileName));
        _import = new SqliteImport(this);
        _checkpoint = Checkpoint;
    }

    public override string Name => "SQLite";

    // Which loads Microsoft.Data.Sqlite, whose own name they do not know.
    public override string Invariant => "System.Data.SQLite";

    public override DbDataSource Source { get; }

    public override Task WriteInTurnAsync(Func<Task> write)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Writer.Post(() => _ = WriteAsync());
        return written.Task;

        // Nothing in SQLite is asynchronous, so the thread is held until it is written.
        async Task WriteAsync()
        {
            try
            {
                await write();
                Written(OtherWrite);
                written.SetResult();
            }
            catch (Exception e)
            {
                written.SetException(e);
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await _checkpointing;
        Disconnect();
        await base.DisposeAsync();
    }

    /// <summary>The writer's connection; to be used on its thread alone.</summary>
    internal DbConnection WritingConnection() => _writing ??= ((SqliteDataSource)Source).OpenWriter();

    internal void Disconnect()
    {
        _writing?.Dispose();
        _writing = null;
    }

    /// <summary>Counts what the writer has committed. A checkpoint waits for the disk twice, so it is made beside the writer and not within a commit.</summary>
    internal void Written(int entries)
    {
        _written += entries;
        if (_written < CheckpointInterval || !_checkpointing.IsCompleted)
            return;
        _written = 0;
        _checkpointing = Task.Run(_checkpoint);
    }

    internal override IJournalTable CreateJournalTable() => new SqliteJournalTable(this);

    internal override IImportWriter CreateImportWriter() => _import;

    internal override ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken) =>
        new(((SqliteConnection)connection).BeginTransaction(deferred: true));

    internal override ValueTask<DbConnection> OpenGroupReadAsync(CancellationToken cancellationToken) => Source.OpenConnectionAsync(cancellationToken);

    internal override Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken)
    {
        var written = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Writer.Post(() =>
        {
            if (cancellationToken.IsCancellationRequested)
                written.SetCanceled(cancellationToken);
            else
                written.SetFromTask(WriteNowAsync(write));
        });
        return written.Task;
    }

    internal override void AddTexts(DbCommand command, string name, IReadOnlyCollection<string> texts) =>
        command.Add(name, JsonSerializer.Serialize(texts, CatalogueJson.Default.IReadOnlyCollectionString));

    internal override bool IsUnavailable(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: not (GeneralError or Misuse or SqliteJournalTable.Constraint) } or IOException;

    private protected override async Task MigrateCoreAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Options.Folder);
        await WriteAsync(
            async connection =>
            {
                await ApplyMigrationsAsync(connection, cancellationToken);
                return true;
            },
            cancellationToken);
        await _import.ResumeAsync();
    }

    // Nothing in SQLite is asynchronous, so the task has completed when it is returned.
    private async Task<T> WriteNowAsync<T>(Func<DbConnection, Task<T>> write)
    {
        DbTransaction? transaction = null;
        try
        {
            transaction = await WritingConnection().BeginTransactionAsync();
            var result = await write(WritingConnection());
            await transaction.CommitAsync();
            Written(OtherWrite);
            return result;
        }
        catch (Exception e)
        {
            if (transaction is null || e is SqliteException { SqliteErrorCode: not SqliteJournalTable.Constraint })
                Disconnect();
            throw IsUnavailable(e) ? Unavailable(e) : e;
        }
        finally
        {
            if (transaction is not null)
                await transaction.DisposeAsync();
        }
    }

    private void Checkpoint()
    {
        try
        {
            ((SqliteDataSource)Source).Checkpoint();
        }
        catch (SqliteException)
        {
            // The log grows until the next one, or until a commit makes one itself and says what is wrong.
        }
    }
}
