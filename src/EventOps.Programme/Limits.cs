namespace EventOps.Programme;

/// <summary>How long texts and how large numbers may be.</summary>
internal static class Limits
{
    public const int Name = 200;
    public const int Note = 500;
    public const int Capacity = 1_000_000;
    public const int BadgeMin = 4;
    public const int BadgeMax = 64;

    /// <summary>How long before the start the doors open when a programme does not say.</summary>
    public static readonly TimeSpan DoorsBeforeStart = TimeSpan.FromMinutes(30);
}
