using System.Globalization;
using EventOps.Contracts.Missions;
using EventOps.Programme.Csv;

namespace EventOps.Programme;

/// <summary>Writes a mission as the files that <see cref="ProgrammeReader"/> reads: what is exported imports without a change.</summary>
public static class ProgrammeWriter
{
    /// <summary>The files, without <c>.csv</c>.</summary>
    public static IReadOnlyList<string> Files { get; } = ["venues", "rooms", "sessions", "delegates", "registrations"];

    /// <summary>
    /// Writes one file: UTF-8, comma, CRLF. Times are local to the venue, with an offset in the hour that the clocks show twice. A cell that a
    /// spreadsheet would run as a formula begins with an apostrophe, which the import takes away again.
    /// </summary>
    /// <param name="file">One of <see cref="Files"/>.</param>
    /// <param name="rows">All rows of the mission; those of other files are looked up where they are needed.</param>
    /// <param name="output">Where to; left open.</param>
    /// <param name="forExcel">Begins with a byte order mark, without which Excel takes the file for Windows-1252.</param>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static void Write(string file, ProgrammeImport rows, Stream output, bool forExcel = false) => CsvFile.Write(output, Lines(file, rows), forExcel);

    private static IEnumerable<string[]> Lines(string file, ProgrammeImport rows) => file switch
    {
        "venues" => Venues(rows),
        "rooms" => Rooms(rows),
        "sessions" => Sessions(rows),
        "delegates" => Delegates(rows),
        "registrations" => Registrations(rows),
        _ => throw new ArgumentException($"One of {string.Join(", ", Files)}.", nameof(file)),
    };

    private static IEnumerable<string[]> Venues(ProgrammeImport rows)
    {
        var cities = rows.Cities.ToDictionary(c => c.Id);
        yield return ["id", "name", "city", "cityId", "timeZone", "address", "legal"];
        foreach (var venue in rows.Venues)
            yield return [venue.Id.Value, venue.Name, cities[venue.City].Name, venue.City.Value, cities[venue.City].TimeZone, venue.Address, Number(venue.Legal)];
    }

    private static IEnumerable<string[]> Rooms(ProgrammeImport rows)
    {
        yield return ["id", "venue", "name", "legal", "comfort"];
        foreach (var room in rows.Rooms)
            yield return [room.Id.Value, room.Venue.Value, room.Name, Number(room.Legal), Number(room.Comfort)];
    }

    private static IEnumerable<string[]> Sessions(ProgrammeImport rows)
    {
        var zones = rows.Cities.ToDictionary(c => c.Id, c => TimeZoneInfo.FindSystemTimeZoneById(c.TimeZone));
        var venues = rows.Venues.ToDictionary(v => v.Id, v => zones[v.City]);
        var rooms = rows.Rooms.ToDictionary(r => r.Id, r => venues[r.Venue]);
        yield return ["id", "room", "title", "kind", "access", "start", "end", "doorsOpen", "doorsClose", "host", "sector", "status", "heldFor"];
        foreach (var session in rows.Sessions)
        {
            string Local(DateTimeOffset moment) => LocalTime.Write(moment, rooms[session.Room]);
            yield return
            [
                session.Id.Value, session.Room.Value, session.Title, CsvCells.Word(session.Kind), CsvCells.Word(session.Access), Local(session.Start), Local(session.End),
                Local(session.DoorsOpen), Local(session.DoorsClose), session.Host, session.Sector, CsvCells.Word(session.Status), session.HeldFor,
            ];
        }
    }

    private static IEnumerable<string[]> Delegates(ProgrammeImport rows)
    {
        yield return ["id", "name", "organisation", "sector", "language", "badge", "vip", "note"];
        foreach (var person in rows.Delegates)
            yield return [person.Id.Value, person.Name, person.Organisation, person.Sector, person.Language, person.Badge, person.Vip ? "yes" : "no", person.Note];
    }

    private static IEnumerable<string[]> Registrations(ProgrammeImport rows)
    {
        yield return ["session", "delegate", "kind", "seat"];
        foreach (var registration in rows.Registrations)
            yield return [registration.Session.Value, registration.Delegate.Value, CsvCells.Word(registration.Kind), registration.SeatHeld ? "held" : ""];
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
