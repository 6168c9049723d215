namespace EventOps.Storage;

/// <summary>The audit trail: lines are added, and never changed or taken away; the database itself refuses it.</summary>
public sealed class AuditLog(EventOpsDatabase database)
{
    /// <summary>Adds a line.</summary>
    /// <exception cref="StorageUnavailableException">The database is away.</exception>
    public Task AddAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
        database.WriteAsync(connection => AddAsync(database, connection, entry, cancellationToken), cancellationToken);

    /// <summary>Lines, newest first.</summary>
    /// <exception cref="StorageUnavailableException">The database is away.</exception>
    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditFilter filter, int limit, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
            return await connection.QueryAsync(
                database.Sql["read-audit"],
                row => new AuditEntry(
                    row.GetFieldValue<DateTimeOffset>(1),
                    row.GetString(2),
                    row.GetString(3),
                    row.GetString(4),
                    row.GetString(5),
                    row.GetString(6),
                    row.GetString(7),
                    row.GetString(8),
                    row.GetString(9),
                    Id: row.GetInt64(0)),
                cancellationToken,
                ("mission", filter.Mission),
                ("kind", filter.Kind),
                ("who", filter.Who),
                ("from", (filter.From ?? DateTimeOffset.UnixEpoch).ToUniversalTime()),
                ("to", (filter.To ?? new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero)).ToUniversalTime()),
                ("before_id", filter.Before ?? long.MaxValue),
                ("limit", limit));
        }
        catch (Exception e) when (database.IsUnavailable(e))
        {
            throw database.Unavailable(e);
        }
    }

    internal static Task<int> AddAsync(EventOpsDatabase database, DbConnection connection, AuditEntry entry, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(
            database.Sql["add-audit"],
            cancellationToken,
            ("at", entry.At.ToUniversalTime()),
            ("mission", entry.Mission),
            ("kind", entry.Kind),
            ("who", entry.Who),
            ("who_kind", entry.WhoKind),
            ("source", entry.Source),
            ("what", entry.What),
            ("before", entry.Before),
            ("after", entry.After),
            ("reference", entry.Reference));
}
