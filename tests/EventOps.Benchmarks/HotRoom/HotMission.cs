using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using EventOps.Contracts;

namespace EventOps.Benchmarks.HotRoom;

/// <summary>A mission of one room that never fills and an open session in it, made through the public API.</summary>
internal sealed class HotMission(HttpClient http)
{
    public const string Path = "/api/missions/bench";
    public const string Stream = "bench/house";
    public const string Room = "hall";
    public const string RoomDoor = """{"room":"hall"}""";
    public const string SessionDoor = """{"session":"opening"}""";

    public static readonly MissionId Mission = new("bench");

    /// <summary>Imports so many people, and returns their badges.</summary>
    public async Task<string[]> CreateAsync(int people)
    {
        var badges = Enumerable.Range(0, people).Select(number => string.Create(CultureInfo.InvariantCulture, $"BENCH{number:000000}BADGE")).ToArray();
        var delegates = new StringBuilder("id,name,organisation,sector,language,badge\n");
        for (var number = 0; number < people; number++)
            delegates.Append(CultureInfo.InvariantCulture, $"d{number:000000},Geneviève Aucoin {number},Organisation {number % 243},manufacturing,fr,{badges[number]}\n");

        var made = await http.PutAsJsonAsync(Path, new { name = "Hot room" });
        made.EnsureSuccessStatusCode();
        var now = TimeProvider.System.GetUtcNow();
        using var files = new MultipartFormDataContent
        {
            File("venues.csv", "id,name,city,cityId,timeZone,legal\nhouse,House,Mexico City,mexico-city,America/Mexico_City,1000000"),
            File("rooms.csv", "id,venue,name,legal,comfort\nhall,house,Hall,1000000,1000000"),
            File("sessions.csv", $"id,room,title,kind,access,start,end\nopening,hall,Opening plenary,plenary,open,{now:yyyy-MM-ddTHH:mmZ},{now.AddHours(12):yyyy-MM-ddTHH:mmZ}"),
            File("delegates.csv", delegates.ToString()),
        };
        using var imported = await http.PostAsync($"{Path}/imports", files);
        if (!imported.IsSuccessStatusCode)
            throw new InvalidOperationException(await imported.Content.ReadAsStringAsync());
        return badges;
    }

    /// <summary>How many the room holds, as the API tells.</summary>
    public async Task<int> PresentAsync()
    {
        var venues = await http.GetFromJsonAsync<JsonArray>($"{Path}/venues");
        var room = venues!.SelectMany(venue => venue!["rooms"]!.AsArray()).Single(room => (string)room!["room"]! == Room);
        return (int)room!["occupancy"]!["present"]!;
    }

    /// <summary>Commits and entries of the journal so far.</summary>
    public async Task<(long Commits, long Entries)> JournalAsync()
    {
        var status = await http.GetFromJsonAsync<JsonObject>("/api/status");
        return ((long)status!["journal"]!["commits"]!, (long)status["journal"]!["entries"]!);
    }

    /// <summary>What the server runs its grains on.</summary>
    public async Task<string> RuntimeAsync()
    {
        var status = await http.GetFromJsonAsync<JsonObject>("/api/status");
        return (string)status!["runtime"]!;
    }

    private static HttpContent File(string name, string text)
    {
        var content = new StringContent(text, Encoding.UTF8, "text/csv");
        content.Headers.ContentDisposition = new("form-data") { Name = "files", FileName = name };
        return content;
    }
}
