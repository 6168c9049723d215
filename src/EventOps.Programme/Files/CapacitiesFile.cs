using EventOps.Programme.Csv;
using EventOps.Programme.Schedule;

namespace EventOps.Programme.Files;

/// <summary>The <c>rooms.csv</c> that is given beside schedule XML: what the rooms hold, by a room's name or id.</summary>
internal static class CapacitiesFile
{
    public static readonly string[] Required = ["room", "legal", "comfort"];
    public static readonly string[] Optional = [];

    public static ScheduleOptions Read(CsvTable row, ScheduleOptions options)
    {
        var room = row.Text("room", Limits.Name);
        var legal = row.Number("legal", 1, Limits.Capacity, otherwise: Limits.Capacity);
        var comfort = row.Number("comfort", 1, Limits.Capacity, otherwise: 1);
        if (comfort > legal)
            row.Problem("comfort", $"at most the legal capacity, {legal}");
        if (options.Capacities.ContainsKey(room))
            row.Problem("room", "each room once");
        return options with { Capacities = options.Capacities.SetItem(room, new(legal, comfort)) };
    }
}
