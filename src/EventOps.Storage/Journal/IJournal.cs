namespace EventOps.Storage;

/// <summary>
/// The truth of attendance: append-only, one stream a venue. An append returns once its entry is on disk (rule 2); all that wait are committed together.
/// Every read throws <see cref="StorageUnavailableException"/> when the database is away.
/// </summary>
public interface IJournal
{
    /// <summary>How much was committed, and what waits.</summary>
    JournalStatistics Statistics { get; }

    /// <summary>
    /// Opens a stream for its single writer: waits until earlier appends of that stream in this process have settled, then reads the entries after a
    /// version. Handles that were opened before fail from then on.
    /// </summary>
    Task<JournalStream> OpenAsync(MissionId mission, VenueId venue, long after, CancellationToken cancellationToken = default);

    /// <summary>The entry of a scan or annulment, or null; all who ask at once share a round trip.</summary>
    Task<JournalEntry?> FindAsync(MissionId mission, Guid scanId, CancellationToken cancellationToken = default);

    /// <summary>
    /// All entries at a session's doors. In the order of their streams; where a session has moved to another venue, the streams are merged by time.
    /// </summary>
    Task<IReadOnlyList<JournalEntry>> ReadSessionAsync(MissionId mission, SessionId session, CancellationToken cancellationToken = default);

    /// <summary>At most <paramref name="limit"/> entries of a stream after a version, in order.</summary>
    Task<IReadOnlyList<JournalEntry>> ReadStreamAsync(
        MissionId mission, VenueId venue, long after, int limit, CancellationToken cancellationToken = default);
}

/// <summary>What the journal's writer of this process has done since it started.</summary>
/// <param name="Commits">How many commits.</param>
/// <param name="Entries">How many entries they held; divided by <paramref name="Commits"/>, the average batch.</param>
/// <param name="Failed">How many appends failed.</param>
/// <param name="Waiting">How many appends wait now.</param>
public readonly record struct JournalStatistics(long Commits, long Entries, long Failed, int Waiting);
