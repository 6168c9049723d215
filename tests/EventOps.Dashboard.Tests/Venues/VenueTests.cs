namespace EventOps.Dashboard.Tests.Venues;

/// <summary>Counts over HTTP, the muster list, and the roster.</summary>
public abstract class VenueTests(Installation installation)
{
    [Fact]
    public async Task Venues_and_rooms_are_counted_from_the_first_request_on()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ANA", Doors.HallA);
        await mission.AdmitAsync("CODE-BO", Doors.Centre);

        var all = await mission.GetAsync("/venues");
        var one = await mission.GetAsync("/venues/centre");

        all.Body.AsArray().Select(venue => (string?)venue!["venue"]).ShouldBe(["centre", "annex", "north"]);
        one.ShouldHave("occupancy", """{"present":2,"legal":6}""").ShouldHave("foyer", "1").ShouldHave("version", "2").ShouldHave("rooms", """
            [
              { "room": "hall-a", "occupancy": { "present": 1, "comfort": 2, "legal": 4 }, "trend": 1, "arrivalsPerMinute": 0.1 },
              { "room": "hall-b", "occupancy": { "present": 0, "comfort": 5, "legal": 6 }, "trend": 0, "arrivalsPerMinute": 0 }
            ]
            """).ShouldHave("arrivals", """[{"from":"2026-02-16T15:00:00+00:00","count":2}]""");
        (await mission.GetAsync("/venues/nowhere")).ShouldBeProblem(404, "not-found", "Not found");
    }

    [Fact]
    public async Task The_muster_list_names_everyone_inside_and_where()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ZOE", Doors.Opening);
        await mission.AdmitAsync("CODE-ANA", Doors.Centre);
        await mission.AdmitAsync("CODE-BO", Doors.HallA);
        await mission.ScanAsync(new Scan("CODE-BO", Doors.Centre) { Direction = "exit" });

        (await mission.GetAsync("/venues/centre/inside")).Body.ShouldBeJson("""
            [
              {
                "delegate": { "id": "ana", "name": "Ana Díaz", "organisation": "Boréal Hydrogène inc.", "sector": "energy", "language": "es", "vip": false, "note": "" },
                "since": "2026-02-16T15:00:00+00:00"
              },
              {
                "delegate": { "id": "zoe", "name": "Zoë Łuczak", "organisation": "Œuvres du Nord", "sector": "culture", "language": "en", "vip": false, "note": "" },
                "room": "hall-b", "session": "opening", "since": "2026-02-16T15:00:00+00:00"
              }
            ]
            """);
        (await mission.GetAsync("/venues/nowhere/inside")).ShouldBeProblem(404, "not-found", "Not found");
    }

    [Fact]
    public async Task A_roster_tells_by_organisation_who_is_expected_who_has_arrived_and_who_just_came()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ANA", Doors.Workshop);
        await mission.ScanAsync(new Scan("CODE-ANA", Doors.Workshop) { Direction = "exit" });
        installation.Clock.Now = SetClock.Nine.AddMinutes(1);
        await mission.AdmitAsync("CODE-ANA", Doors.Workshop);
        await mission.AdmitAsync("CODE-TOM", Doors.Opening);

        var answer = await mission.GetAsync("/sessions/workshop/roster");

        var summary = answer.Body["summary"]!.AsObject();
        summary.Remove("revision").ShouldBeTrue();
        summary.ShouldBeJson("""{"session":"workshop","expected":2,"arrived":1,"arrivedExpected":1,"heldSeats":0}""");
        answer.ShouldHave("room", """{"room":"hall-b","occupancy":{"present":2,"comfort":5,"legal":6},"trend":2,"arrivalsPerMinute":0.3}""");
        answer.ShouldHave("organisations", """
            [{
              "organisation": "Boréal Hydrogène inc.", "expected": 2, "arrived": 1,
              "people": [
                {
                  "delegate": {
                    "id": "elodie", "name": "Élodie Côté-Bélanger", "organisation": "Boréal Hydrogène inc.", "sector": "energy", "language": "fr", "vip": true,
                    "note": "Speaks at ten"
                  },
                  "expected": "registered", "seatHeld": false, "visits": 0, "inside": false
                },
                {
                  "delegate": { "id": "ana", "name": "Ana Díaz", "organisation": "Boréal Hydrogène inc.", "sector": "energy", "language": "es", "vip": false, "note": "" },
                  "expected": "registered", "seatHeld": false, "arrivedAt": "2026-02-16T15:00:00+00:00", "visits": 2, "inside": true
                }
              ]
            }]
            """);
        (await mission.GetAsync("/sessions/opening/roster")).Body["organisations"]![0]!["people"]![0]!.AsObject().ContainsKey("expected").ShouldBeFalse();
        (await mission.GetAsync("/sessions/nothing/roster")).ShouldBeProblem(404, "not-found", "Not found");
        (await mission.GetAsync("/sessions/nothing")).ShouldBeProblem(404, "not-found", "Not found");
    }

    [Fact]
    public async Task Sessions_are_listed_with_their_counts()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-MARIA", Doors.Meeting);

        var all = await mission.GetAsync("/sessions");
        var one = await mission.GetAsync("/sessions/meeting");

        all.Body.AsArray().Select(session => (string?)session!["session"]!["id"]).ShouldBe(["board", "dropped", "meeting", "moved", "opening", "workshop"], ignoreOrder: true);
        all.Body.AsArray().ShouldAllBe(session => session!["summary"] != null);
        one.Body["session"].ShouldBeJson("""
            {
              "id": "meeting", "room": "hall-a", "title": "Meeting", "kind": "matchmaking", "access": "open", "start": "2026-02-16T17:00:00+00:00",
              "end": "2026-02-16T18:00:00+00:00", "doorsOpen": "2026-02-16T14:30:00+00:00", "doorsClose": "2026-02-16T18:00:00+00:00", "host": "", "sector": "",
              "status": "scheduled", "heldFor": "Ministers"
            }
            """);
        one.Body["summary"]!["arrivedExpected"].ShouldBeJson("1");
        one.Body["summary"]!["heldSeats"].ShouldBeJson("0");
    }

    public sealed class OnSqlite(SqliteInstallation installation) : VenueTests(installation), IClassFixture<SqliteInstallation>;

    public sealed class OnPostgreSql(PostgreSqlInstallation installation) : VenueTests(installation), IClassFixture<PostgreSqlInstallation>;
}
