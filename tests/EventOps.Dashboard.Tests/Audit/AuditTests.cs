using EventOps.Dashboard.Devices;
using EventOps.Domain.Access;

namespace EventOps.Dashboard.Tests.Audit;

/// <summary>Everything that is done has a name on it: who, when, from where, what, before and after.</summary>
public sealed class AuditTests(SqliteInstallation installation) : IClassFixture<SqliteInstallation>
{
    private const string Password = "four words are enough";

    [Fact]
    public async Task A_mission_an_import_and_a_changed_capacity_are_remembered_with_before_and_after()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.ImportAsync([("rooms.csv", SmallMission.Rooms.Replace("Salón A,4,2", "Salón A,5,3", StringComparison.Ordinal))]);

        var rows = await RowsAsync(mission);

        rows.Select(row => $"{row["kind"]}: {row["what"]}").ShouldBe(
            [
                "capacity: capacity of room hall-a",
                "import: import of rooms.csv",
                "import: import of venues.csv, rooms.csv, sessions.csv, delegates.csv, registrations.csv",
                "mission: made, if it was not there: A mission",
            ]);
        foreach (var row in rows)
            ShouldBeBy(row, "administrator", "account");
        JsonNode.Parse((string)rows[0]["before"]!).ShouldBeJson("""{"legal":4,"comfort":2}""");
        JsonNode.Parse((string)rows[0]["after"]!).ShouldBeJson("""{"legal":5,"comfort":3}""");
        JsonNode.Parse((string)rows[1]["after"]!)!["rooms"].ShouldBeJson("""{"added":0,"changed":1,"unchanged":3}""");
    }

    [Fact]
    public async Task A_dry_run_and_an_import_with_problems_are_nothing_that_was_done()
    {
        var mission = await installation.SmallMissionAsync();

        await mission.ImportAsync([("rooms.csv", SmallMission.Rooms.Replace("4,2", "5,3", StringComparison.Ordinal))], "?dryRun=true");
        await mission.ImportAsync([("rooms.csv", "id,venue\nhall-a,nowhere\n")]);

        (await RowsAsync(mission)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_device_and_a_link_are_remembered_from_their_making_to_their_end_and_no_secret_is()
    {
        var mission = await installation.SmallMissionAsync();
        var made = await mission.PostAsync("/devices", """{"name":"Door 3","role":"floor","findsPeople":false,"doors":["room:hall-a"]}""");
        var (device, code) = ((string)made.Body["device"]!["id"]!, (string)made.Body["code"]!);
        await new Visitor(installation.Strangers).PostAsync("/api/access/pairing", $$"""{"code":"{{code}}"}""");
        await mission.PutAsync($"/devices/{device}", """{"name":"Door 4","role":"floor","findsPeople":true,"doors":null}""");
        await mission.PostAsync($"/devices/{device}/roll", "{}");
        await mission.PostAsync($"/devices/{device}/revocation", """{"reason":"Lost in the taxi"}""");
        var link = await mission.PostAsync("/links", """{"session":"opening","name":"The minister's office","expiresAt":"2026-02-16T20:00:00-06:00"}""");
        var linkId = (string)link.Body["link"]!["id"]!;
        await mission.PostAsync($"/links/{linkId}/revocation", """{"reason":"Wrong session"}""");

        var rows = (await RowsAsync(mission)).Where(row => (string)row["kind"]! is "device" or "link").Reverse().ToList();

        rows.Select(row => (string)row["what"]!).ShouldBe(
            [
                $"{device} made",
                $"{device} paired",
                $"{device} scoped",
                $"{device} is to be paired again",
                $"{device} revoked: Lost in the taxi",
                $"{linkId} made for session opening",
                $"{linkId} revoked: Wrong session",
            ]);
        ShouldBeBy(rows[0], "administrator", "account");
        ShouldBeBy(rows[1], device, "device");
        var (before, after) = (JsonNode.Parse((string)rows[2]["before"]!)!, JsonNode.Parse((string)rows[2]["after"]!)!);
        ((string)before["name"]!, (bool)before["findsPeople"]!, before["doors"]!.ToJsonString()).ShouldBe(("Door 3", false, """["room:hall-a"]"""));
        ((string)after["name"]!, (bool)after["findsPeople"]!, after["doors"]).ShouldBe(("Door 4", true, null));
        ((string)JsonNode.Parse((string)rows[4]["before"]!)!["state"]!, (string)JsonNode.Parse((string)rows[4]["after"]!)!["state"]!).ShouldBe(("waiting", "revoked"));
        var all = string.Concat(rows.Select(row => row.ToJsonString()));
        foreach (var secret in (string[])[code, ((string)link.Body["code"]!).Split('.')[1], "Hash", "hash"])
            all.ShouldNotContain(secret);
    }

    [Fact]
    public async Task Badges_overrides_and_annulments_are_remembered_and_a_repeat_is_not_remembered_twice()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.PostAsync("/badges/zoe/reissue", """{"reason":"Lost"}""");
        await mission.PostAsync("/badges/tom/revocation", """{"reason":"Left"}""");
        await mission.AdmitAsync("CODE-ANA", Doors.HallA);
        await mission.AdmitAsync("CODE-BO", Doors.HallA);
        var scan = new Scan("CODE-JOHN", Doors.HallA) { Override = "Speaks at ten" };
        (await mission.ScanAsync(scan)).ShouldSay("admitted");
        (await mission.ScanAsync(scan)).ShouldSay("admitted");
        var annulment = Guid.CreateVersion7();
        (await mission.AnnulAsync(scan.Id, annulment: annulment)).Status.ShouldBe(HttpStatusCode.OK);
        (await mission.AnnulAsync(scan.Id, annulment: annulment)).Status.ShouldBe(HttpStatusCode.OK);

        var rows = (await RowsAsync(mission)).Where(row => (string)row["kind"]! is "badge" or "override" or "annulment").Reverse().ToList();

        rows.Select(row => $"{row["kind"]}: {row["what"]}").ShouldBe(
            [
                "badge: badge of zoe replaced: Lost",
                "badge: badge of tom withdrawn: Left",
                "override: john let in at centre/hall-a, past over-comfort: Speaks at ten",
                $"annulment: scan {scan.Id} of john annulled: Wrong person",
            ]);
        ShouldBeBy(rows[2], Keyring.IdOf(mission.Id, "gate-1"), "device");
        ShouldBeBy(rows[3], Keyring.IdOf(mission.Id, "gate-1"), "device");
    }

    [Fact]
    public async Task Sign_ins_refusals_accounts_and_roles_are_remembered_for_the_installation()
    {
        installation.Clock.Now = SetClock.Nine;
        var made = await SendAsync(HttpMethod.Post, "/api/accounts", """{"name":"Rosa","grants":[{"mission":"*","role":"viewer"}]}""");
        var visitor = new Visitor(installation.Strangers);
        await visitor.PostAsync("/api/access/reset", $$"""{"code":"{{made.Body["code"]}}","password":"{{Password}}"}""");
        await visitor.SignInAsync("Rosa", "not the password");
        await visitor.SignInAsync("Nobody At All", "not the password");
        await visitor.SignInAsync("Rosa", Password);
        await visitor.GetAsync("/api/accounts");
        await visitor.GetAsync("/api/accounts");
        await SendAsync(HttpMethod.Put, "/api/accounts/rosa", """{"grants":[{"mission":"*","role":"supervisor"}],"disabled":true}""");

        var rows = (await SendAsync(HttpMethod.Get, "/api/audit?limit=8")).Body["rows"]!.AsArray().Select(row => row!).Reverse().ToList();

        rows.Select(row => $"{row["who"]} {row["kind"]}: {row["what"]}").ShouldBe(
            [
                "administrator account: rosa made",
                " account: rosa: password set by link",
                "rosa sign-in: rosa signed in",
                "rosa sign-in-refused: rosa: wrong password",
                "rosa sign-in-refused: no such account",
                "rosa sign-in: rosa signed in",
                "rosa access-refused: GET /api/accounts/: This needs the right to: accounts.",
                "administrator role: rosa changed",
            ]);
        var (before, after) = (JsonNode.Parse((string)rows[7]["before"]!)!, JsonNode.Parse((string)rows[7]["after"]!)!);
        (before["grants"]!.ToJsonString(), (bool)before["disabled"]!).ShouldBe(("""[{"mission":"*","role":"viewer"}]""", false));
        (after["grants"]!.ToJsonString(), (bool)after["disabled"]!).ShouldBe(("""[{"mission":"*","role":"supervisor"}]""", true));
        string.Concat(rows.Select(row => row.ToJsonString())).ShouldNotContain("password\":");
        string.Concat(rows.Select(row => row.ToJsonString())).ShouldNotContain("Nobody At All");
    }

    [Fact]
    public async Task A_door_that_was_not_given_is_a_refusal_in_the_missions_trail()
    {
        var mission = await installation.SmallMissionAsync();
        var (device, credential) = await installation.Keys.EnrolAsync(mission.Id, new DeviceScope("only-a", Doors: ["room:hall-a"]));

        (await mission.SendAsync(HttpMethod.Post, "/scans", new Scan("CODE-ANA", Doors.HallB).Json(), credential: credential)).ShouldBeProblem(403, "not-allowed", "Not allowed");

        var row = (await RowsAsync(mission, "kind=access-refused")).Single();
        ShouldBeBy(row, device, "device");
        ((string)row["what"]!).ShouldBe($"The door centre/hall-b was not given to {device}.");
    }

    [Fact]
    public async Task Filters_and_pages_leave_what_they_say_and_what_is_no_filter_is_told()
    {
        var mission = await installation.SmallMissionAsync();
        installation.Clock.Now = SetClock.Nine.AddHours(1);
        await mission.PostAsync("/badges/zoe/reissue", """{"reason":"Lost"}""");

        (await RowsAsync(mission, "kind=badge")).Count.ShouldBe(1);
        (await RowsAsync(mission, "kind=BADGE")).ShouldBeEmpty();
        (await RowsAsync(mission, "who=administrator")).Count.ShouldBe(3);
        (await RowsAsync(mission, "who=nobody")).ShouldBeEmpty();
        (await RowsAsync(mission, $"from={Uri.EscapeDataString("2026-02-16T10:00:00-06:00")}")).Count.ShouldBe(1);
        (await RowsAsync(mission, $"to={Uri.EscapeDataString("2026-02-16T10:00:00-06:00")}")).Count.ShouldBe(2);
        var first = (await mission.GetAsync("/audit?limit=2")).ShouldHave("more", "true");
        var second = (await mission.GetAsync($"/audit?limit=2&before={first.Body["rows"]![1]!["id"]}")).ShouldHave("more", "false");
        first.Body["rows"]!.AsArray().Concat(second.Body["rows"]!.AsArray()).Select(row => (string)row!["kind"]!).ShouldBe(["badge", "import", "mission"]);
        (await mission.GetAsync("/audit?limit=0&from=yesterday&who=%00")).ShouldBeMalformed(
            ("limit", "expected 1 to 1000"),
            ("from", "expected a time such as 2026-02-16T08:41:07-06:00, with its offset"),
            ("who", "expected a text of 1 to 64 characters without line breaks"));
    }

    [Fact]
    public async Task Another_missions_lines_are_not_shown_and_the_installations_only_to_its_administrators()
    {
        var (mission, other) = (await installation.SmallMissionAsync(), await installation.SmallMissionAsync());
        var administrator = await installation.Keys.AccountAsync("of-one", new Grant(mission.Id, Role.Administrator));

        var rows = (await mission.SendAsync(HttpMethod.Get, "/audit?limit=1000", null, credential: administrator)).Body["rows"]!.AsArray();

        rows.Count.ShouldBe(2);
        rows.ShouldAllBe(row => (string)row!["mission"]! == mission.Id);
        (await other.SendAsync(HttpMethod.Get, "/audit", null, credential: administrator)).ShouldBeProblem(403, "not-allowed", "Not allowed");
        (await other.SendAsync(HttpMethod.Get, "/audit.csv", null, credential: administrator)).ShouldBeProblem(403, "not-allowed", "Not allowed");
        (await SendAsync(HttpMethod.Get, "/api/audit", null, administrator)).ShouldBeProblem(403, "not-allowed", "Not allowed");
        (await SendAsync(HttpMethod.Get, "/api/audit.csv", null, administrator)).ShouldBeProblem(403, "not-allowed", "Not allowed");
    }

    [Fact]
    public async Task It_is_taken_along_as_a_file_with_the_same_filters_and_no_cell_is_a_formula()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.PostAsync("/badges/zoe/reissue", """{"reason":"=HYPERLINK(1)"}""");
        await mission.PostAsync("/badges/tom/revocation", """{"reason":"Says \"no\", and left"}""");

        var file = await mission.GetAsync("/audit.csv?kind=badge");

        file.ContentType.ShouldBe("text/csv");
        var lines = file.Text.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("id,at,mission,kind,who,whoKind,from,what,before,after");
        lines.Length.ShouldBe(3);
        lines[1].ShouldEndWith($",2026-02-16T15:00:00.0000000+00:00,{mission.Id},badge,administrator,account,127.0.0.1,\"badge of tom withdrawn: Says \"\"no\"\", and left\",,");
        lines[2].ShouldEndWith("badge of zoe replaced: =HYPERLINK(1),,");
        lines.ShouldAllBe(line => !line.Contains(",=", StringComparison.Ordinal));
    }

    private static void ShouldBeBy(JsonNode row, string who, string kind) =>
        ((string)row["who"]!, (string)row["whoKind"]!, (string)row["from"]!).ShouldBe((who, kind, "127.0.0.1"));

    private async Task<List<JsonNode>> RowsAsync(MissionClient mission, string query = "") =>
        [.. (await mission.GetAsync($"/audit?{query}")).Body["rows"]!.AsArray().Select(row => row!)];

    private async Task<Answer> SendAsync(HttpMethod method, string path, string? json = null, string? credential = null)
    {
        var visitor = new Visitor(installation.Strangers) { Cookie = credential ?? await installation.Keys.AdministratorAsync() };
        return await visitor.SendAsync(method, path, json, ("Sec-Fetch-Site", "same-origin"));
    }
}
