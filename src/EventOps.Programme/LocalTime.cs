using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace EventOps.Programme;

/// <summary>Times as people write them in files: local to a time zone, or with an offset.</summary>
internal static class LocalTime
{
    public const string Expected = "a time such as 2026-02-16T09:00, in the venue's time zone or with an offset such as -06:00";

    private static readonly string[] Formats =
        [.. from space in new[] { "'T'", " " } from time in new[] { "HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFF" } select "yyyy-MM-dd" + space + time];

    private static readonly string[] OffsetFormats = [.. Formats.Select(f => f + "zzz")];

    /// <summary>The moment that a text means, in UTC; or what was expected instead.</summary>
    public static bool TryRead(string text, TimeZoneInfo zone, out DateTimeOffset moment, [NotNullWhen(false)] out string? expected)
    {
        expected = null;
        moment = default;
        if (DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return TryPlace(local, zone, out moment, out expected);

        var zulu = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
        if (DateTimeOffset.TryParseExact(zulu, OffsetFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact) && IsInReach(exact.DateTime))
        {
            moment = exact.ToUniversalTime();
            return true;
        }

        expected = Expected;
        return false;
    }

    /// <summary>The moment at which a zone's clocks show a time: refused when they never do, or do so twice.</summary>
    public static bool TryPlace(DateTime local, TimeZoneInfo zone, out DateTimeOffset moment, [NotNullWhen(false)] out string? expected)
    {
        moment = default;
        expected = null;
        if (zone.IsInvalidTime(local))
        {
            expected = $"a time that exists: in {zone.Id} the clocks go forward over it that day";
            return false;
        }

        if (zone.IsAmbiguousTime(local))
        {
            var offsets = zone.GetAmbiguousTimeOffsets(local).OrderDescending().Select(Offset);
            expected = $"an offset ({string.Join(" or ", offsets)}): in {zone.Id} the clocks go back that day and show this time twice";
            return false;
        }

        if (!IsInReach(local))
        {
            expected = Expected;
            return false;
        }

        moment = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        return true;
    }

    /// <summary>The text that <see cref="TryRead"/> reads as this moment: local where that is clear, with an offset where the clocks show it twice.</summary>
    public static string Write(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var format = local.Ticks % TimeSpan.TicksPerMinute == 0 ? "yyyy-MM-ddTHH:mm" : "yyyy-MM-ddTHH:mm:ss.FFFFFF";
        var text = local.DateTime.ToString(format, CultureInfo.InvariantCulture);
        return TryPlace(local.DateTime, zone, out _, out _) ? text : text + Offset(local.Offset);
    }

    /// <summary>A slip in the year is a slip; and no arithmetic with what remains can leave the calendar.</summary>
    private static bool IsInReach(DateTime local) => local.Year is >= 1970 and < 2200;

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);
}
