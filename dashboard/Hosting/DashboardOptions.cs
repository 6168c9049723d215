using EventOps.Storage;

namespace EventOps.Dashboard.Hosting;

/// <summary>How the dashboard is run.</summary>
public sealed record DashboardOptions
{
    /// <summary>Where things are stored.</summary>
    public StorageOptions Storage { get; init; } = new();

    /// <summary>Whether the grains run elsewhere, in the silos of a cluster over the same PostgreSQL database.</summary>
    public bool Cluster { get; init; }

    /// <summary>Where it listens.</summary>
    public string Url { get; init; } = "http://localhost:5080";

    /// <summary>How long it works on after SIGTERM, when it has said that it is not ready.</summary>
    public TimeSpan Drain { get; init; }

    /// <summary>How long it waits at its start for a PostgreSQL that does not answer.</summary>
    public TimeSpan DatabaseWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The folder of the demonstration's files, which are imported when its mission is not there yet; or null.</summary>
    public string? Demonstration { get; init; }

    /// <summary>The PEM file of the certificate that https addresses of <see cref="Url"/> are served with; or null.</summary>
    public string? Certificate { get; init; }

    /// <summary>The PEM file of the certificate's key.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>The addresses of proxies, or their networks, whose word is taken for where a request comes from and how; of nobody else's it is.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>How much one caller may ask.</summary>
    public Limits Limits { get; init; } = new();

    /// <summary>How fast the demonstration's clock runs from the start; 0 stands still.</summary>
    public double Speed { get; init; }
}
