namespace EventOps.Dashboard.Tests.Scans;

/// <summary>Every answer of the contract's table, through HTTP.</summary>
public abstract class DecisionTests(Installation installation)
{
    [Fact]
    public async Task An_admission_tells_who_where_how_many_and_when()
    {
        var mission = await installation.SmallMissionAsync();
        var scan = new Scan("CODE-ELODIE", Doors.Opening);

        var answer = await mission.ScanAsync(scan);

        answer.ShouldSay("admitted");
        answer.Body.ShouldBeJson($$"""
            {
              "scanId": "{{scan.Id}}",
              "outcome": "admitted",
              "text": "Welcome.",
              "overridable": false,
              "marks": [],
              "delegate": {
                "id": "elodie", "name": "Élodie Côté-Bélanger", "organisation": "Boréal Hydrogène inc.", "sector": "energy", "language": "fr", "vip": true,
                "note": "Speaks at ten"
              },
              "session": { "id": "opening", "title": "Opening plenary" },
              "room": { "id": "hall-b", "name": "Salón B" },
              "venue": { "id": "centre", "name": "Centro Reforma" },
              "occupancy": { "present": 1, "comfort": 5, "legal": 6 },
              "version": 1,
              "serverTime": "2026-02-16T15:00:00+00:00"
            }
            """);
    }

    [Fact]
    public async Task A_person_picked_by_name_is_admitted_without_a_code()
    {
        var mission = await installation.SmallMissionAsync();

        var answer = await mission.ScanAsync(new Scan(null, Doors.Opening) { Person = "ana" });

        answer.ShouldSay("admitted");
        ((string?)answer.Body["delegate"]!["name"]).ShouldBe("Ana Díaz");
    }

    [Fact]
    public async Task A_code_that_was_never_issued_is_refused_as_unknown_badge_and_names_nobody()
    {
        var mission = await installation.SmallMissionAsync();

        var answer = await mission.ScanAsync(new Scan("NEVER-ISSUED", Doors.Opening));

        answer.ShouldSay("refused unknown-badge").ShouldHave("facts", "{}").ShouldHave("occupancy", """{"present":0,"comfort":5,"legal":6}""");
        answer.Body["delegate"].ShouldBeNull();
        ((bool?)answer.Body["overridable"]).ShouldBe(false);
    }

    [Fact]
    public async Task A_badge_that_was_replaced_is_refused_with_when_and_why_and_the_new_one_is_good()
    {
        var mission = await installation.SmallMissionAsync();
        installation.Clock.Now = SetClock.Nine.AddMinutes(5);
        (await mission.ImportAsync([("delegates.csv", "id,name,badge\nana,Ana Díaz,CODE-ANA-2\n")])).Status.ShouldBe(HttpStatusCode.OK);
        installation.Clock.Now = SetClock.Nine.AddMinutes(10);

        (await mission.ScanAsync(new Scan("CODE-ANA", Doors.Opening)))
            .ShouldSay("refused revoked-badge")
            .ShouldHave("facts", """{"revokedAt":"2026-02-16T15:05:00+00:00","revokedWhy":"replaced by import"}""")
            .ShouldHave("delegate", """{"id":"ana","name":"Ana Díaz","organisation":"Boréal Hydrogène inc.","sector":"energy","language":"es","vip":false,"note":""}""");
        await mission.AdmitAsync("CODE-ANA-2", Doors.Opening);
    }

    [Fact]
    public async Task A_badge_of_another_mission_is_refused_as_wrong_mission_and_leaks_nothing_of_it()
    {
        var mission = await installation.SmallMissionAsync();
        var other = await installation.SmallMissionAsync();
        (await other.ImportAsync([("delegates.csv", "id,name,badge\nguest,Secret Guest,CODE-OF-THE-OTHER\n")])).Status.ShouldBe(HttpStatusCode.OK);

        var answer = await mission.ScanAsync(new Scan("CODE-OF-THE-OTHER", Doors.Opening));

        answer.ShouldSay("refused wrong-mission").ShouldHave("facts", "{}");
        answer.Body["delegate"].ShouldBeNull();
        answer.Text.ShouldNotContain("Secret");
        (await other.ScanAsync(new Scan("CODE-OF-THE-OTHER", Doors.Opening))).ShouldSay("admitted");
    }

