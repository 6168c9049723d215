using EventOps.Domain.Delegates;

namespace EventOps.Dashboard.Tests.Badges;

/// <summary>Badges are issued, replaced and withdrawn, and doors know at once.</summary>
public abstract class BadgeTests(Installation installation)
{
    private static readonly (string, string)[] Newcomers = [("delegates.csv", "id,name,organisation\nnew1,Nora Nieve,Œuvres du Nord\nnew2,Nils Nord,\n")];

    [Fact]
    public async Task Who_comes_without_a_code_has_no_badge_until_it_is_issued_and_whoever_has_one_keeps_it()
    {
        var mission = await installation.SmallMissionAsync();
        (await mission.ImportAsync(Newcomers)).Body["imported"]!.GetValue<bool>().ShouldBeTrue();
        (await CodeOfAsync(mission, "new1")).ShouldBe("");

        (await mission.PostAsync("/badges", "{}")).Body.ShouldBeJson("""{"issued":2}""");

        var code = await CodeOfAsync(mission, "new1");
        BadgeCode.Read(code).ShouldBe(code);
        (await CodeOfAsync(mission, "new2")).ShouldNotBe(code);
        (await CodeOfAsync(mission, "ana")).ShouldBe("CODE-ANA");
        (await mission.ScanAsync(new Scan(code, Doors.Opening))).ShouldSay("admitted").Body["delegate"]!["name"]!.ToString().ShouldBe("Nora Nieve");
        (await mission.PostAsync("/badges", "{}")).Body.ShouldBeJson("""{"issued":0}""");
        (await mission.ImportAsync(Newcomers)).Body["changes"]!["delegates"].ShouldBeJson("""{"added":0,"changed":0,"unchanged":2}""");
        (await CodeOfAsync(mission, "new1")).ShouldBe(code);
    }

    [Fact]
    public async Task Of_those_who_are_named_the_ones_without_a_badge_are_given_one_and_an_unknown_one_stops_it()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.ImportAsync(Newcomers);

