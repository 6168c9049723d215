namespace EventOps.Storage;

/// <summary>A venue's stream, opened by its single writer. Appends are committed in the order in which they are called; calls must not overlap.</summary>
public sealed class JournalStream
{
    private readonly GroupCommit _commit;
    private readonly Task _earlierSettled;

    internal JournalStream(GroupCommit commit, MissionId mission, VenueId venue, Task earlierSettled)
    {
        _commit = commit;
        _earlierSettled = earlierSettled;
        Mission = mission;
        Venue = venue;
        Key = GrainKeys.Join(mission, venue.Value);
    }

    /// <summary>The mission.</summary>
    public MissionId Mission { get; }

    /// <summary>The venue whose stream this is.</summary>
    public VenueId Venue { get; }

    /// <summary>The entries that were there when it was opened, after the version that was asked for, in order.</summary>
    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    internal string Key { get; }

    /// <summary>Which append has failed: those behind it are not committed. Read and set by the writer alone.</summary>
    internal Exception? Broken { get; set; }

    // The rest is guarded by the commit's lock.
    internal long LastVersion { get; set; }

    /// <summary>Why it takes no more appends.</summary>
    internal Exception? Closed { get; set; }

    internal int Unsettled { get; set; }

    internal TaskCompletionSource? AllSettled { get; set; }

    /// <summary>Completes once the entry is on disk. A failure fails this handle: nothing that is appended after it is committed.</summary>
    /// <param name="entry">The entry; its version is that of the one before plus 1, its sequence is at least 1 when it has a delegate.</param>
    /// <exception cref="JournalException">The entry is not in the journal, or (<see cref="JournalUnavailableException"/>) nobody knows.</exception>
    /// <exception cref="ArgumentException">The entry is of another stream, or its version or sequence is not the next.</exception>
    public Task AppendAsync(JournalEntry entry)
    {
        if (entry.Mission != Mission || entry.Venue != Venue)
            throw new ArgumentException($"An entry of {entry.Mission}/{entry.Venue} was given to stream {Key}.", nameof(entry));
        if (entry.Delegate is null != entry.Sequence is 0)
            throw new ArgumentException($"Sequence {entry.Sequence} does not go with delegate '{entry.Delegate}'.", nameof(entry));

        // The text is made here and not by the writer: callers are many, the writer is one.
        return _commit.Append(new PendingAppend(this, entry, JournalJson.Write(entry)));
    }

    internal void Opened(IReadOnlyList<JournalEntry> entries, long lastVersion)
    {
        Entries = entries;
        LastVersion = lastVersion;
    }

    /// <summary>Takes no more appends, and completes once those of this handle, and of the handles before it, have settled.</summary>
    internal async Task CloseAsync()
    {
        var settled = _commit.Close(this);
        await _earlierSettled;
        await settled;
    }
}
