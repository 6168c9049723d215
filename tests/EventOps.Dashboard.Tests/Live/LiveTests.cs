namespace EventOps.Dashboard.Tests.Live;

/// <summary>What pages are sent: a snapshot, then versioned changes of what they show and of nothing else.</summary>
public abstract class LiveTests(Installation installation)
{
    [Theory]
    [InlineData("mission", new[] { "centre", "annex", "north" }, 6)]
    [InlineData("city/mexico", new[] { "centre", "annex" }, 6)]
    [InlineData("city/monterrey", new[] { "north" }, 0)]
    [InlineData("venue/annex", new[] { "annex" }, 1)]
    [InlineData("session/opening", new[] { "centre" }, 1)]
    public async Task A_snapshot_holds_what_the_scope_shows_and_nothing_else(string scope, string[] venues, int sessions)
    {
        var mission = await installation.SmallMissionAsync();
        await using var page = await LiveClient.ConnectAsync(installation);

        var snapshot = await CompleteAsync(page, mission, scope, venues.Length, sessions);

        ((string?)snapshot["mission"]).ShouldBe(mission.Id);
        ((string?)snapshot["scope"]).ShouldBe(scope);
        snapshot["venues"]!.AsArray().Select(venue => (string?)venue!["venue"]).ShouldBe(venues);
        snapshot["sessions"]!.AsArray().Count.ShouldBe(sessions);
        snapshot["programme"]!["sessions"]!.AsArray().Count.ShouldBe(6);
        snapshot["present"].ShouldBeJson("0");
        snapshot["cities"].ShouldBeJson("""[{"city":"mexico","present":0},{"city":"monterrey","present":0}]""");
    }

    [Fact]
    public async Task A_scan_changes_every_scope_that_shows_its_door_and_no_other()
    {
        var mission = await installation.SmallMissionAsync();
        await using var mexico = await LiveClient.ConnectAsync(installation);
        await using var north = await LiveClient.ConnectAsync(installation);
        await CompleteAsync(mexico, mission, "city/mexico", 2, 6);
        await CompleteAsync(north, mission, "city/monterrey", 1, 0);

        await mission.AdmitAsync("CODE-ANA", Doors.Opening);
        await mexico.ChangeAsync("Ana in Mexico", change => PresentIn(change, "centre") == 1);
        await mission.AdmitAsync("CODE-BO", Doors.NorthHall);
        var change = await north.ChangeAsync("Bo in Monterrey", change => PresentIn(change, "north") == 1);
        await mission.AdmitAsync("CODE-TOM", Doors.AnnexHall);
        await mexico.ChangeAsync("Tom in Mexico", change => PresentIn(change, "annex") == 1);

        north.Seen.SelectMany(seen => seen["venues"]!.AsArray()).ShouldAllBe(venue => (string?)venue!["venue"] == "north");
        mexico.Seen.SelectMany(seen => seen["venues"]!.AsArray()).ShouldNotContain(venue => (string?)venue!["venue"] == "north");
        change["scans"]![0]!["delegate"].ShouldBeJson("""{"id":"bo","name":"Bo Ångström","organisation":"Maple Works Ltd.","vip":false}""");
        ((string?)change["scans"]![0]!["kind"]).ShouldBe("admitted");
        ((string?)change["scans"]![0]!["device"]).ShouldBe($"{mission.Id}.gate-1");
    }

    [Fact]
    public async Task A_session_shows_its_own_arrivals_its_own_scans_and_its_room()
    {
        var mission = await installation.SmallMissionAsync();
        await using var page = await LiveClient.ConnectAsync(installation);
        await CompleteAsync(page, mission, "session/workshop", 1, 1);

        await mission.AdmitAsync("CODE-BO", Doors.Opening);
        await mission.AdmitAsync("CODE-ANA", Doors.Workshop);

        await page.ChangeAsync("Ana in the workshop", change => change["sessions"]!.AsArray().Any(session => (int)session!["arrived"]! == 1));
        var workshop = page.Seen.SelectMany(change => change["sessions"]!.AsArray()).Last()!;
        ((string?)workshop["session"]).ShouldBe("workshop");
        ((int?)workshop["expected"]).ShouldBe(2);
        ((int?)workshop["arrivedExpected"]).ShouldBe(1);
        (await page.SubscribeAsync(mission, "session/workshop"))["scans"]!.AsArray().ShouldAllBe(scan => (string?)scan!["session"] == "workshop");
    }

