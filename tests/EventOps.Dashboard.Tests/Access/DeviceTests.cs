using System.Text;
using EventOps.Dashboard.Devices;
using EventOps.Domain.Access;

namespace EventOps.Dashboard.Tests.Access;

/// <summary>Phones at doors: paired once, limited to their doors, worthless the moment they are withdrawn.</summary>
public abstract class DeviceTests(Installation installation)
{
    [Fact]
    public async Task A_code_pairs_a_device_once_and_the_device_scans_under_its_own_name()
    {
        var mission = await installation.SmallMissionAsync();
        var made = await mission.PostAsync("/devices", """{"name":"Door 3","role":"floor","findsPeople":false,"doors":["room:hall-b"]}""");
        ((string?)made.Body["device"]!["state"]).ShouldBe("waiting");

        // As somebody types it.
        var code = $"{made.Body["code"]}";
        var typed = $" {code[..4]}-{code[4..8]} {code[8..]} ".ToLowerInvariant();
        var paired = await PairAsync(typed);
        (await PairAsync(typed)).ShouldBeProblem(403, "code-not-good", "This code is not good any more");

        var token = (string)paired.Body["token"]!;
        var scanned = await mission.SendAsync(HttpMethod.Post, "/scans", new Scan("CODE-ANA", Doors.Opening).Json(), person: "op-1", credential: token);
        scanned.ShouldSay("admitted");
        var device = (await mission.GetAsync("/devices")).Body.AsArray().Single(one => (string?)one!["name"] == "Door 3")!;
        ((string?)device["state"]).ShouldBe("paired");
        device["lastSeen"].ShouldNotBeNull();
        var line = (await mission.GetAsync("/audit?kind=device")).Body["rows"]!.AsArray();
        line.Select(row => (string?)row!["what"]).ShouldBe([$"{device["id"]} paired", $"{device["id"]} made"]);
    }

    [Fact]
    public async Task A_code_is_good_for_ten_minutes()
    {
        var mission = await installation.SmallMissionAsync();
        var code = (string)(await mission.PostAsync("/devices", """{"name":"Late","role":"floor","findsPeople":false,"doors":null}""")).Body["code"]!;

        installation.Clock.Now += TimeSpan.FromMinutes(10);

        (await PairAsync(code)).ShouldBeProblem(403, "code-not-good", "This code is not good any more");
    }

    [Fact]
    public async Task A_device_scans_at_its_doors_and_at_no_other()
    {
        var mission = await installation.SmallMissionAsync();
        var (id, token) = await installation.Keys.EnrolAsync(mission.Id, new DeviceScope("door", Doors: ["session:workshop", "venue:annex"]));

        (await ScanAsync(mission, token, new Scan("CODE-ANA", Doors.Workshop))).ShouldSay("admitted");
        (await ScanAsync(mission, token, new Scan("CODE-BO", Doors.AnnexHall))).ShouldSay("admitted");
        var refused = await ScanAsync(mission, token, new Scan("CODE-TOM", Doors.Opening));

        refused.ShouldBeProblem(403, "not-allowed", "Not allowed");
        ((string?)refused.Body["detail"])!.ShouldContain($"was not given to {id}");
        var line = (await mission.GetAsync("/audit?kind=access-refused")).Body["rows"]![0]!;
        ((string?)line["who"]).ShouldBe(id);
        (await mission.GetAsync("/venues/centre")).ShouldHave("occupancy", """{"present":1,"legal":6}""");
    }

    [Fact]
    public async Task A_floor_device_neither_overrides_nor_picks_by_name_unless_it_may()
    {
        var mission = await installation.SmallMissionAsync();
        var (_, floor) = await installation.Keys.EnrolAsync(mission.Id, new DeviceScope("floor"));
        var (_, finder) = await installation.Keys.EnrolAsync(mission.Id, new DeviceScope("finder", FindsPeople: true));
        var (_, supervisor) = await installation.Keys.EnrolAsync(mission.Id, new DeviceScope("supervisor", Role.Supervisor));

        (await ScanAsync(mission, floor, new Scan(null, Doors.Opening) { Person = "ana" })).ShouldBeProblem(403, "not-allowed", "Not allowed");
        (await ScanAsync(mission, floor, new Scan("CODE-ANA", Doors.Opening) { Override = "Asked for" })).ShouldBeProblem(403, "not-allowed", "Not allowed");
        (await mission.SendAsync(HttpMethod.Get, "/delegates?search=ana", null, credential: floor)).ShouldBeProblem(403, "not-allowed", "Not allowed");
        (await mission.SendAsync(HttpMethod.Get, "/delegates?search=ana", null, credential: finder)).Status.ShouldBe(HttpStatusCode.OK);
        (await ScanAsync(mission, finder, new Scan(null, Doors.Opening) { Person = "ana" })).ShouldSay("admitted");
        (await ScanAsync(mission, supervisor, new Scan("CODE-BO", Doors.Opening) { Override = "Asked for" })).ShouldSay("admitted");
    }

