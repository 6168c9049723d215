using EventOps.Dashboard.Access;
using EventOps.Dashboard.Privacy;
using EventOps.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Dashboard.Tests.Privacy;

/// <summary>What is kept of people, for how long, and how it is taken away: counts stay.</summary>
public abstract class PrivacyTests(Installation installation)
{
    [Fact]
    public async Task All_that_is_stored_of_a_person_is_one_file_and_nothing_of_anybody_else_is_in_it()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ELODIE", Doors.Opening);
        await mission.AdmitAsync("CODE-ANA", Doors.Opening);
        await mission.PostAsync("/badges/elodie/reissue", """{"reason":"Lost"}""");

        var file = await mission.GetAsync("/delegates/elodie/export");

        file.ContentType.ShouldBe("application/json");
        ((string)file.Body["person"]!["name"]!, (string)file.Body["person"]!["note"]!).ShouldBe(("Élodie Côté-Bélanger", "Speaks at ten"));
        file.Body["badges"]!.AsArray().Count.ShouldBe(2);
        file.Body["registrations"]!.AsArray().Select(registration => (string)registration!["session"]!).ShouldBe(["board", "workshop"], ignoreOrder: true);
        file.Body["scans"]!.AsArray().Count.ShouldBe(1);
        file.Text.ShouldNotContain("Díaz");
        (await mission.GetAsync("/audit?kind=privacy")).Body["rows"]!.AsArray().Select(row => (string)row!["what"]!).ShouldBe(["elodie exported"]);
        (await mission.GetAsync("/delegates/nobody/export")).ShouldBeProblem(404, "not-found", "Not found");
    }

    [Fact]
    public async Task An_erased_person_has_no_name_anywhere_no_badge_and_is_still_counted()
    {
        var mission = await installation.SmallMissionAsync();
        var scan = new Scan("CODE-ELODIE", Doors.Opening);
        (await mission.ScanAsync(scan)).ShouldSay("admitted");
        await mission.AdmitAsync("CODE-ANA", Doors.Opening);
        await mission.GetAsync("/delegates?search=elodie");
        var before = await OccupancyAsync(mission);

        (await mission.PostAsync("/delegates/elodie/erasure", """{"reason":"She asked"}""")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await mission.GetAsync("/delegates?search=bel")).Body.AsArray().ShouldNotContain(person => (string)person!["id"]! == "elodie");
        (await mission.GetAsync("/delegates?search=CODE-ELODIE")).Body.AsArray().ShouldBeEmpty();
        foreach (var path in (string[])[
            "/delegates/elodie", "/delegates?search=elodie", "/sessions/opening/roster", "/sessions/board/roster", "/sessions/workshop/roster", "/venues/centre/inside", $"/scans/{scan.Id}",
            "/badges", "/badges/elodie", "/export/delegates.csv", "/export/registrations.csv", "/delegates/elodie/export", "/audit"])
        {
            var answer = await mission.GetAsync(path);
            answer.Status.ShouldBe(HttpStatusCode.OK, path);
            ShouldNotName(answer.Text, path, "Élodie", "Côté", "Bélanger", "Speaks at ten");
        }

        await ShouldBeNobodysAsync(mission, "CODE-ELODIE");
        ShouldNotName((await mission.ScanAsync(scan)).ShouldSay("admitted").Text, "the repeat", "Élodie");
        (await OccupancyAsync(mission)).ShouldBe(before);
        (await mission.GetAsync("/privacy")).ShouldHave("people", "8");
        (await mission.PostAsync("/badges", "{}")).Body.ShouldBeJson("""{"issued":0}""");
        (await mission.GetAsync("/badges")).ShouldHave("withoutBadge", "0");
        (await mission.GetAsync("/audit?kind=privacy")).Body["rows"]!.AsArray().Select(row => (string)row!["what"]!).ShouldBe(["elodie exported", "elodie erased: She asked"]);
        (await mission.GetAsync("/delegates?search=diaz")).Body.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_is_erased_without_a_reason_and_nobody_unknown_is()
    {
        var mission = await installation.SmallMissionAsync();

        (await mission.PostAsync("/delegates/ana/erasure", "{}")).ShouldBeMalformed(("reason", "expected a text of 1 to 500 characters without line breaks"));
        (await mission.PostAsync("/delegates/nobody/erasure", """{"reason":"Asked"}""")).ShouldBeProblem(404, "not-found", "Not found");

        (await mission.GetAsync("/delegates?search=diaz")).Body.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_anonymised_mission_has_its_counts_and_no_name()
    {
        var (mission, other) = (await installation.SmallMissionAsync(), await installation.SmallMissionAsync());
        await mission.AdmitAsync("CODE-ELODIE", Doors.Opening);
        await mission.AdmitAsync("CODE-ANA", Doors.Opening);
        var before = await OccupancyAsync(mission);
        (await mission.PostAsync("/privacy/anonymisation", """{"mission":"another"}""")).ShouldBeMalformed(("mission", $"expected {mission.Id}, typed again: this cannot be undone"));

        (await mission.PostAsync("/privacy/anonymisation", $$"""{"mission":"{{mission.Id}}"}""")).Body.ShouldBeJson(
            """{"people":0,"endsAt":"2026-02-16T18:00:00+00:00","retentionDays":90,"anonymisedAt":"2026-02-16T15:00:00+00:00"}""");

        foreach (var path in (string[])["/sessions/opening/roster", "/venues/centre/inside", "/badges", "/export/delegates.csv", "/delegates?search=ana"])
            ShouldNotName((await mission.GetAsync(path)).Text, path, "Élodie", "Díaz", "Boréal", "Maple", "Łuczak", "CODE-");
        await ShouldBeNobodysAsync(mission, "CODE-ANA");
        (await OccupancyAsync(mission)).ShouldBe(before);
        (await other.GetAsync("/delegates?search=diaz")).Body.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task How_long_people_are_kept_is_said_for_each_mission_and_remembered()
    {
        var mission = await installation.SmallMissionAsync();
        (await mission.GetAsync("/privacy")).Body.ShouldBeJson("""{"people":9,"endsAt":"2026-02-16T18:00:00+00:00","retentionDays":90,"anonymiseOn":"2026-05-17T18:00:00+00:00"}""");

        (await mission.PutAsync("/privacy", """{"retentionDays":7}""")).Body.ShouldBeJson("""{"people":9,"endsAt":"2026-02-16T18:00:00+00:00","retentionDays":7,"anonymiseOn":"2026-02-23T18:00:00+00:00"}""");

        (await mission.GetAsync("/privacy")).ShouldHave("retentionDays", "7");
        var row = (await mission.GetAsync("/audit?kind=privacy")).Body["rows"]!.AsArray().Single()!;
        ((string)row["what"]!, (string)row["before"]!, (string)row["after"]!).ShouldBe(("people are kept 7 days", """{"days":90}""", """{"days":7}"""));
        (await mission.PutAsync("/privacy", """{"retentionDays":0}""")).ShouldBeMalformed(("retentionDays", "expected 1 to 3650 days"));
        (await mission.PutAsync("/privacy", """{"retentionDays":3651}""")).ShouldBeMalformed(("retentionDays", "expected 1 to 3650 days"));
    }

    [Fact]
    public async Task When_its_time_is_over_a_mission_is_anonymised_once_and_not_a_moment_before()
    {
        var mission = await installation.SmallMissionAsync();
        var later = await installation.SmallMissionAsync();
        await mission.PutAsync("/privacy", """{"retentionDays":1}""");
        var desk = installation.Services.GetRequiredService<PrivacyDesk>();
        installation.Clock.Now = SetClock.Nine.AddDays(1).AddHours(3).AddTicks(-1);
        await desk.AnonymiseDueAsync(Line);
        desk.Of(new(mission.Id)).AnonymisedAt.ShouldBeNull();
        installation.Clock.Now = SetClock.Nine.AddDays(1).AddHours(3);

        await desk.AnonymiseDueAsync(Line);
        (await desk.AnonymiseDueAsync(Line)).ShouldBe(0);

        installation.Clock.Now = SetClock.Nine;
        ShouldNotName((await mission.GetAsync("/export/delegates.csv")).Text, "delegates.csv", "Díaz", "Élodie");
        (await later.GetAsync("/export/delegates.csv")).Text.ShouldContain("Díaz");
        (await mission.GetAsync("/audit?kind=privacy&limit=1")).Body["rows"]![0]!["what"]!.ToString().ShouldBe("anonymised, 1 days after its end");
        installation.Services.GetRequiredService<AccessBook>().Retentions.Find(later.Id).ShouldBeNull();

        AuditEntry Line(Contracts.MissionId about, string what) => new(installation.Clock.Now, about.Value, "privacy", "", "nobody", "", what);
    }

    private static void ShouldNotName(string text, string where, params string[] words)
    {
        foreach (var word in words)
            text.Contains(word, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{where} has {word}: {text}");
    }

    /// <summary>Other missions of the installation may have issued the same code to theirs.</summary>
    private static async Task ShouldBeNobodysAsync(MissionClient mission, string code)
    {
        var answer = await mission.ScanAsync(new Scan(code, Doors.HallA));
        answer.Outcome.ShouldBeOneOf("refused unknown-badge", "refused wrong-mission");
        answer.Body["delegate"].ShouldBeNull();
    }

    private static async Task<string> OccupancyAsync(MissionClient mission) =>
        string.Concat((await mission.GetAsync("/venues")).Body.AsArray().Select(venue => $"{venue!["venue"]} {venue["occupancy"]!.ToJsonString()}; "));

    public sealed class OnSqlite(SqliteInstallation installation) : PrivacyTests(installation), IClassFixture<SqliteInstallation>;

    public sealed class OnPostgreSql(PostgreSqlInstallation installation) : PrivacyTests(installation), IClassFixture<PostgreSqlInstallation>;
}
