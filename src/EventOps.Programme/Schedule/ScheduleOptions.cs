using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace EventOps.Programme.Schedule;

/// <summary>What schedule XML does not say and a mission needs.</summary>
public sealed record ScheduleOptions
{
    /// <summary>IANA time zone; null for the file's own (<c>time_zone_name</c>, or the one offset that all its times have).</summary>
    public string? TimeZone { get; init; }

    /// <summary>The city's name; null for the file's own, or the conference's title.</summary>
    public string? City { get; init; }

    /// <summary>The venue's name; null for the file's own, or the conference's title.</summary>
    public string? Venue { get; init; }

    /// <summary>How many people may be in the venue, 1 to 1,000,000; null for the sum of its rooms.</summary>
    public int? VenueLegal { get; init; }

    /// <summary>What a room holds for which nothing else is said; null to have every room named.</summary>
    public RoomCapacity? DefaultCapacity { get; init; }

    /// <summary>What rooms hold, by their name or id, in any case.</summary>
    public ImmutableDictionary<string, RoomCapacity> Capacities { get; init; } =
        ImmutableDictionary<string, RoomCapacity>.Empty.WithComparers(StringComparer.OrdinalIgnoreCase);
}

/// <summary>What a room holds.</summary>
/// <param name="Legal">How many people may be inside, at least 1.</param>
/// <param name="Comfort">How many the organiser wants inside, 1 to <paramref name="Legal"/>.</param>
public readonly record struct RoomCapacity(int Legal, int Comfort)
{
    /// <summary>How a capacity is written on a command line.</summary>
    public const string Expected = "legal/comfort, such as 500/450, both at least 1 and comfort at most legal";

    /// <summary>Reads <c>500/450</c>, legal before comfort.</summary>
    public static bool TryParse(string text, out RoomCapacity capacity)
    {
        capacity = default;
        if (text.Split('/') is not [var before, var after] || !TryNumber(before, out var legal) || !TryNumber(after, out var comfort) || comfort > legal)
            return false;
        capacity = new(legal, comfort);
        return true;
    }

    /// <summary>Reads <c>Saal 1=3000/2800</c>: a room and what it holds.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out string? room, out RoomCapacity capacity)
    {
        var equals = text.LastIndexOf('=');
        room = equals > 0 ? text[..equals].Trim() : null;
        capacity = default;
        return room is { Length: > 0 } && TryParse(text[(equals + 1)..], out capacity);
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1 and <= Limits.Capacity;
}
