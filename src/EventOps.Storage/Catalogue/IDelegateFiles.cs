namespace EventOps.Storage;

/// <summary>What a delegate needs to decide their next scan.</summary>
public interface IDelegateFiles
{
    /// <summary>A delegate's file, or null when there is no such delegate; all who ask at once share a round trip.</summary>
    /// <param name="mission">The mission.</param>
    /// <param name="delegate">The person.</param>
    /// <param name="atLeast">The version of the mission that the caller knows of. The entries are always those of now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">The database is away.</exception>
    Task<DelegateFile?> LoadAsync(MissionId mission, DelegateId @delegate, long atLeast, CancellationToken cancellationToken = default);
}

/// <summary>A delegate, read in one round trip.</summary>
/// <param name="Record">The person.</param>
/// <param name="Badges">All badges that they were given, by code.</param>
/// <param name="Entries">Their entries in all venues, by sequence.</param>
/// <param name="CatalogueVersion">A version of the mission that the file is at least as new as.</param>
public sealed record DelegateFile(
    DelegateRecord Record, ImmutableArray<Badge> Badges, ImmutableArray<JournalEntry> Entries, long CatalogueVersion);
