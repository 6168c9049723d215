namespace EventOps.Storage;

/// <summary>Where things are stored: a PostgreSQL database when there is a connection string, else one SQLite file in a folder.</summary>
public sealed record StorageOptions
{
    /// <summary>The name of the SQLite file.</summary>
    public const string FileName = "eventops.db";

    /// <summary>The folder of the SQLite file; made when it is not there.</summary>
    public string Folder { get; init; } = "data";

    /// <summary>The PostgreSQL database, or null for SQLite. Time-outs and pool sizes that it names are kept.</summary>
    public string? PostgreSql { get; init; }

    /// <summary>Under which name grain states are stored: the service id of the grains' runtime.</summary>
    public string ServiceId { get; init; } = "eventops";

    /// <summary>
    /// Whether no other process writes the journal: then what this one knows of who was never scanned saves a read with each first scan. Where that is wrong the
    /// journal's keys refuse what rests on it, and this process reads from then on.
    /// </summary>
    public bool IsSoleWriter { get; init; }

    /// <summary>How many appends may wait; beyond, they fail at once.</summary>
    public int MaxWaitingAppends { get; init; } = 10_000;

    /// <summary>How many entries one commit takes at most.</summary>
    public int MaxEntriesPerCommit { get; init; } = 512;
}
