using System.Globalization;

namespace EventOps.Programme.Schedule;

/// <summary>In which time zone a schedule is: what was asked for, what the file says, or the one offset that all its times have.</summary>
internal static class ScheduleZone
{
    public static TimeZoneInfo? Find(ScheduleFile file, ScheduleOptions options)
    {
        if (options.TimeZone is { } given)
            return Named(file, "--time-zone", given);
        if (file.Conference("time_zone_name") is { Length: > 0 } named)
            return Named(file, "time_zone_name", named);
        return OfOffsets(file);
    }

    private static TimeZoneInfo? Named(ScheduleFile file, string column, string name)
    {
        // frab writes what its framework calls a zone: "Berlin"
        if (TimeZones.TryFind(name, out var zone) || (zone = TimeZones.OfCity(name)) is not null)
            return zone;
        file.Problem(null, column, name, $"{TimeZones.Expected}; --time-zone gives another");
        return null;
    }

    private static TimeZoneInfo? OfOffsets(ScheduleFile file)
    {
        var offsets = file.Events.Select(e => OffsetOf(e["date"])).OfType<TimeSpan>().Distinct().Take(2).ToList();
        if (offsets is [var offset] && offset.Minutes == 0 && Math.Abs(offset.Hours) <= 12)
        {
            // these names count westwards: Etc/GMT-1 is UTC+1
            var name = offset == TimeSpan.Zero ? "Etc/UTC" : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{-offset.Hours:+0;-0}");
            if (TimeZones.TryFind(name, out var zone))
                return zone;
        }

        file.Problem(null, "time_zone_name", "", $"{TimeZones.Expected}; the file names none, so give it: --time-zone");
        return null;
    }

    private static TimeSpan? OffsetOf(string date) =>
        date.Length > 16 && (date[^1] == 'Z' || date[^6] is '+' or '-')
        && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment.Offset : null;
}
