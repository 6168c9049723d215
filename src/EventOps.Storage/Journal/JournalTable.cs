namespace EventOps.Storage;

/// <summary>What the journal's tables of both databases have in common.</summary>
internal static class JournalTable
{
    /// <summary>Reads a row of "find-taken": the entry alone, which holds all keys.</summary>
    public static TakenKey ReadTaken(DbDataReader row)
    {
        var entry = ReadEntry(row, 0);
        return new(
            GrainKeys.Join(entry.Mission, entry.Venue.Value),
            entry.Version,
            entry.ScanId,
            entry.Delegate is { } id ? GrainKeys.Join(entry.Mission, id.Value) : null,
            entry.Sequence,
            entry);
    }

    public static JournalEntry ReadEntry(DbDataReader row, int column) => JournalJson.Read(row.GetFieldValue<byte[]>(column));
}
