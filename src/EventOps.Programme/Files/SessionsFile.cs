using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Programme.Csv;

namespace EventOps.Programme.Files;

/// <summary><c>sessions.csv</c>: what takes place, where, when and for whom. Times are local to the venue unless they have an offset.</summary>
internal static class SessionsFile
{
    public static readonly string[] Required = ["id", "room", "title", "kind", "access", "start", "end"];
    public static readonly string[] Optional = ["doorsOpen", "doorsClose", "host", "sector", "status", "heldFor"];

    public static void Read(CsvTable row, ImportRows rows)
    {
        var hasId = row.Id<SessionId>("id", out var id) && row.IsFirst("id", id, rows.SessionLines);
        rows.Known.Sessions.TryGetValue(id, out var before);
        var hasRoom = row.Id<RoomId>("room", out var room);
        if (hasRoom && !rows.Has(room))
            row.Problem("room", "the id of a room, in rooms.csv or in the mission");
        var title = row.Text("title", Limits.Name);
        var kind = row.Choice<SessionKind>("kind");
        var access = row.Choice<AccessRule>("access");
        var host = row.OptionalText("host", Limits.Name, before?.Host ?? "");
        var sector = row.OptionalText("sector", Limits.Name, before?.Sector ?? "");
        var status = row.Choice<SessionStatus>("status", row.Has("status") ? SessionStatus.Scheduled : before?.Status ?? SessionStatus.Scheduled);
        var heldFor = row.OptionalText("heldFor", Limits.Name, before?.HeldFor ?? "");
        var times = ReadTimes(row, rows.ZoneOf(room));
        if (!hasId || times is not var (start, end, doorsOpen, doorsClose))
            return;
        rows.Sessions.Add(new(id, room, title, kind, access, start, end, doorsOpen, doorsClose, host, rows.Shared(sector), status, heldFor));
    }

    private static (DateTimeOffset Start, DateTimeOffset End, DateTimeOffset DoorsOpen, DateTimeOffset DoorsClose)? ReadTimes(CsvTable row, TimeZoneInfo zone)
    {
        var start = row.Time("start", zone);
        var end = row.Time("end", zone);
        var doorsOpen = row["doorsOpen"].Length > 0 ? row.Time("doorsOpen", zone) : start - Limits.DoorsBeforeStart;
        var doorsClose = row["doorsClose"].Length > 0 ? row.Time("doorsClose", zone) : end;
        if (end <= start)
            row.Problem("end", "a time after the start");
        else if (doorsClose <= doorsOpen)
            row.Problem("doorsClose", "a time after the doors open");
        if (doorsOpen > start)
            row.Problem("doorsOpen", "a time at or before the start");
        return start is { } s && end is { } e && doorsOpen is { } o && doorsClose is { } c ? (s, e, o, c) : null;
    }
}
