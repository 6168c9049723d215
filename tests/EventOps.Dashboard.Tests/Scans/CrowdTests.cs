using EventOps.Contracts;
using EventOps.Contracts.Scans;
using EventOps.Domain.Venues;
using EventOps.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Dashboard.Tests.Scans;

/// <summary>Many callers at once: the legal limit holds to the last person, and the journal, the room and the answers agree.</summary>
public abstract class CrowdTests(Installation installation)
{
    private const int Callers = 64;

    [Fact]
    public async Task Of_5000_people_whom_64_callers_press_into_a_room_of_500_exactly_500_are_admitted()
    {
        var mission = await installation.EmptyMissionAsync();
        (await mission.ImportAsync(Crowd.Files(people: 5000, legal: 500))).Status.ShouldBe(HttpStatusCode.OK);
        var answers = new Answer[5000];

        await Parallel.ForEachAsync(
            Enumerable.Range(0, answers.Length),
            new ParallelOptions { MaxDegreeOfParallelism = Callers },
            async (person, _) => answers[person] = await mission.ScanAsync(new Scan(Crowd.Code(person), Crowd.SessionDoor), device: $"gate-{person % Callers}"));

        answers.CountBy(answer => answer.Outcome).OrderBy(count => count.Key, StringComparer.Ordinal)
            .ShouldBe([KeyValuePair.Create("admitted", 500), KeyValuePair.Create("refused room-full", 4500)]);
        answers.ShouldAllBe(answer => answer.Outcome == "admitted" || ((int)answer.Body["facts"]!["occupancy"]! == 500 && (int)answer.Body["facts"]!["capacity"]! == 500));
        var journal = await JournalAsync(mission);
        journal.Select(entry => entry.Version).ShouldBe(Enumerable.Range(1, 5000).Select(version => (long)version));
        foreach (var answer in answers)
        {
            var entry = journal[(int)answer.Body["version"]! - 1];
            entry.ScanId.ToString().ShouldBe((string?)answer.Body["scanId"]);
            (entry.Kind == EntryKind.Admitted).ShouldBe(answer.Outcome == "admitted");
        }

        var folded = new VenueState();
        foreach (var entry in journal)
        {
            folded.Apply(entry);
            folded.PresentIn(new RoomId("pit")).ShouldBeLessThanOrEqualTo(500);
        }

        folded.Present.ShouldBe(500);
        (await mission.GetAsync("/venues/arena")).ShouldHave("occupancy", """{"present":500,"legal":1000000}""").ShouldHave("foyer", "0").ShouldHave("version", "5000");
        (await mission.GetAsync("/venues/arena/inside")).Body.AsArray().Select(person => (string?)person!["delegate"]!["id"])
            .ShouldBe(answers.Where(answer => answer.Outcome == "admitted").Select(answer => (string?)answer.Body["delegate"]!["id"]), ignoreOrder: true);
        ((int?)(await mission.GetAsync("/sessions/concert")).Body["summary"]!["arrived"]).ShouldBe(500);
    }

    [Fact]
    public async Task One_badge_at_20_devices_of_a_door_at_once_is_one_admission_and_19_times_already_inside()
    {
        var mission = await installation.SmallMissionAsync();

        var answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(device => mission.ScanAsync(new Scan("CODE-ANA", Doors.Opening), $"gate-{device}")));

        answers.CountBy(answer => answer.Outcome).OrderBy(count => count.Key, StringComparer.Ordinal)
            .ShouldBe([KeyValuePair.Create("admitted", 1), KeyValuePair.Create("refused already-inside", 19)]);
        var let = answers.Single(answer => answer.Outcome == "admitted");
        var device = (await JournalAsync(mission, "centre")).Single(entry => entry.ScanId.ToString() == (string?)let.Body["scanId"]).Device.Value;
        answers.Where(answer => answer != let).ShouldAllBe(answer => (string?)answer.Body["facts"]!["byDevice"] == device);
    }

    [Fact]
    public async Task One_badge_at_doors_of_all_venues_at_once_ends_in_one_place()
    {
        var mission = await installation.SmallMissionAsync();
        string[] doors = [Doors.HallA, Doors.HallB, Doors.AnnexHall, Doors.NorthHall, Doors.Centre];

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(index => mission.ScanAsync(new Scan("CODE-ANA", doors[index % doors.Length]))));

        answers.ShouldAllBe(answer => answer.Outcome == "admitted" || answer.Outcome == "refused already-inside");
        var inside = 0;
        foreach (var venue in new[] { "centre", "annex", "north" })
            inside += (await mission.GetAsync($"/venues/{venue}/inside")).Body.AsArray().Count;
        inside.ShouldBe(1);
    }

    private async Task<IReadOnlyList<JournalEntry>> JournalAsync(MissionClient mission, string venue = Crowd.Venue) =>
        await installation.Services.GetRequiredService<IJournal>().ReadStreamAsync(new MissionId(mission.Id), new VenueId(venue), 0, int.MaxValue);

    public sealed class OnSqlite(SqliteInstallation installation) : CrowdTests(installation), IClassFixture<SqliteInstallation>;

    public sealed class OnPostgreSql(PostgreSqlInstallation installation) : CrowdTests(installation), IClassFixture<PostgreSqlInstallation>;
}