    [Fact]
    public async Task Who_is_not_invited_is_told_so_with_the_rule_and_the_sessions_that_they_have_now()
    {
        var mission = await installation.SmallMissionAsync();

        (await mission.ScanAsync(new Scan("CODE-ANA", Doors.Board))).ShouldSay("refused not-invited").ShouldHave("facts", """
            {"access":"invited","sessionsNow":[{"session":"workshop","room":"hall-b","venue":"centre","start":"2026-02-16T15:00:00+00:00"}]}
            """);
        (await mission.ScanAsync(new Scan("CODE-JOHN", Doors.Board))).ShouldSay("refused not-invited");
        await mission.AdmitAsync("CODE-ELODIE", Doors.Board);
    }

    [Fact]
    public async Task Who_is_not_registered_is_told_so_with_the_rule_and_the_sessions_that_they_have_now()
    {
        var mission = await installation.SmallMissionAsync();

        (await mission.ScanAsync(new Scan("CODE-BO", Doors.Workshop)))
            .ShouldSay("refused not-registered").ShouldHave("facts", """{"access":"registered","sessionsNow":[]}""");
        await mission.AdmitAsync("CODE-ANA", Doors.Workshop);
    }

    [Fact]
    public async Task Doors_open_and_close_to_the_second()
    {
        var mission = await installation.SmallMissionAsync();

        installation.Clock.Now = SetClock.Nine.AddMinutes(-30).AddSeconds(-1);
        (await mission.ScanAsync(new Scan("CODE-ANA", Doors.Opening)))
            .ShouldSay("refused too-early").ShouldHave("facts", """{"doorsOpen":"2026-02-16T14:30:00+00:00"}""");
        installation.Clock.Now = SetClock.Nine.AddMinutes(-30);
        await mission.AdmitAsync("CODE-ANA", Doors.Opening);
        installation.Clock.Now = SetClock.Nine.AddMinutes(45);
        await mission.AdmitAsync("CODE-BO", Doors.Opening);
        installation.Clock.Now = SetClock.Nine.AddMinutes(45).AddSeconds(1);
        (await mission.ScanAsync(new Scan("CODE-TOM", Doors.Opening)))
            .ShouldSay("refused too-late").ShouldHave("facts", """{"doorsClosed":"2026-02-16T15:45:00+00:00"}""");
    }

    [Fact]
    public async Task Who_is_inside_already_is_refused_with_since_when_through_which_door_and_device()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ANA", Doors.Opening, "gate-7");
        installation.Clock.Now = SetClock.Nine.AddMinutes(3);