    [Fact]
    public async Task A_cloned_badge_is_an_alert()
    {
        var mission = await installation.SmallMissionAsync();
        await using var page = await LiveClient.ConnectAsync(installation);
        await CompleteAsync(page, mission, "mission", 3, 6);

        await mission.AdmitAsync("CODE-ANA", Doors.Opening);
        await mission.AdmitAsync("CODE-ANA", Doors.NorthHall);

        var change = await page.ChangeAsync("the alert", change => change["alerts"]?.AsArray().Count == 1);
        ((string?)change["alerts"]![0]!["delegate"]!["id"]).ShouldBe("ana");
        change["alerts"]![0]!["marks"].ShouldBeJson("""["cloned-badge"]""");
    }

    [Fact]
    public async Task In_every_message_totals_equal_the_sum_of_their_parts_and_versions_only_grow()
    {
        var mission = await installation.SmallMissionAsync();
        await using var page = await LiveClient.ConnectAsync(installation);
        var snapshot = await CompleteAsync(page, mission, "mission", 3, 6);
        string[] codes = ["CODE-ANA", "CODE-BO", "CODE-TOM", "CODE-UMA", "CODE-VIC", "CODE-ZOE"];
        string[] doors = [Doors.HallA, Doors.AnnexHall, Doors.NorthHall, Doors.HallB, Doors.Centre, Doors.Annex];

        await Task.WhenAll(codes.Select(async (code, person) =>
        {
            for (var step = 0; step < 40; step++)
                await mission.ScanAsync(new Scan(code, doors[(step + person) % doors.Length]) { Direction = step % 5 == 4 ? "exit" : "entry", Override = "Host" });
        }));
        await mission.AdmitAsync("CODE-ELODIE", Doors.Annex);
        await page.ChangeAsync("the last scan", change => change["scans"]?[0]?["delegate"]?["id"]?.GetValue<string>() == "elodie"
            || (change["scans"]?.AsArray().Any(scan => (string?)scan!["delegate"]?["id"] == "elodie") ?? false));

        var version = (long)snapshot["version"]!;
        var venues = snapshot["venues"]!.AsArray().ToDictionary(venue => (string)venue!["venue"]!, venue => venue!);
        foreach (var change in page.Seen)
        {
            ((long)change["since"]!).ShouldBeLessThanOrEqualTo(version);
            ((long)change["version"]!).ShouldBeGreaterThan(version);
            version = (long)change["version"]!;
            foreach (var venue in change["venues"]!.AsArray())
            {
                var before = venues[(string)venue!["venue"]!];
                ((long)venue["revision"]!).ShouldBeGreaterThan((long)before["revision"]!);
                ((long)venue["version"]!).ShouldBeGreaterThanOrEqualTo((long)before["version"]!);
                venues[(string)venue["venue"]!] = venue;
                ((int)venue["foyer"]! + venue["rooms"]!.AsArray().Sum(room => (int)room!["occupancy"]!["present"]!)).ShouldBe((int)venue["occupancy"]!["present"]!);
            }

            change["cities"]!.AsArray().Sum(city => (int)city!["present"]!).ShouldBe((int)change["present"]!);
            ((int)change["cities"]![0]!["present"]!).ShouldBe(Present(venues["centre"]) + Present(venues["annex"]));
            ((int)change["cities"]![1]!["present"]!).ShouldBe(Present(venues["north"]));
        }
    }

