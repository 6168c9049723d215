using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EventOps.Storage.Sqlite;

/// <summary>Inserts one row after the other in one transaction: within one process a statement costs less than making a list of them.</summary>
internal sealed class SqliteJournalTable(SqliteDatabase database) : IJournalTable
{
    internal const int Constraint = 19;

    private DbConnection? _connection;
    private DbCommand? _begin;
    private DbCommand? _commit;
    private DbCommand? _rollback;
    private DbCommand? _insert;
    private DbParameter[] _parameters = [];

    public bool TryInsert(List<PendingAppend> batch)
    {
        Prepare();
        _begin!.ExecuteNonQuery();
        foreach (var append in batch)
        {
            Bind(append);
            try
            {
                _insert!.ExecuteNonQuery();
            }
            catch (SqliteException e) when (e.SqliteErrorCode == Constraint)
            {
                _rollback!.ExecuteNonQuery();
                return false;
            }
        }

        _commit!.ExecuteNonQuery();
        database.Written(batch.Count);
        return true;
    }

    public List<TakenKey> FindTaken(List<PendingAppend> batch)
    {
        Prepare();
        var taken = new Dictionary<Guid, TakenKey>();
        foreach (var append in batch)
        {
            using var command = _connection!.Command(
                database.Sql["find-taken"],
                ("scan_id", Stored(append.Entry.ScanId)),
                ("stream", append.Stream.Key),
                ("version", append.Entry.Version),
                ("delegate", append.DelegateKey),
                ("sequence", append.Entry.Sequence));
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var row = JournalTable.ReadTaken(reader);
                taken[row.ScanId] = row;
            }
        }

        return [.. taken.Values];
    }

    public void Disconnect() => database.Disconnect();

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<DbCommand?>)[_begin, _commit, _rollback, _insert])
            command?.Dispose();
    }

    // Big-endian, so that ids that are ordered by time (UUIDv7) are neighbours in the index.
    private static byte[] Stored(Guid id) => id.ToByteArray(bigEndian: true);

    private void Prepare()
    {
        var connection = database.WritingConnection();
        if (ReferenceEquals(connection, _connection))
            return;
        Dispose();
        _connection = connection;
        _begin = connection.Command("BEGIN IMMEDIATE");
        _commit = connection.Command("COMMIT");
        _rollback = connection.Command("ROLLBACK");
        _insert = connection.Command(database.Sql["append"]);
        _parameters = [.. new[] { "stream", "version", "scan_id", "delegate", "sequence", "session", "at", "entry" }.Select(name => _insert.Add(name, null))];
        _insert.Prepare();
    }

    private void Bind(PendingAppend append)
    {
        var entry = append.Entry;
        _parameters[0].Value = append.Stream.Key;
        _parameters[1].Value = entry.Version;
        _parameters[2].Value = Stored(entry.ScanId);
        _parameters[3].Value = append.DelegateKey;
        _parameters[4].Value = entry.Sequence;
        _parameters[5].Value = append.SessionKey;
        _parameters[6].Value = entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        _parameters[7].Value = append.Text;
    }
}