        (await mission.ScanAsync(new Scan("CODE-ANA", Doors.HallB))).ShouldSay("refused already-inside").ShouldHave("facts", $$"""
            {"insideSince":"2026-02-16T15:00:00+00:00","throughDoor":{"venue":"centre","room":"hall-b","session":"opening"},"byDevice":"{{mission.Id}}.gate-7"}
            """);
    }

    [Fact]
    public async Task Past_comfort_a_reason_is_asked_for_and_past_the_legal_limit_none_helps()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ANA", Doors.HallA);
        await mission.AdmitAsync("CODE-BO", Doors.HallA);

        var asked = await mission.ScanAsync(new Scan("CODE-TOM", Doors.HallA));
        asked.ShouldSay("refused over-comfort").ShouldHave("facts", """{"occupancy":2,"capacity":2,"freeSeats":2}""");
        ((bool?)asked.Body["overridable"]).ShouldBe(true);

        var let = await mission.AdmitAsync("CODE-TOM", Doors.HallA, because: "The host asked");
        ((string?)let.Body["overrode"]).ShouldBe("over-comfort");
        ((string?)let.Body["text"]).ShouldBe("Let in with a reason.");
        await mission.AdmitAsync("CODE-UMA", Doors.HallA, because: "The host asked");

        var full = await mission.ScanAsync(new Scan("CODE-VIC", Doors.HallA) { Override = "The host asked" });
        full.ShouldSay("refused room-full").ShouldHave("facts", """{"occupancy":4,"capacity":4,"arrivalsPerMinute":0.4}""");
        ((bool?)full.Body["overridable"]).ShouldBe(false);
    }

    [Fact]
    public async Task The_building_has_a_limit_of_its_own_that_none_helps_past()
    {
        var mission = await installation.SmallMissionAsync();
        foreach (var code in new[] { "CODE-ANA", "CODE-BO", "CODE-TOM", "CODE-UMA", "CODE-VIC", "CODE-ZOE" })
            await mission.AdmitAsync(code, Doors.Centre);

        (await mission.ScanAsync(new Scan("CODE-JOHN", Doors.HallB) { Override = "The host asked" }))
            .ShouldSay("refused venue-full").ShouldHave("facts", """{"occupancy":6,"capacity":6,"arrivalsPerMinute":0.6}""");
        (await mission.ScanAsync(new Scan("CODE-ANA", Doors.HallB))).ShouldSay("admitted");
        (await mission.ScanAsync(new Scan("CODE-JOHN", Doors.Centre)))
            .ShouldSay("refused venue-full").ShouldHave("occupancy", """{"present":6,"legal":6}""");
    }

    [Fact]
    public async Task Held_seats_are_kept_for_those_whom_they_are_held_for_until_the_session_starts()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ANA", Doors.Meeting);

        var asked = await mission.ScanAsync(new Scan("CODE-BO", Doors.Meeting));
        asked.ShouldSay("refused held-seats").ShouldHave("facts", """{"freeSeats":1,"heldSeats":1,"heldFor":"Ministers"}""");
        ((bool?)asked.Body["overridable"]).ShouldBe(true);
        await mission.AdmitAsync("CODE-MARIA", Doors.Meeting);

        (await mission.ScanAsync(new Scan("CODE-MARIA", Doors.Meeting) { Direction = "exit" })).ShouldSay("exited");
        await mission.AdmitAsync("CODE-BO", Doors.Meeting);
    }

    [Fact]
    public async Task A_held_seat_is_free_for_all_once_the_session_has_started()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ANA", Doors.Meeting);
        (await mission.ScanAsync(new Scan("CODE-BO", Doors.Meeting))).ShouldSay("refused held-seats");
        installation.Clock.Now = SetClock.Nine.AddHours(2);

        await mission.AdmitAsync("CODE-BO", Doors.Meeting);
    }

    [Fact]
    public async Task A_cancelled_session_and_one_that_has_moved_say_so_and_where_it_is_now()
    {
        var mission = await installation.SmallMissionAsync();

        (await mission.ScanAsync(new Scan("CODE-ANA", """{"session":"dropped"}"""))).ShouldSay("refused session-cancelled").ShouldHave("facts", "{}");
        (await mission.ScanAsync(new Scan("CODE-ANA", """{"session":"moved","room":"hall-b"}"""))).ShouldSay("refused session-moved").ShouldHave("facts", """
            {"movedTo":{"session":"moved","room":"annex-hall","venue":"annex","start":"2026-02-16T15:00:00+00:00"}}
            """);
        await mission.AdmitAsync("CODE-ANA", """{"session":"moved","room":"annex-hall"}""");
    }

    [Fact]
    public async Task A_session_moves_with_the_import_that_says_so()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ANA", """{"session":"moved","room":"annex-hall"}""");
        (await mission.ImportAsync([("sessions.csv", "id,room,title,kind,access,start,end\nmoved,hall-b,Moved,workshop,open,2026-02-16T09:00,2026-02-16T10:00\n")]))
            .Status.ShouldBe(HttpStatusCode.OK);

        (await mission.ScanAsync(new Scan("CODE-BO", """{"session":"moved","room":"annex-hall"}"""))).ShouldSay("refused session-moved").ShouldHave("facts", """
            {"movedTo":{"session":"moved","room":"hall-b","venue":"centre","start":"2026-02-16T15:00:00+00:00"}}
            """);
        await mission.AdmitAsync("CODE-BO", """{"session":"moved"}""");
        ((int?)(await mission.GetAsync("/sessions/moved/roster")).Body["summary"]!["arrived"]).ShouldBe(2);
    }

    [Fact]
    public async Task An_exit_always_succeeds_and_one_of_somebody_who_is_not_there_is_marked()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ANA", Doors.Opening);

        (await mission.ScanAsync(new Scan("CODE-ANA", Doors.Opening) { Direction = "exit" }))
            .ShouldSay("exited").ShouldHave("marks", "[]").ShouldHave("occupancy", """{"present":0,"comfort":5,"legal":6}""");
        (await mission.ScanAsync(new Scan("CODE-BO", """{"session":"dropped"}""") { Direction = "exit" })).ShouldSay("exited").ShouldHave("marks", """["not-inside"]""");
        await mission.AdmitAsync("CODE-TOM", Doors.HallA);
        (await mission.ScanAsync(new Scan("CODE-TOM", Doors.HallB) { Direction = "exit" })).ShouldSay("exited").ShouldHave("marks", """["was-elsewhere"]""");
    }

    [Fact]
    public async Task An_exit_with_a_badge_that_was_replaced_still_succeeds()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ANA", Doors.Opening);
        await mission.ImportAsync([("delegates.csv", "id,name,badge\nana,Ana Díaz,CODE-ANA-2\n")]);

        (await mission.ScanAsync(new Scan("CODE-ANA", Doors.Opening) { Direction = "exit" })).ShouldSay("exited");
    }

    [Fact]
    public async Task One_person_is_in_one_place_also_across_venues()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ANA", Doors.HallA);
        await mission.AdmitAsync("CODE-ANA", Doors.HallB);
        (await mission.GetAsync("/venues/centre")).ShouldHave("occupancy", """{"present":1,"legal":6}""");

        (await mission.AdmitAsync("CODE-ANA", Doors.AnnexHall)).ShouldHave("marks", "[]");

        (await mission.GetAsync("/venues/centre/inside")).Body.ShouldBeJson("[]");
        (await mission.GetAsync("/venues/annex/inside")).Body.AsArray().Count.ShouldBe(1);
        (await mission.GetAsync("/delegates/ana")).ShouldHave("whereabouts", """{"venue":"annex","room":"annex-hall","since":"2026-02-16T15:00:00+00:00"}""");
    }

    [Fact]
    public async Task Someone_who_presents_in_another_city_too_soon_is_let_in_and_marked_as_a_cloned_badge()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ANA", Doors.Opening);
        installation.Clock.Now = SetClock.Nine.AddMinutes(59);

        (await mission.AdmitAsync("CODE-ANA", Doors.NorthHall)).ShouldHave("marks", """["cloned-badge"]""");
        installation.Clock.Now = SetClock.Nine.AddMinutes(59 + 60);
        (await mission.AdmitAsync("CODE-ANA", Doors.HallB)).ShouldHave("marks", "[]");
    }

    public sealed class OnSqlite(SqliteInstallation installation) : DecisionTests(installation), IClassFixture<SqliteInstallation>;

    public sealed class OnPostgreSql(PostgreSqlInstallation installation) : DecisionTests(installation), IClassFixture<PostgreSqlInstallation>;
}
