namespace EventOps.Grains.Hosting;

/// <summary>Notes how many silos there is a connection to.</summary>
internal sealed class ClusterLinkWatch(ClusterLink link) : IClusterConnectionStatusObserver
{
    public void NotifyGatewayCountChanged(int currentNumberOfGateways, int previousNumberOfGateways, bool connectionRecovered) => link.Gateways = currentNumberOfGateways;

    public void NotifyClusterConnectionLost() => link.Gateways = 0;
}
