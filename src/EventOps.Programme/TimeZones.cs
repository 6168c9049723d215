using System.Diagnostics.CodeAnalysis;

namespace EventOps.Programme;

/// <summary>IANA time zones by name.</summary>
internal static class TimeZones
{
    public const string Expected = "an IANA time zone such as America/Mexico_City";

    /// <summary>The zone of an IANA name; a Windows name is none.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return name.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone) && zone.HasIanaId;
    }

    /// <summary>The one zone whose last part is a city's name: some programmes say "Berlin" and mean Europe/Berlin.</summary>
    public static TimeZoneInfo? OfCity(string name)
    {
        var ending = "/" + name.Replace(' ', '_');
        var candidates = TimeZoneInfo.GetSystemTimeZones().Where(z => z.Id.EndsWith(ending, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return candidates.Count == 1 ? candidates[0] : null;
    }
}
