namespace EventOps.Grains;

/// <summary>The grain storage of EventOps.</summary>
internal static class GrainStorage
{
    /// <summary>Its name.</summary>
    public const string Name = "eventops";
}
