using System.Globalization;
using System.Text;

namespace EventOps.Samples;

/// <summary>The demonstration mission as CSV files: the same seed gives the same bytes on any machine.</summary>
public static class Demonstration
{
    /// <summary>The seed of the files in <c>samples/demonstration</c>.</summary>
    public const ulong Seed = 20260216;

    /// <summary>The number of delegates in <c>samples/demonstration</c>: 372, of 243 organisations.</summary>
    public const int Delegates = Sector.DelegatesInAll;

    /// <summary>The names of the files that <see cref="Write"/> gives, without <c>.csv</c>, in the order in which an import needs them.</summary>
    public static IReadOnlyList<string> Files { get; } = ["venues", "rooms", "sessions", "delegates", "registrations"];

    /// <summary>
    /// The files by name with extension: UTF-8 without BOM, comma, LF.
    /// </summary>
    /// <param name="seed">Any number; another seed gives other people and other registrations of the same programme.</param>
    /// <param name="delegates">How many delegates, 1 or more; organisations follow in proportion.</param>
    /// <param name="only">One of <see cref="Files"/> to write that file alone; null for all.</param>
    /// <returns>File name (<c>delegates.csv</c>) and content.</returns>
    /// <exception cref="ArgumentException"><paramref name="delegates"/> is below 1, or <paramref name="only"/> is no file of the mission.</exception>
    public static IReadOnlyDictionary<string, byte[]> Write(ulong seed = Seed, int delegates = Delegates, string? only = null)
    {
        if (delegates < 1)
            throw new ArgumentOutOfRangeException(nameof(delegates), delegates, "At least one delegate.");
        if (only is not null && !Files.Contains(only))
            throw new ArgumentException($"One of {string.Join(", ", Files)}.", nameof(only));

        var crowd = Crowd.Draw(seed, delegates);
        return Files.Where(file => only is null || file == only).ToDictionary(file => file + ".csv", file => Encoding.UTF8.GetBytes(file switch
        {
            "venues" => Table("id,name,city,cityId,timeZone,address,legal",
                Places.Venues.Select(v => Row(v.Id, v.Name, v.City, v.CityId, v.TimeZone, v.Address, Number(v.Legal)))),
            "rooms" => Table("id,venue,name,legal,comfort",
                Places.Rooms.Select(r => Row(r.Id, r.Venue, r.Name, Number(r.Legal), Number(r.Comfort)))),
            "sessions" => Table("id,room,title,kind,access,start,end,doorsOpen,doorsClose,host,sector,status,heldFor",
                Agenda.Sessions.OrderBy(s => s.Start).Select(s => Row(s.Id, s.Room, s.Title, s.Kind, s.Access, Time(s.Start), Time(s.End), Time(s.DoorsOpen),
                    Time(s.DoorsClose), s.Host, s.Sector, s.Status, s.HeldFor))),
            "delegates" => Table("id,name,organisation,sector,language,badge,vip,note",
                crowd.Select(d => Row(d.Id, d.Name, d.Organisation, d.Sector, d.Language, d.Badge, d.Vip ? "yes" : "no", d.Note))),
            _ => Table("session,delegate,kind,seat",
                Registrations.Draw(seed, crowd, [.. Agenda.Sessions.OrderBy(s => s.Start)]).Select(r => Row(r.Session, r.Delegate, r.Kind, r.Seat))),
        }));
    }

    private static string Table(string header, IEnumerable<string> rows)
    {
        var text = new StringBuilder("# EventOps demonstration mission. All people and organisations and venues in it are invented.\n").Append(header).Append('\n');
        foreach (var row in rows)
            text.Append(row).Append('\n');
        return text.ToString();
    }

    private static string Row(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    private static string Cell(string text) => text.AsSpan().ContainsAny(',', '"') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTime local) => local.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
