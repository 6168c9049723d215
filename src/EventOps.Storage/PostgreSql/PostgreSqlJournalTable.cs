using Npgsql;
using NpgsqlTypes;

namespace EventOps.Storage.PostgreSql;

/// <summary>One warm connection, one prepared statement, one round trip a batch. The lists that carry the batch are used again and again.</summary>
internal sealed class PostgreSqlJournalTable(NpgsqlDataSource source, SqlText sql) : IJournalTable
{
    private readonly List<string> _streams = [];
    private readonly List<long> _versions = [];
    private readonly List<Guid> _scanIds = [];
    private readonly List<string> _delegates = [];
    private readonly List<int> _sequences = [];
    private readonly List<string> _sessions = [];
    private readonly List<DateTimeOffset> _times = [];
    private readonly List<byte[]> _entries = [];
    private NpgsqlConnection? _connection;
    private NpgsqlCommand? _insert;

    public bool TryInsert(List<PendingAppend> batch)
    {
        Connect();
        Fill(batch);
        try
        {
            _insert!.ExecuteNonQuery();
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    public List<TakenKey> FindTaken(List<PendingAppend> batch)
    {
        Connect();
        Fill(batch);
        using var command = new NpgsqlCommand(sql["find-taken"], _connection);
        command.Parameters.Add(Array("streams", _streams, NpgsqlDbType.Text));
        command.Parameters.Add(Array("versions", _versions, NpgsqlDbType.Bigint));
        command.Parameters.Add(Array("scan_ids", _scanIds, NpgsqlDbType.Uuid));
        command.Parameters.Add(Array("delegates", _delegates, NpgsqlDbType.Text));
        command.Parameters.Add(Array("sequences", _sequences, NpgsqlDbType.Integer));
        using var reader = command.ExecuteReader();
        var taken = new Dictionary<Guid, TakenKey>();
        while (reader.Read())
        {
            var row = JournalTable.ReadTaken(reader);
            taken[row.ScanId] = row;
        }

        return [.. taken.Values];
    }

    public void Disconnect()
    {
        _insert?.Dispose();
        _connection?.Dispose();
        _insert = null;
        _connection = null;
    }

    public void Dispose() => Disconnect();

    private static NpgsqlParameter<List<T>> Array<T>(string name, List<T> values, NpgsqlDbType type) =>
        new(name, NpgsqlDbType.Array | type) { TypedValue = values };

    private void Connect()
    {
        if (_connection is not null)
            return;
        _connection = source.OpenConnection();
        _insert = new NpgsqlCommand(sql["append"], _connection);
        _insert.Parameters.Add(Array("streams", _streams, NpgsqlDbType.Text));
        _insert.Parameters.Add(Array("versions", _versions, NpgsqlDbType.Bigint));
        _insert.Parameters.Add(Array("scan_ids", _scanIds, NpgsqlDbType.Uuid));
        _insert.Parameters.Add(Array("delegates", _delegates, NpgsqlDbType.Text));
        _insert.Parameters.Add(Array("sequences", _sequences, NpgsqlDbType.Integer));
        _insert.Parameters.Add(Array("sessions", _sessions, NpgsqlDbType.Text));
        _insert.Parameters.Add(Array("times", _times, NpgsqlDbType.TimestampTz));
        _insert.Parameters.Add(Array("entries", _entries, NpgsqlDbType.Text));
        _insert.Prepare();
    }

    private void Fill(List<PendingAppend> batch)
    {
        _streams.Clear();
        _versions.Clear();
        _scanIds.Clear();
        _delegates.Clear();
        _sequences.Clear();
        _sessions.Clear();
        _times.Clear();
        _entries.Clear();
        foreach (var append in batch)
        {
            _streams.Add(append.Stream.Key);
            _versions.Add(append.Entry.Version);
            _scanIds.Add(append.Entry.ScanId);
            _delegates.Add(append.DelegateKey);
            _sequences.Add(append.Entry.Sequence);
            _sessions.Add(append.SessionKey);
            _times.Add(append.Entry.At.ToUniversalTime());
            _entries.Add(append.Text);
        }
    }
}
