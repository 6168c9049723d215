using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace EventOps.Testing;

/// <summary>A mission in which everything is scarce: two cities, two venues, four rooms that hold fewer than want to come in, and 300 people.</summary>
public static class Festival
{
    public const int People = 300;

    public static readonly MissionId Mission = new("festival");

    public static IReadOnlyList<VenueId> Venues { get; } = [new("east"), new("west")];

    /// <summary>The legal capacity of venues and rooms.</summary>
    public static FrozenDictionary<string, int> Legal { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["east"] = 80,
        ["west"] = 60,
        ["east-a"] = 30,
        ["east-b"] = 30,
        ["west-a"] = 30,
        ["west-b"] = 40,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Session's, rooms' and venues' doors, as JSON.</summary>
    public static IReadOnlyList<string> Doors { get; } =
    [
        """{"session":"show"}""", """{"room":"east-a"}""", """{"room":"east-b"}""", """{"venue":"east"}""", """{"room":"west-a"}""", """{"room":"west-b"}""", """{"venue":"west"}""",
    ];

    public static string Badge(int person) => string.Create(CultureInfo.InvariantCulture, $"BADGE-{person:0000}");

    /// <summary>Makes the mission and imports it, over HTTP.</summary>
    public static Task OpenAsync(HttpClient http, StorageOptions storage) => OpenAsync(http, storage, Mission);

    /// <summary>Makes another one beside it.</summary>
    public static async Task OpenAsync(HttpClient http, StorageOptions storage, MissionId mission)
    {
        await Keys.CutAsync(storage);
        using var name = new StringContent("""{"name":"Festival"}""", Encoding.UTF8, "application/json");
        (await http.PutAsync($"/api/missions/{mission}", name)).EnsureSuccessStatusCode();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("id,name,city,timeZone,legal\neast,East,Mérida,America/Merida,80\nwest,West,Tijuana,America/Tijuana,60\n"), "files", "venues.csv" },
            { new StringContent("id,venue,name,legal,comfort\neast-a,east,A,30,25\neast-b,east,B,30,30\nwest-a,west,A,30,30\nwest-b,west,B,40,20\n"), "files", "rooms.csv" },
            { new StringContent("id,room,title,kind,access,start,end\nshow,east-a,Show,reception,open,2020-01-01T00:00,2040-01-01T00:00\n"), "files", "sessions.csv" },
            {
                new StringContent(string.Concat(Enumerable.Range(0, People)
                    .Select(person => string.Create(CultureInfo.InvariantCulture, $"p{person},Person {person},{Badge(person)}\n")).Prepend("id,name,badge\n"))),
                "files", "delegates.csv"
            },
        };
        (await http.PostAsync($"/api/missions/{mission}/imports", form)).EnsureSuccessStatusCode();
    }
}
