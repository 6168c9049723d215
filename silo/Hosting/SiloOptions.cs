using EventOps.Grains.Hosting;
using EventOps.Storage;

namespace EventOps.Silo.Hosting;

/// <summary>How a silo is run.</summary>
public sealed record SiloOptions
{
    /// <summary>The PostgreSQL database in which the cluster meets and stores.</summary>
    public required StorageOptions Storage { get; init; }

    /// <summary>Where it is asked for its health and its metrics.</summary>
    public required string Url { get; init; }

    /// <summary>Where the other processes of the cluster reach it.</summary>
    public SiloPlace Place { get; init; } = new();

    /// <summary>How long it works on after SIGTERM, when it has said that it is not ready.</summary>
    public TimeSpan Drain { get; init; }

    /// <summary>How long it waits at its start for a database that does not answer.</summary>
    public TimeSpan DatabaseWait { get; init; } = TimeSpan.FromSeconds(30);
}
