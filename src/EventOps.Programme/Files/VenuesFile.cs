using EventOps.Contracts;
using EventOps.Programme.Csv;

namespace EventOps.Programme.Files;

/// <summary><c>venues.csv</c>: buildings, and the cities that they are in.</summary>
internal static class VenuesFile
{
    public static readonly string[] Required = ["id", "name", "city", "timeZone", "legal"];
    public static readonly string[] Optional = ["cityId", "address"];

    public static void Read(CsvTable row, ImportRows rows)
    {
        var hasId = row.Id<VenueId>("id", out var id) && row.IsFirst("id", id, rows.VenueLines);
        rows.Known.Venues.TryGetValue(id, out var before);
        var name = row.Text("name", Limits.Name);
        var city = ReadCity(row, rows);
        var legal = row.Number("legal", 1, Limits.Capacity, otherwise: Limits.Capacity);
        var address = row.OptionalText("address", Limits.Name, before?.Address ?? "");
        if (!hasId)
            return;
        rows.CityOf[id] = city;
        rows.Venues.Add(new(id, city, name, address, legal));
    }

    /// <summary>A city is told by the venues in it, which must agree on its name and time zone. Without a cityId it is known by its name.</summary>
    private static CityId ReadCity(CsvTable row, ImportRows rows)
    {
        var name = row.Text("city", Limits.Name);
        var zone = row["timeZone"];
        if (!TimeZones.TryFind(zone, out _))
        {
            row.Problem("timeZone", TimeZones.Expected);
            zone = "";
        }

        if (row["cityId"].Length == 0 && name.Length == 0)
            return default;
        if (row["cityId"].Length == 0)
        {
            var named = rows.Cities.Values.Concat(rows.Known.Cities.Values).FirstOrDefault(c => c.Name == name);
            return Agree(row, rows, named?.Id ?? CityId.From(Slug.Of(name)), name, zone);
        }

        return row.Id<CityId>("cityId", out var id) ? Agree(row, rows, id, name, zone) : default;
    }

    private static CityId Agree(CsvTable row, ImportRows rows, CityId id, string name, string zone)
    {
        if (!rows.Cities.TryGetValue(id, out var city))
        {
            rows.Cities.Add(id, new(id, name, zone));
            return id;
        }

        if (city.Name != name && name.Length > 0 && city.Name.Length > 0)
            row.Problem("city", $"'{city.Name}', as an earlier line has for the city {id}");
        if (city.TimeZone != zone && zone.Length > 0 && city.TimeZone.Length > 0)
            row.Problem("timeZone", $"{city.TimeZone}, as an earlier line has for the city {id}");
        return id;
    }
}