        (await mission.PostAsync("/badges", """{"delegates":["new1","nobody"]}""")).ShouldBeMalformed(("delegates[1]", "expected the id of a delegate of this mission"));
        (await CodeOfAsync(mission, "new1")).ShouldBe("");
        (await mission.PostAsync("/badges", """{"delegates":["new1","new1","ana"]}""")).Body.ShouldBeJson("""{"issued":1}""");
        (await CodeOfAsync(mission, "new2")).ShouldBe("");
        (await mission.PostAsync("/badges", """{"delegates":[]}""")).Body.ShouldBeJson("""{"issued":0}""");
    }

    [Fact]
    public async Task A_replaced_badge_is_refused_at_the_next_scan_with_when_and_why_though_its_person_was_just_here()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ANA", Doors.Opening);
        installation.Clock.Now = SetClock.Nine.AddMinutes(5);

        var answer = await mission.PostAsync("/badges/ana/reissue", """{"reason":" Lost in the taxi "}""");

        var code = (string)answer.Body["code"]!;
        answer.ShouldHave("withdrawn", """[{"code":"CODE-ANA","revokedAt":"2026-02-16T15:05:00+00:00","revokedWhy":"Lost in the taxi"}]""");
        (await mission.ScanAsync(new Scan("CODE-ANA", Doors.HallA)))
            .ShouldSay("refused revoked-badge")
            .ShouldHave("facts", """{"revokedAt":"2026-02-16T15:05:00+00:00","revokedWhy":"Lost in the taxi"}""");
        await mission.AdmitAsync(code, Doors.HallA);
        (await mission.GetAsync("/badges/ana")).Body.ShouldBeJson(answer.Text);
        (await mission.GetAsync($"/delegates?search={code}")).Body.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_withdrawn_badge_leaves_none_until_another_is_issued_and_the_old_file_does_not_bring_it_back()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-BO", Doors.Opening);

        (await mission.PostAsync("/badges/bo/revocation", """{"reason":"Left the delegation"}""")).ShouldHave("code", "\"\"");
        (await mission.PostAsync("/badges/tom/revocation", """{"reason":"Left the delegation"}""")).ShouldHave("code", "\"\"");
        (await mission.PostAsync("/badges/tom/revocation", """{"reason":"Twice"}""")).ShouldHave("code", "\"\"");

        (await mission.ScanAsync(new Scan("CODE-BO", Doors.HallA))).ShouldSay("refused revoked-badge");
        (await mission.ScanAsync(new Scan("CODE-BO", Doors.Opening) { Direction = "exit" })).ShouldSay("exited");
        (await mission.ImportAsync([("delegates.csv", SmallMission.Delegates)])).Body["imported"]!.GetValue<bool>().ShouldBeTrue();
        (await mission.ScanAsync(new Scan("CODE-BO", Doors.HallA))).ShouldSay("refused revoked-badge");
        (await mission.PostAsync("/badges", "{}")).Body.ShouldBeJson("""{"issued":2}""");
        await mission.AdmitAsync(await CodeOfAsync(mission, "bo"), Doors.HallA);
    }

    [Fact]
    public async Task A_code_of_ours_is_read_however_it_was_typed_and_a_repeat_gets_the_first_answer()
    {
        var mission = await installation.SmallMissionAsync();
        var code = (string)(await mission.PostAsync("/badges/ana/reissue", """{"reason":"Lost"}""")).Body["code"]!;
        var typed = string.Join('-', code.ToLowerInvariant().Chunk(4).Select(group => new string(group)));
        var scan = new Scan(typed, Doors.Opening);

        (await mission.ScanAsync(scan)).ShouldSay("admitted").Body["delegate"]!["id"]!.ToString().ShouldBe("ana");
        (await mission.ScanAsync(scan)).ShouldSay("admitted");
        (await mission.ScanAsync(new Scan("code-john", Doors.Opening))).ShouldSay("refused unknown-badge");
    }

    [Theory]
    [InlineData("en", "Check the code")]
    [InlineData("fr", "Vérifiez le code")]
    [InlineData("es", "Verifique el código")]
    public async Task A_mistyped_code_is_an_unknown_badge_and_the_door_is_told_to_check_it(string language, string words)
    {
        var mission = await installation.SmallMissionAsync();
        var code = (string)(await mission.PostAsync("/badges/ana/reissue", """{"reason":"Lost"}""")).Body["code"]!;
        var wrong = (code[0] == '2' ? "3" : "2") + code[1..];

        ((string)(await mission.ScanAsync(new Scan(wrong, Doors.Opening), language: language)).ShouldSay("refused unknown-badge").Body["text"]!).ShouldContain(words);
        ((string)(await mission.ScanAsync(new Scan("NEVER-ISSUED", Doors.Opening), language: language)).ShouldSay("refused unknown-badge").Body["text"]!).ShouldNotContain(words);
    }

    [Fact]
    public async Task They_are_listed_by_organisation_and_name_with_the_cities_of_their_sessions()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.ImportAsync(Newcomers);

        var all = (await mission.GetAsync("/badges")).Body;
        Ids(all).ShouldBe(["new2", "vic", "ana", "elodie", "bo", "john", "tom", "uma", "maria", "new1", "zoe"]);
        ((int)all["total"]!, (int)all["withoutBadge"]!).ShouldBe((11, 2));
        all["organisations"].ShouldBeJson("""["Boréal Hydrogène inc.","Maple Works Ltd.","Œuvres du Nord"]""");
        all["people"]!.AsArray().Single(person => (string)person!["delegate"]! == "elodie").ShouldBeJson("""
            {
              "delegate": "elodie", "name": "Élodie Côté-Bélanger", "organisation": "Boréal Hydrogène inc.", "sector": "energy", "language": "fr", "vip": true,
              "cities": ["Ciudad de México"], "code": "CODE-ELODIE"
            }
            """);
        Ids((await mission.GetAsync("/badges?city=mexico")).Body).ShouldBe(["ana", "elodie", "john", "maria"]);
        Ids((await mission.GetAsync("/badges?city=monterrey")).Body).ShouldBeEmpty();
        Ids((await mission.GetAsync($"/badges?organisation={Uri.EscapeDataString("Œuvres du Nord")}")).Body).ShouldBe(["maria", "new1", "zoe"]);
        Ids((await mission.GetAsync("/badges?search=maple%20hn")).Body).ShouldBe(["john"]);
        var first = (await mission.GetAsync("/badges?limit=2")).Body;
        (Ids(first).Count(), (int)first["total"]!).ShouldBe((2, 11));
    }

    [Fact]
    public async Task What_is_wrong_is_named_field_by_field_and_who_is_unknown_is_not_found()
    {
        var mission = await installation.SmallMissionAsync();

        (await mission.GetAsync("/badges?limit=0&city=atlantis")).ShouldBeMalformed(("limit", "expected 1 to 5000"), ("city", "expected the id of a city of this mission"));
        (await mission.PostAsync("/badges/ana/reissue", "{}")).ShouldBeMalformed(("reason", "expected a text of 1 to 200 characters without line breaks"));
        (await mission.PostAsync("/badges/nobody/reissue", """{"reason":"Lost"}""")).ShouldBeProblem(404, "not-found", "Not found");
        (await mission.PostAsync("/badges/nobody/revocation", """{"reason":"Lost"}""")).ShouldBeProblem(404, "not-found", "Not found");
        (await mission.GetAsync("/badges/nobody")).ShouldBeProblem(404, "not-found", "Not found");
        (await CodeOfAsync(mission, "ana")).ShouldBe("CODE-ANA");
    }

    private static IEnumerable<string> Ids(JsonNode list) => list["people"]!.AsArray().Select(person => (string)person!["delegate"]!);

    private static async Task<string> CodeOfAsync(MissionClient mission, string person) => (string)(await mission.GetAsync($"/badges/{person}")).Body["code"]!;

    public sealed class OnSqlite(SqliteInstallation installation) : BadgeTests(installation), IClassFixture<SqliteInstallation>;

    public sealed class OnPostgreSql(PostgreSqlInstallation installation) : BadgeTests(installation), IClassFixture<PostgreSqlInstallation>;
}
