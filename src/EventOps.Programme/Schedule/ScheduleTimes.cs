using System.Globalization;
using System.Xml.Linq;

namespace EventOps.Programme.Schedule;

/// <summary>
/// When an event starts and how long it lasts. An event's <c>date</c> is the moment itself where it has a time. Where there is only a <c>start</c> such
/// as 00:30, it belongs to the day that it stands in, and a day of a programme runs past midnight: a start before the day's own begins on the next date.
/// </summary>
internal sealed class ScheduleTimes(ScheduleFile file, TimeZoneInfo zone)
{
    /// <summary>When a programme's day begins where the file does not say: what frab and pretalx take.</summary>
    private static readonly TimeOnly UsualDayChange = new(4, 0);

    /// <summary>The moment, in UTC; null, with the problem listed, when it cannot be told.</summary>
    public DateTimeOffset? Start(ScheduleEvent @event)
    {
        var date = @event["date"];
        if (date.Length > "2026-02-16".Length)
        {
            if (LocalTime.TryRead(date, zone, out var moment, out var wrong))
                return moment;
            file.Problem(@event.Element, "date", date, wrong);
            return null;
        }

        if (!TryTime(@event["start"], out var time))
        {
            file.Problem(@event.Element, "start", @event["start"], "a time such as 09:30, or a <date> such as 2026-02-16T09:30:00-06:00");
            return null;
        }

        var dayText = @event.Day.Attribute("date")?.Value.Trim() ?? "";
        var isOwnDate = date.Length > 0 && date != dayText;
        if (!DateOnly.TryParseExact(isOwnDate ? date : dayText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            file.Problem(@event.Day, "day date", dayText, "a date such as 2026-02-16");
            return null;
        }

        if (!isOwnDate && time < DayStart(@event.Day, day))
            day = day.AddDays(1);
        if (LocalTime.TryPlace(day.ToDateTime(time), zone, out var placed, out var expected))
            return placed;
        file.Problem(@event.Element, "start", @event["start"], expected);
        return null;
    }

    /// <summary>HH:mm, d:HH:mm, or minutes; null, with the problem listed, when it is none of them or nothing.</summary>
    public TimeSpan? Duration(ScheduleEvent @event)
    {
        var text = @event["duration"];
        if (TryDuration(text) is { } duration && duration > TimeSpan.Zero && duration <= TimeSpan.FromDays(31))
            return duration;
        file.Problem(@event.Element, "duration", text, "hours and minutes such as 01:30, days such as 1:02:30, or minutes such as 45; more than none");
        return null;
    }

    /// <summary>From the day's own <c>start</c>, the conference's <c>day_change</c>, or the usual hour.</summary>
    private TimeOnly DayStart(XElement day, DateOnly date)
    {
        // some files give it in UTC and not in the time of the place
        if (day.Attribute("start")?.Value.Trim() is { Length: > 0 } start && LocalTime.TryRead(start, zone, out var moment, out _))
        {
            var local = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
            return DateOnly.FromDateTime(local) == date ? TimeOnly.FromDateTime(local) : default;
        }

        return TryTime(file.Conference("day_change"), out var change) ? change : UsualDayChange;
    }

    private static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, ["H:mm", "HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static TimeSpan? TryDuration(string text)
    {
        var parts = new List<int>();
        foreach (var part in text.Split(':'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 100_000)
                return null;
            parts.Add(number);
        }

        return parts switch
        {
            [var minutes] => TimeSpan.FromMinutes(minutes),
            [var hours, < 60 and var minutes] => new(hours, minutes, 0),
            [var days, < 24 and var hours, < 60 and var minutes] => new(days, hours, minutes, 0),
            _ => null,
        };
    }
}
