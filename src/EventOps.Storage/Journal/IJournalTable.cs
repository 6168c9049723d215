namespace EventOps.Storage;

/// <summary>The journal's table in one of the databases, as its writer uses it: by one thread, synchronously.</summary>
internal interface IJournalTable : IDisposable
{
    /// <summary>Inserts all entries in one transaction, or none.</summary>
    /// <returns>False when a key of one of them is taken, and none is inserted.</returns>
    bool TryInsert(List<PendingAppend> batch);

    /// <summary>The entries of the table that have a version, a scan id or a delegate's sequence of one of these.</summary>
    List<TakenKey> FindTaken(List<PendingAppend> batch);

    /// <summary>Drops the connection after a failure; the next call makes a new one.</summary>
    void Disconnect();
}

/// <summary>A row of the journal that is in the way of another.</summary>
internal readonly record struct TakenKey(string Stream, long Version, Guid ScanId, string? DelegateKey, int Sequence, JournalEntry Entry);
