namespace EventOps.Storage;

/// <summary>
/// Who may do what, as it is stored. A change and its line in the audit trail are one transaction. Every method throws <see cref="StorageUnavailableException"/> when
/// the database is away.
/// </summary>
public sealed class AccessTable(EventOpsDatabase database)
{
    /// <summary>What changed after a version, in the order of the changes.</summary>
    public async Task<IReadOnlyList<AccessRow>> ChangesAsync(long after, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
            return await connection.QueryAsync(
                database.Sql["access-changes"], row => new AccessRow(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3)), cancellationToken, ("after", after));
        }
        catch (Exception e) when (database.IsUnavailable(e))
        {
            throw database.Unavailable(e);
        }
    }

    /// <summary>Writes documents and what is to be remembered of it, all or nothing. Returns the version that they have now.</summary>
    /// <exception cref="AccessConflictException">One of them was changed since it was read.</exception>
    public Task<long> SaveAsync(IReadOnlyList<AccessRow> rows, IReadOnlyList<AuditEntry> audit, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection =>
            {
                // Its row keeps other writers out until the end, so that versions become visible in their order.
                var version = (await connection.QueryAsync(database.Sql["raise-access-version"], row => row.GetInt64(0), cancellationToken))[0];
                foreach (var row in rows)
                {
                    var written = await connection.ExecuteAsync(
                        database.Sql["save-access"],
                        cancellationToken,
                        ("kind", row.Kind),
                        ("id", row.Id),
                        ("body", row.Body),
                        ("version", version),
                        ("expected", row.Version));
                    if (written == 0)
                        throw new AccessConflictException(row.Kind, row.Id);
                }

                foreach (var entry in audit)
                    await AuditLog.AddAsync(database, connection, entry, cancellationToken);
                return version;
            },
            cancellationToken);

    /// <summary>Takes away documents that say nothing any more, such as sign-ins that are over. Those that were changed since they were read stay.</summary>
    public Task RemoveAsync(IReadOnlyList<AccessRow> rows, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection =>
            {
                foreach (var row in rows)
                    await connection.ExecuteAsync(database.Sql["remove-access"], cancellationToken, ("kind", row.Kind), ("id", row.Id), ("expected", row.Version));
                return rows.Count;
            },
            cancellationToken);
}
