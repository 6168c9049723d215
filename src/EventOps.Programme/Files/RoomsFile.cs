using EventOps.Contracts;
using EventOps.Programme.Csv;

namespace EventOps.Programme.Files;

/// <summary><c>rooms.csv</c>: rooms of venues, with what the law and what comfort allows.</summary>
internal static class RoomsFile
{
    public static readonly string[] Required = ["id", "venue", "name", "legal", "comfort"];
    public static readonly string[] Optional = [];

    public static void Read(CsvTable row, ImportRows rows)
    {
        var hasId = row.Id<RoomId>("id", out var id) && row.IsFirst("id", id, rows.RoomLines);
        var hasVenue = row.Id<VenueId>("venue", out var venue);
        if (hasVenue && !rows.Has(venue))
            row.Problem("venue", "the id of a venue, in venues.csv or in the mission");
        if (hasId && hasVenue && rows.Known.Rooms.TryGetValue(id, out var before) && before.Venue != venue)
            row.Problem("venue", $"'{before.Venue}', where this room is; people are counted there. Give a room elsewhere an id of its own");
        var name = row.Text("name", Limits.Name);
        var legal = row.Number("legal", 1, Limits.Capacity, otherwise: Limits.Capacity);
        var comfort = row.Number("comfort", 1, Limits.Capacity, otherwise: 1);
        if (comfort > legal)
            row.Problem("comfort", $"at most the legal capacity, {legal}");
        if (!hasId)
            return;
        rows.VenueOf[id] = venue;
        rows.Rooms.Add(new(id, venue, name, legal, comfort));
    }
}
