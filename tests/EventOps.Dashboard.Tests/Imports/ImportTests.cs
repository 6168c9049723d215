using System.Text;

namespace EventOps.Dashboard.Tests.Imports;

/// <summary>Files come in whole or not at all, and go out as they came.</summary>
public abstract class ImportTests(Installation installation)
{
    [Fact]
    public async Task An_import_says_what_it_changed_and_again_changes_nothing()
    {
        var mission = await installation.EmptyMissionAsync();

        (await mission.ImportAsync(SmallMission.Files)).Body.ShouldBeJson("""
            {
              "imported": true, "dryRun": false, "problemCount": 0, "problems": [], "warnings": [],
              "changes": {
                "cities": { "added": 2, "changed": 0, "unchanged": 0 }, "venues": { "added": 3, "changed": 0, "unchanged": 0 },
                "rooms": { "added": 4, "changed": 0, "unchanged": 0 }, "sessions": { "added": 6, "changed": 0, "unchanged": 0 },
                "delegates": { "added": 9, "changed": 0, "unchanged": 0 }, "registrations": { "added": 5, "changed": 0, "unchanged": 0 }
              }
            }
            """);
        var version = (long?)(await mission.GetAsync("/programme")).Body["version"];
        (await mission.ImportAsync(SmallMission.Files)).ShouldHave("changes", """
            {
              "cities": { "added": 0, "changed": 0, "unchanged": 2 }, "venues": { "added": 0, "changed": 0, "unchanged": 3 },
              "rooms": { "added": 0, "changed": 0, "unchanged": 4 }, "sessions": { "added": 0, "changed": 0, "unchanged": 6 },
              "delegates": { "added": 0, "changed": 0, "unchanged": 9 }, "registrations": { "added": 0, "changed": 0, "unchanged": 5 }
            }
            """);
        ((long?)(await mission.GetAsync("/programme")).Body["version"]).ShouldBe(version);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing()
    {
        var mission = await installation.EmptyMissionAsync();

        var answer = await mission.ImportAsync(SmallMission.Files, "?dryRun=true");

        answer.ShouldHave("imported", "false").ShouldHave("dryRun", "true");
        answer.Body["changes"]!["delegates"].ShouldBeJson("""{"added":9,"changed":0,"unchanged":0}""");
        (await mission.GetAsync("/programme")).ShouldHave("sessions", "[]").ShouldHave("version", "1");
        (await mission.GetAsync("/delegates")).Body.ShouldBeJson("[]");
    }

    [Fact]
    public async Task Of_wrong_files_every_bad_cell_is_listed_with_its_place_and_what_was_expected_and_nothing_is_imported()
    {
        var mission = await installation.EmptyMissionAsync();

        var answer = await mission.ImportAsync(
        [
            ("venues.csv", SmallMission.Venues),
            ("rooms.csv", "id,venue,name,legal,comfort\nhall-a,nowhere,Salón A,4,2\nhall b,centre,Salón B,none,2\n"),
            ("delegates.csv", "id,name,badge\nana,Ana,CODE-ANA\nbo,,CODE-ANA\n"),
        ]);

        answer.ShouldBeProblem(400, "import-rejected", "The files have problems");
        var import = answer.Body["import"]!;
        import["imported"].ShouldBeJson("false");
        import["problemCount"].ShouldBeJson("5");
        import["problems"]!.AsArray()
            .Select(problem => ((string)problem!["file"]!, (int)problem["line"]!, (string)problem["column"]!, (string)problem["value"]!, (string)problem["expected"]!))
            .ShouldBe(
            [
                ("rooms.csv", 2, "venue", "nowhere", "the id of a venue, in venues.csv or in the mission"),
                ("rooms.csv", 3, "id", "hall b", "1 to 64 letters, digits, '.', '_' or '-'"),
                ("rooms.csv", 3, "legal", "none", "a whole number from 1 to 1000000"),
                ("delegates.csv", 3, "name", "", "1 to 200 characters"),
                ("delegates.csv", 3, "badge", "CODE-ANA", "each one once: line 2 has it already"),
            ],
            ignoreOrder: true);
        (await mission.GetAsync("/programme")).ShouldHave("venues", "[]").ShouldHave("version", "1");
    }

    [Fact]
    public async Task A_badge_that_was_somebody_elses_is_never_given_again()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.ImportAsync([("delegates.csv", "id,name,badge\nana,Ana Díaz,CODE-ANA-2\n")]);

        var answer = await mission.ImportAsync([("delegates.csv", "id,name,badge\nbo,Bo,CODE-ANA\n")]);

        answer.ShouldBeProblem(409, "badge-taken", "This contradicts what is on record");
        ((string?)answer.Body["detail"]).ShouldBe("Badge code 'CODE-ANA' belongs to delegate 'ana'. Nothing was imported.");
        ((string?)(await mission.GetAsync("/delegates/bo")).Body["name"]).ShouldBe("Bo Ångström");
    }

    [Fact]
    public async Task What_is_no_form_and_a_form_without_files_say_what_was_expected()
    {
        var mission = await installation.EmptyMissionAsync();

        (await mission.SendAsync(HttpMethod.Post, "/imports", "{}")).ShouldBeProblem(
            415, "https://tools.ietf.org/html/rfc9110#section-15.5.16", "Unsupported Media Type");
        (await mission.SendAsync(HttpMethod.Post, "/imports", null)).ShouldBeMalformed(
            ("body", "expected multipart/form-data with files named venues.csv, rooms.csv, sessions.csv, delegates.csv, registrations.csv, or schedule XML"));
        using var form = new MultipartFormDataContent { { new StringContent("0/1"), "defaultCapacity" } };
        (await Answer.OfAsync(await installation.Http.PostAsync($"/api/missions/{mission.Id}/imports", form)))
            .Body["errors"]!.AsObject().Select(error => error.Key).ShouldBe(["files", "defaultCapacity"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_exported_imports_into_another_mission_as_the_same()
    {
        var mission = await installation.SmallMissionAsync();
        var other = await installation.EmptyMissionAsync();
        var files = new List<(string Name, string Text)>();
        foreach (var file in new[] { "venues", "rooms", "sessions", "delegates", "registrations" })
        {
            var export = await mission.GetAsync($"/export/{file}.csv");
            export.Status.ShouldBe(HttpStatusCode.OK);
            export.ContentType.ShouldBe("text/csv");
            files.Add(($"{file}.csv", export.Text));
        }

        (await mission.ImportAsync(files)).Body["changes"]!.AsObject().ShouldAllBe(change => (int)change.Value!["added"]! == 0 && (int)change.Value["changed"]! == 0);
        (await other.ImportAsync(files)).ShouldHave("imported", "true");

        foreach (var (name, text) in files)
            (await other.GetAsync($"/export/{name}")).Text.ShouldBe(text);
        (await mission.GetAsync("/export/people.csv")).ShouldBeProblem(404, "not-found", "Not found");
    }

    [Fact]
    public async Task A_large_file_is_no_large_scan()
    {
        var mission = await installation.EmptyMissionAsync();
        var comment = new StringBuilder("# ").Append('x', 10 * 1024 * 1024).Append('\n').Append(SmallMission.Venues).ToString();

        (await mission.ImportAsync([("venues.csv", comment)])).ShouldHave("imported", "true");
    }

    public sealed class OnSqlite(SqliteInstallation installation) : ImportTests(installation), IClassFixture<SqliteInstallation>;

    public sealed class OnPostgreSql(PostgreSqlInstallation installation) : ImportTests(installation), IClassFixture<PostgreSqlInstallation>;
}
