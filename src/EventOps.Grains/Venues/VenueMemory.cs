using EventOps.Domain.Venues;

namespace EventOps.Grains.Venues;

/// <summary>What grain storage keeps of a venue. Property names are a stored contract.</summary>
internal sealed class VenueMemory
{
    /// <summary>At least so many entries lie between two snapshots.</summary>
    public const int Interval = 1000;

    /// <summary>The last snapshot, or null before the first.</summary>
    public VenueSnapshot? Snapshot { get; set; }
}
