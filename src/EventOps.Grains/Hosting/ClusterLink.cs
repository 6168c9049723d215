namespace EventOps.Grains.Hosting;

/// <summary>How this process is bound to the cluster whose grains it calls.</summary>
public sealed class ClusterLink
{
    private volatile int _gateways;

    /// <summary>How many silos it is connected to.</summary>
    public int Gateways
    {
        get => _gateways;
        internal set => _gateways = value;
    }

    /// <summary>Whether no silo can be reached: scans can't be decided, and counts are old.</summary>
    public bool IsLost => _gateways == 0;
}
