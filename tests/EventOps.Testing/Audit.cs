using System.Text;
using EventOps.Domain.Delegates;
using EventOps.Domain.Venues;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Testing;

/// <summary>Compares what devices were told with what is on disk and with what the server now says.</summary>
public static class Audit
{
    public static async Task AgreeAsync(StorageOptions storage, Load load, Uri address)
    {
        var entries = await HoldsAsync(storage, [.. load.Answers], address, load.Mission);

        entries.Where(entry => entry.Kind != EntryKind.Departed).Select(entry => entry.ScanId).ShouldAllBe(id => load.Sent.ContainsKey(id));
        load.Answers.Count.ShouldBe(load.Sent.Count);
    }

    /// <summary>What devices were told is on disk, whatever else is; and that agrees with itself and with what the server says. Returns what is on disk.</summary>
    public static async Task<IReadOnlyList<JournalEntry>> HoldsAsync(StorageOptions storage, IReadOnlyList<Told> answers, Uri address, MissionId? mission = null)
    {
        using var http = Keys.Client(new Uri(address, $"/api/missions/{mission ?? Festival.Mission}/"));
        var streams = await ReadAsync(storage, mission ?? Festival.Mission);
        var entries = streams.SelectMany(stream => stream.Value).ToList();

        EveryAnswerIsOnDiskOnce(answers, entries);
        EveryPersonsEntriesFollowEachOther(entries);
        foreach (var (venue, stream) in streams)
            await TheServerCountsWhatIsOnDiskAsync(http, venue, FoldWithinTheLaw(venue, stream));
        await RepeatsGetTheSameAnswerAsync(http, answers);
        return entries;
    }

    /// <summary>Every entry that is on disk.</summary>
    public static async Task<IReadOnlyList<JournalEntry>> EntriesAsync(StorageOptions storage) => [.. (await ReadAsync(storage, Festival.Mission)).SelectMany(stream => stream.Value)];

    /// <summary>What a mission's journal says of each venue.</summary>
    public static async Task<IReadOnlyDictionary<VenueId, VenueState>> FoldAsync(StorageOptions storage, MissionId mission) =>
        (await ReadAsync(storage, mission)).ToDictionary(stream => stream.Key, stream => FoldWithinTheLaw(stream.Key, stream.Value));

    private static async Task<Dictionary<VenueId, IReadOnlyList<JournalEntry>>> ReadAsync(StorageOptions storage, MissionId mission)
    {
        await using var services = new ServiceCollection().AddEventOpsStorage(storage).BuildServiceProvider();
        var journal = services.GetRequiredService<IJournal>();
        var streams = new Dictionary<VenueId, IReadOnlyList<JournalEntry>>();
        foreach (var venue in Festival.Venues)
            streams[venue] = await journal.ReadStreamAsync(mission, venue, 0, int.MaxValue);
        return streams;
    }

    private static void EveryAnswerIsOnDiskOnce(IReadOnlyList<Told> answers, IReadOnlyCollection<JournalEntry> entries)
    {
        entries.Select(entry => entry.ScanId).ShouldBeUnique();
        var onDisk = entries.ToDictionary(entry => entry.ScanId);
        foreach (var told in answers)
        {
            var entry = onDisk.GetValueOrDefault(told.ScanId).ShouldNotBeNull($"{told.Text} was told and is not on disk");
            (entry.Venue.Value, entry.Version, Word(entry)).ShouldBe((told.Venue, told.Version, $"{told.Outcome} {told.Reason}"));
        }

        answers.Select(told => told.ScanId).ShouldBeUnique();
    }

    private static void EveryPersonsEntriesFollowEachOther(IEnumerable<JournalEntry> entries)
    {
        foreach (var person in entries.GroupBy(entry => entry.Delegate!.Value))
        {
            var state = new DelegateState();
            foreach (var entry in person.OrderBy(entry => entry.Sequence))
                state.Apply(entry);
        }
    }

    private static VenueState FoldWithinTheLaw(VenueId venue, IReadOnlyList<JournalEntry> stream)
    {
        var state = new VenueState();
        foreach (var entry in stream)
        {
            state.Apply(entry);
            state.Present.ShouldBeLessThanOrEqualTo(Festival.Legal[venue.Value]);
            if (entry.Place is { } room)
                state.PresentIn(room).ShouldBeLessThanOrEqualTo(Festival.Legal[room.Value]);
        }

        return state;
    }

    private static async Task TheServerCountsWhatIsOnDiskAsync(HttpClient http, VenueId venue, VenueState folded)
    {
        var view = await GetAsync(http, $"venues/{venue}");
        ((long)view["version"]!).ShouldBe(folded.Version);
        ((int)view["occupancy"]!["present"]!).ShouldBe(folded.Present);
        ((int)view["foyer"]!).ShouldBe(folded.Foyer);
        foreach (var room in view["rooms"]!.AsArray())
            ((int)room!["occupancy"]!["present"]!).ShouldBe(folded.PresentIn(new RoomId((string)room["room"]!)));
        var inside = await GetAsync(http, $"venues/{venue}/inside");
        inside.AsArray().Select(person => ((string)person!["delegate"]!["id"]!, (string?)person["room"]))
            .ShouldBe(folded.Inside().Select(person => (person.Delegate.Value, person.Room?.Value)), ignoreOrder: true);
    }

    private static async Task RepeatsGetTheSameAnswerAsync(HttpClient http, IReadOnlyList<Told> answers)
    {
        foreach (var told in answers.Where((_, index) => index % 97 == 0))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "scans") { Content = new StringContent(told.Json, Encoding.UTF8, "application/json") };
            using var response = await http.SendAsync(request);
            (await response.Content.ReadAsStringAsync()).ShouldBe(told.Text);
        }
    }

    private static async Task<JsonNode> GetAsync(HttpClient http, string path) => JsonNode.Parse(await http.GetStringAsync(path))!;

    private static string Word(JournalEntry entry) => entry.Kind switch
    {
        EntryKind.Admitted => "admitted ",
        EntryKind.Exited => "exited ",
        EntryKind.Refused => $"refused {System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(entry.Refusal!.Reason.ToString())}",
        _ => entry.Kind.ToString(),
    };
}
