using Orleans;

namespace EventOps.Storage;

/// <summary>What went wrong in the storage. All but <see cref="DuplicateScanException"/> mean: not now, try again (503).</summary>
public abstract class StorageException(string message, Exception? cause) : Exception(message, cause);

/// <summary>The database could not be read or written: it is away, or did not answer in time.</summary>
public sealed class StorageUnavailableException(string message, Exception? cause = null) : StorageException(message, cause);

/// <summary>An entry could not be appended to the journal.</summary>
public abstract class JournalException(string message, Exception? cause) : StorageException(message, cause);

/// <summary>The journal could not be reached, takes no more for now, or does not know what came of a commit: the stream says so once it is opened again.</summary>
public sealed class JournalUnavailableException(string message, Exception? cause = null) : JournalException(message, cause);

/// <summary>An earlier append of this handle failed, or the stream was opened again since: open it to append.</summary>
public sealed class StreamFaultedException(string message, Exception? cause = null) : JournalException(message, cause);

/// <summary>Somebody else writes this stream or this delegate: the entry's version, or the delegate's sequence, is taken.</summary>
public sealed class VersionConflictException(string message, Exception? cause = null) : JournalException(message, cause);

/// <summary>The scan id is in the journal already.</summary>
public sealed class DuplicateScanException : JournalException
{
    /// <summary>Names the entry that has the scan id.</summary>
    public DuplicateScanException(JournalEntry existing)
        : base($"Scan {existing.ScanId} is in the journal already, as version {existing.Version} of {existing.Mission}/{existing.Venue}.", null) =>
        Existing = existing;

    /// <summary>The entry that has the scan id: the answer that was given.</summary>
    public JournalEntry Existing { get; }
}

/// <summary>A badge code belongs to another person of the mission; a code never changes its owner.</summary>
[GenerateSerializer, Alias("eventops.badge-taken")]
public sealed class BadgeTakenException(string code, DelegateId owner) : Exception($"Badge code '{code}' belongs to delegate '{owner}'.")
{
    /// <summary>The code.</summary>
    [Id(0)]
    public string Code { get; } = code;

    /// <summary>The person whose code it is.</summary>
    [Id(1)]
    public DelegateId Owner { get; } = owner;
}

/// <summary>There is no such mission, or no such delegate in it.</summary>
public sealed class NotInCatalogueException(string message) : Exception(message);
