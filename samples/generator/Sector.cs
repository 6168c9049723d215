namespace EventOps.Samples;

/// <summary>The four sectors of the mission, with their share of the organisations in 243.</summary>
internal sealed record Sector(string Name, int Organisations, string City)
{
    public static readonly IReadOnlyList<Sector> All =
    [
        new("manufacturing", 77, "monterrey"),
        new("clean-technology", 63, "guadalajara"),
        new("agriculture", 61, "guadalajara"),
        new("critical-minerals", 42, "monterrey"),
    ];

    public const int OrganisationsInAll = 243;
    public const int DelegatesInAll = 372;
}
