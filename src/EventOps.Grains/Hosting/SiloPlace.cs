using System.Net;

namespace EventOps.Grains.Hosting;

/// <summary>Where the other processes of its cluster reach a silo.</summary>
public sealed record SiloPlace
{
    /// <summary>The address that it tells the others, and listens on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>For other silos; 0 is a free one.</summary>
    public int SiloPort { get; init; }

    /// <summary>For dashboards; 0 is a free one.</summary>
    public int GatewayPort { get; init; }
}
