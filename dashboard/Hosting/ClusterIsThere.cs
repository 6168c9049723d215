using EventOps.Grains.Hosting;
using EventOps.Operations;

namespace EventOps.Dashboard.Hosting;

/// <summary>Without a silo there is nobody to decide.</summary>
internal sealed class ClusterIsThere(ClusterLink link) : IReadyWhen
{
    public string? WhyNot => link.IsLost ? "the cluster does not answer" : null;
}