    [Fact]
    public async Task A_burst_of_scans_is_far_fewer_messages_and_the_last_state_arrives()
    {
        var mission = await installation.EmptyMissionAsync();
        await mission.ImportAsync(Crowd.Files(people: 500, legal: 500));
        await using var page = await LiveClient.ConnectAsync(installation);
        await CompleteAsync(page, mission, "mission", 1, 1);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 500), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (person, _) => await mission.AdmitAsync(Crowd.Code(person), Crowd.Door));

        await page.ChangeAsync("500 inside", change => PresentIn(change, Crowd.Venue) == 500);
        page.Seen.Count.ShouldBeLessThan(250);
    }

    [Fact]
    public async Task An_unknown_mission_or_scope_is_an_error_that_says_so()
    {
        var mission = await installation.SmallMissionAsync();
        await using var page = await LiveClient.ConnectAsync(installation);

        ((string?)(await page.InvokeAsync("Subscribe", "no-such-mission", "mission"))["error"])!.ShouldEndWith("There is no mission 'no-such-mission'.");
        foreach (var scope in new[] { "", "everything", "mission/x", "city/atlantis", "venue/", "session/nothing", "beat" })
            ((string?)(await page.InvokeAsync("Subscribe", mission.Id, scope))["error"])!.ShouldEndWith($"Mission '{mission.Id}' has no '{scope}'.");
    }

    [Fact]
    public async Task An_import_tells_those_who_watch_that_their_programme_is_old()
    {
        var mission = await installation.SmallMissionAsync();
        await using var page = await LiveClient.ConnectAsync(installation);
        var snapshot = await CompleteAsync(page, mission, "session/opening", 1, 1);

        await mission.ImportAsync([("rooms.csv", "id,venue,name,legal,comfort\nhall-c,annex,Sala C,9,9\n")]);

        var held = (long)snapshot["programme"]!["version"]!;
        var change = await page.ChangeAsync("a newer programme", change => (long)change["programmeVersion"]! > held);
        var again = await page.SubscribeAsync(mission, "session/opening");
        ((long?)again["programme"]!["version"]).ShouldBe((long?)change["programmeVersion"]);
        again["programme"]!["rooms"]!.AsArray().Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_page_that_was_away_gets_the_snapshot_of_what_is_now_so()
    {
        var mission = await installation.SmallMissionAsync();
        await using (var before = await LiveClient.ConnectAsync(installation))
            await CompleteAsync(before, mission, "mission", 3, 6);
        await mission.AdmitAsync("CODE-ANA", Doors.Opening);

        await using var page = await LiveClient.ConnectAsync(installation);
        var snapshot = await page.SubscribeAsync(mission, "mission");

        if ((int)snapshot["present"]! == 0)
            snapshot = await page.ChangeAsync("Ana", change => (int)change["present"]! == 1);
        snapshot["cities"].ShouldBeJson("""[{"city":"mexico","present":1},{"city":"monterrey","present":0}]""");
    }

    [Fact]
    public async Task Who_unsubscribes_is_told_no_more_and_the_beat_goes_on()
    {
        var mission = await installation.SmallMissionAsync();
        await using var page = await LiveClient.ConnectAsync(installation);
        await using var other = await LiveClient.ConnectAsync(installation);
        await CompleteAsync(page, mission, "mission", 3, 6);
        await CompleteAsync(page, mission, "venue/annex", 1, 1);
        await CompleteAsync(other, mission, "mission", 3, 6);
        (await page.InvokeAsync("Unsubscribe", mission.Id, "mission"))["error"].ShouldBeNull();

        await mission.AdmitAsync("CODE-ANA", Doors.Opening);
        await other.ChangeAsync("Ana", change => PresentIn(change, "centre") == 1);
        await mission.AdmitAsync("CODE-BO", Doors.AnnexHall);
        await page.ChangeAsync("Bo in the annex", change => PresentIn(change, "annex") == 1);

        page.Seen.Where(change => (string?)change["scope"] == "mission").ShouldNotContain(change => PresentIn(change, "centre") == 1);
        var beat = await page.BeatAsync();
        ((string?)beat["mission"]).ShouldBe(mission.Id);
        ((string?)beat["serverTime"]).ShouldBe("2026-02-16T15:00:00+00:00");
    }

    /// <summary>The snapshot once every venue and session has told its counts: a board that nobody has watched yet asks them first.</summary>
    private static async Task<JsonNode> CompleteAsync(LiveClient page, MissionClient mission, string scope, int venues, int sessions)
    {
        var snapshot = await page.SubscribeAsync(mission, scope);
        while (snapshot["venues"]!.AsArray().Count < venues || snapshot["sessions"]!.AsArray().Count < sessions)
        {
            await page.ChangeAsync($"all of {scope}", _ => true);
            snapshot = await page.SubscribeAsync(mission, scope);
        }

        page.Seen.Clear();
        return snapshot;
    }

    private static int? PresentIn(JsonNode change, string venue) => change["venues"]!.AsArray().FirstOrDefault(view => (string?)view!["venue"] == venue) is { } found ? Present(found) : null;

    private static int Present(JsonNode venue) => (int)venue["occupancy"]!["present"]!;

    public sealed class OnSqlite(SqliteInstallation installation) : LiveTests(installation), IClassFixture<SqliteInstallation>;

    public sealed class OnPostgreSql(PostgreSqlInstallation installation) : LiveTests(installation), IClassFixture<PostgreSqlInstallation>;
}