    [Fact]
    public async Task A_revoked_device_is_told_at_once_and_does_nothing_more()
    {
        var mission = await installation.SmallMissionAsync();
        var (id, token) = await installation.Keys.EnrolAsync(mission.Id, new DeviceScope("lost"));
        await using var page = await LiveClient.ConnectAsync(installation, token);
        await page.SubscribeAsync(mission, "venue/centre");

        (await mission.PostAsync($"/devices/{id}/revocation", """{"reason":"Left in a taxi"}""")).Status.ShouldBe(HttpStatusCode.OK);

        (await page.AccessEndedAsync()).ShouldBe("revoked");
        (await ScanAsync(mission, token, new Scan("CODE-ANA", Doors.Opening))).ShouldBeProblem(401, "no-credentials", "Who is this?");
        await page.ClosedAsync();
        ((string?)(await mission.GetAsync("/audit?kind=device")).Body["rows"]![0]!["what"]).ShouldBe($"{id} revoked: Left in a taxi");
    }

    [Fact]
    public async Task A_device_that_is_rolled_loses_its_secret_and_is_paired_again_under_its_id()
    {
        var mission = await installation.SmallMissionAsync();
        var (id, token) = await installation.Keys.EnrolAsync(mission.Id, new DeviceScope("rolled"));

        var rolled = await mission.PostAsync($"/devices/{id}/roll", "{}");

        (await ScanAsync(mission, token, new Scan("CODE-ANA", Doors.Opening))).ShouldBeProblem(401, "no-credentials", "Who is this?");
        var next = (string)(await PairAsync((string)rolled.Body["code"]!)).Body["token"]!;
        next.ShouldStartWith($"d.{id}.");
        (await ScanAsync(mission, next, new Scan("CODE-ANA", Doors.Opening))).ShouldSay("admitted");
    }

    [Fact]
    public async Task A_page_whose_rights_change_is_told_so()
    {
        var mission = await installation.SmallMissionAsync();
        var (id, token) = await installation.Keys.EnrolAsync(mission.Id, new DeviceScope("scoped"));
        await using var page = await LiveClient.ConnectAsync(installation, token);
        await page.SubscribeAsync(mission, "mission");

        (await mission.PutAsync($"/devices/{id}", """{"name":"Scoped","role":"floor","findsPeople":false,"doors":["venue:north"]}""")).Status.ShouldBe(HttpStatusCode.OK);

        (await page.AccessEndedAsync()).ShouldBe("changed");
        (await ScanAsync(mission, token, new Scan("CODE-ANA", Doors.Opening))).ShouldBeProblem(403, "not-allowed", "Not allowed");
        (await ScanAsync(mission, token, new Scan("CODE-ANA", Doors.NorthHall))).ShouldSay("admitted");
    }

    [Fact]
    public async Task What_is_wrong_with_a_device_is_said_field_by_field()
    {
        var mission = await installation.SmallMissionAsync();

        (await mission.PostAsync("/devices", """{"name":" ","role":"viewer","findsPeople":false,"doors":["room:nowhere","hall-a"]}""")).ShouldBeMalformed(
            ("name", "expected a text of 1 to 64 characters without line breaks"),
            ("role", "expected floor or supervisor"),
            ("doors[0]", "expected venue:id, room:id or session:id, of this mission"),
            ("doors[1]", "expected venue:id, room:id or session:id, of this mission"));
    }

    private static Task<Answer> ScanAsync(MissionClient mission, string token, Scan scan) => mission.SendAsync(HttpMethod.Post, "/scans", scan.Json(), credential: token);

    private async Task<Answer> PairAsync(string code)
    {
        using var content = new StringContent(new JsonObject { ["code"] = code, ["asToken"] = true }.ToJsonString(), Encoding.UTF8, "application/json");
        return await Answer.OfAsync(await installation.Strangers.PostAsync("/api/access/pairing", content));
    }

    public sealed class OnSqlite(SqliteInstallation installation) : DeviceTests(installation), IClassFixture<SqliteInstallation>;

    public sealed class OnPostgreSql(PostgreSqlInstallation installation) : DeviceTests(installation), IClassFixture<PostgreSqlInstallation>;
}
