namespace EventOps.Dashboard.Tests.Delegates;

/// <summary>People by name, organisation or code; accents and case do not count.</summary>
public abstract class SearchTests(Installation installation)
{
    [Theory]
    [InlineData("diaz", new[] { "ana" })]
    [InlineData("DÍAZ", new[] { "ana" })]
    [InlineData("cote bel", new[] { "elodie" })]
    [InlineData("bélanger côté", new[] { "elodie" })]
    [InlineData("oneil", new[] { "john" })]
    [InlineData("o'neil", new[] { "john" })]
    [InlineData("O’Neil", new[] { "john" })]
    [InlineData("pena", new[] { "maria" })]
    [InlineData("angstrom", new[] { "bo" })]
    [InlineData("luczak", new[] { "zoe" })]
    [InlineData("boreal", new[] { "ana", "elodie" })]
    [InlineData("oeuvres", new[] { "maria", "zoe" })]
    [InlineData("code-tom", new[] { "tom" })]
    [InlineData("maple tom", new[] { "tom" })]
    [InlineData("uma", new[] { "uma" })]
    [InlineData("nobody", new string[0])]
    [InlineData("ana nobody", new string[0])]
    public async Task They_are_found_by(string words, string[] people)
    {
        var mission = await installation.SmallMissionAsync();

        var answer = await mission.GetAsync($"/delegates?search={Uri.EscapeDataString(words)}");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.AsArray().Select(person => (string)person!["id"]!).ShouldBe(people);
    }

    [Fact]
    public async Task Those_with_a_word_that_begins_so_come_first_and_as_many_as_were_asked_for()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.ImportAsync([("delegates.csv", "id,name,badge\nx1,Aaron Montana,CODE-X1\n")]);

        (await mission.GetAsync("/delegates?search=ana")).Body.AsArray().Select(person => (string)person!["id"]!).ShouldBe(["ana", "x1"]);
        (await mission.GetAsync("/delegates?search=ana&limit=1")).Body.AsArray().Select(person => (string)person!["id"]!).ShouldBe(["ana"]);
        (await mission.GetAsync("/delegates?limit=3")).Body.AsArray().Select(person => (string)person!["id"]!).ShouldBe(["x1", "ana", "bo"]);
    }

    [Fact]
    public async Task One_person_tells_where_they_are_and_where_they_are_expected()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ELODIE", Doors.Board);

        var answer = await mission.GetAsync("/delegates/elodie");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldBeJson("""
            {
              "id": "elodie", "name": "Élodie Côté-Bélanger", "organisation": "Boréal Hydrogène inc.", "sector": "energy", "language": "fr", "vip": true,
              "note": "Speaks at ten",
              "whereabouts": { "venue": "centre", "room": "hall-b", "session": "board", "since": "2026-02-16T15:00:00+00:00" },
              "sessions": [
                { "session": "board", "kind": "invited", "seatHeld": false },
                { "session": "workshop", "kind": "registered", "seatHeld": false }
              ]
            }
            """);
        (await mission.GetAsync("/delegates/nobody")).ShouldBeProblem(404, "not-found", "Not found");
    }

    public sealed class OnSqlite(SqliteInstallation installation) : SearchTests(installation), IClassFixture<SqliteInstallation>;

    public sealed class OnPostgreSql(PostgreSqlInstallation installation) : SearchTests(installation), IClassFixture<PostgreSqlInstallation>;
}
