namespace EventOps.Storage;

/// <summary>
/// The relational side: missions, programmes, delegates, badges, registrations. Every change of a mission gives it a higher version. Every method throws
/// <see cref="StorageUnavailableException"/> when the database is away.
/// </summary>
public interface ICatalogue
{
    /// <summary>All missions, by id.</summary>
    Task<IReadOnlyList<MissionListing>> MissionsAsync(CancellationToken cancellationToken = default);

    /// <summary>A mission's programme as of one version, or null when there is no such mission.</summary>
    Task<MissionProgramme?> ReadProgrammeAsync(MissionId mission, CancellationToken cancellationToken = default);

    /// <summary>A mission's version, or null when there is no such mission.</summary>
    Task<long?> VersionAsync(MissionId mission, CancellationToken cancellationToken = default);

    /// <summary>Makes a mission at version 1; one that is there keeps its name, clock and version.</summary>
    Task CreateMissionAsync(MissionId mission, string name, MissionClock clock, CancellationToken cancellationToken = default);

    /// <summary>Sets what time it is for a mission, and returns the new version.</summary>
    /// <exception cref="NotInCatalogueException">There is no such mission.</exception>
    Task<long> SetClockAsync(MissionId mission, MissionClock clock, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes an import as a whole or not at all, also across a crash, and returns the new version. Rows that are there just so are not rewritten; an
    /// import that changes nothing keeps the version. A badge code that is new to its delegate replaces the active one ("replaced by import"); a code
    /// that was revoked stays revoked. Cities, venues and rooms stand in the order of the import when it names all of them, else new ones come last.
    /// </summary>
    /// <exception cref="NotInCatalogueException">There is no such mission.</exception>
    /// <exception cref="BadgeTakenException">A badge code belongs to another delegate. Nothing is written.</exception>
    /// <exception cref="ArgumentException">An id or a badge code is there twice. Nothing is written.</exception>
    Task<long> ImportAsync(MissionId mission, ProgrammeImport import, CancellationToken cancellationToken = default);

    /// <summary>Everything of a mission, for export and for comparing before an import; delegates and registrations by id.</summary>
    Task<ProgrammeImport> ReadAllAsync(MissionId mission, CancellationToken cancellationToken = default);

    /// <summary>Who is expected in a session, by delegate.</summary>
    Task<ImmutableArray<Registration>> RegistrationsAsync(MissionId mission, SessionId session, CancellationToken cancellationToken = default);

    /// <summary>Where a delegate is expected, by session.</summary>
    Task<ImmutableArray<Registration>> RegistrationsAsync(MissionId mission, DelegateId @delegate, CancellationToken cancellationToken = default);

    /// <summary>All delegates of a mission, by id, as they come from the database. A delegate without an active badge has an empty code.</summary>
    IAsyncEnumerable<DelegateRecord> DelegatesAsync(MissionId mission, CancellationToken cancellationToken = default);

    /// <summary>Every mission's owner of a badge code, revoked or not; all who ask at once share a round trip.</summary>
    Task<IReadOnlyList<BadgeOwner>> FindBadgeAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>In which cities each delegate is expected, by their registrations; those who have none are not among them.</summary>
    Task<ILookup<DelegateId, CityId>> CitiesOfDelegatesAsync(MissionId mission, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gives each of these delegates the code beside them, but those who have an active badge or are not in the mission. Many are written in several steps, so
    /// that others write in between: what a crash leaves is done by asking again. Returns the new version, and how many were given one.
    /// </summary>
    /// <exception cref="NotInCatalogueException">There is no such mission.</exception>
    Task<(long Version, int Issued)> IssueBadgesAsync(
        MissionId mission, IReadOnlyList<(DelegateId Delegate, string Code)> badges, CancellationToken cancellationToken = default);

    /// <summary>Revokes the delegate's active badge and gives them another; returns the new version.</summary>
    /// <exception cref="NotInCatalogueException">There is no such delegate.</exception>
    /// <exception cref="BadgeTakenException">The code was given before, to another delegate or to this one.</exception>
    Task<long> ReissueBadgeAsync(
        MissionId mission, DelegateId @delegate, string newCode, string why, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Revokes the delegate's active badge, if there is one; returns the new version.</summary>
    /// <exception cref="NotInCatalogueException">There is no such delegate.</exception>
    Task<long> RevokeBadgeAsync(MissionId mission, DelegateId @delegate, string why, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes away all that says who a delegate is: name, organisation, note, badges, and where they were expected; the id stays, for the journal counts by it.
    /// Returns the new version.
    /// </summary>
    /// <exception cref="NotInCatalogueException">There is no such delegate.</exception>
    Task<long> EraseDelegateAsync(MissionId mission, DelegateId @delegate, CancellationToken cancellationToken = default);

    /// <summary>Takes away all that says who a mission's delegates are; ids, sectors and registrations stay, so that counts do. Returns the new version.</summary>
    /// <exception cref="NotInCatalogueException">There is no such mission.</exception>
    Task<long> AnonymiseAsync(MissionId mission, CancellationToken cancellationToken = default);
}

/// <summary>A mission in a list.</summary>
/// <param name="Mission">The mission.</param>
/// <param name="Name">Its name as people say it.</param>
/// <param name="Version">Its version.</param>
public sealed record MissionListing(MissionId Mission, string Name, long Version);

/// <summary>Whose badge it is.</summary>
/// <param name="Mission">The mission that issued it.</param>
/// <param name="Delegate">The person.</param>
/// <param name="Badge">The badge, revoked or not.</param>
public sealed record BadgeOwner(MissionId Mission, DelegateId Delegate, Badge Badge)
{
    /// <summary>Whether it is no longer valid.</summary>
    public bool Revoked => Badge.RevokedAt is not null;
}
