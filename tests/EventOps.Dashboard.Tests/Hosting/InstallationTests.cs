using EventOps.Contracts;
using EventOps.Contracts.Missions;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace EventOps.Dashboard.Tests.Hosting;

/// <summary>Missions, their clocks, and what the installation says of itself.</summary>
public abstract class InstallationTests(Installation installation, string database)
{
    [Fact]
    public async Task A_mission_is_made_once_and_listed()
    {
        var mission = await installation.EmptyMissionAsync();

        var again = await mission.PutAsync("", """{"name":"Another name"}""");

        again.ShouldHave("name", "\"A mission\"").ShouldHave("version", "1");
        (await Get("/api/missions")).Body.AsArray().ShouldContain(listed => JsonNode.DeepEquals(listed, JsonNode.Parse($$"""{"id":"{{mission.Id}}","name":"A mission"}""")));
        (await mission.PutAsync("", """{"name":" "}""")).ShouldBeMalformed(("name", "expected a text of 1 to 200 characters without line breaks"));
        (await new MissionClient(installation, "not an id").PutAsync("", """{"name":"A"}""")).ShouldBeMalformed(("mission", "expected 1 to 64 letters, digits, '.', '_' or '-'"));
    }

    [Fact]
    public async Task The_programme_holds_what_was_imported()
    {
        var mission = await installation.SmallMissionAsync();

        var programme = await mission.GetAsync("/programme");

        programme.ShouldHave("mission", $"\"{mission.Id}\"").ShouldHave("name", "\"A mission\"").ShouldHave("cities", """
            [
              { "id": "mexico", "name": "Ciudad de México", "timeZone": "America/Mexico_City" },
              { "id": "monterrey", "name": "Monterrey", "timeZone": "America/Monterrey" }
            ]
            """);
        programme.Body["venues"]![0].ShouldBeJson("""{"id":"centre","city":"mexico","name":"Centro Reforma","address":"Reforma 1","legal":6}""");
        programme.Body["rooms"]![0].ShouldBeJson("""{"id":"hall-a","venue":"centre","name":"Salón A","legal":4,"comfort":2}""");
        programme.Body["sessions"]!.AsArray().Count.ShouldBe(6);
        (await new MissionClient(installation, "no-such-mission").GetAsync("/programme")).ShouldBeProblem(404, "unknown-mission", "Unknown mission");
    }

    [Fact]
    public async Task A_mission_on_the_real_clock_is_no_rehearsal()
    {
        var mission = await installation.SmallMissionAsync();

        (await mission.GetAsync("/rehearsal")).Body.ShouldBeJson("""{"rehearsal":false,"running":true,"speed":1,"now":"2026-02-16T15:00:00+00:00"}""");
        var answer = await mission.PutAsync("/rehearsal", """{"running":true,"speed":30}""");
        answer.ShouldBeProblem(409, "not-a-rehearsal", "This contradicts what is on record");
        (await mission.PutAsync("/rehearsal", """{"speed":601}""")).ShouldBeMalformed(
            ("speed", "expected a number above 0 and at most 600: mission seconds for each second"), ("running", "expected true or false"));
    }

    [Fact]
    public async Task A_rehearsal_is_started_paused_and_hurried()
    {
        var mission = await installation.EmptyMissionAsync();
        var id = new MissionId($"rehearsed-{mission.Id}");
        await installation.Services.GetRequiredService<IGrainFactory>().Mission(id).Create("Rehearsed", new MissionClock(SetClock.Nine.ToUniversalTime(), SetClock.Nine.AddDays(-1).ToUniversalTime(), 0));
        mission = new MissionClient(installation, id.Value);

        (await mission.GetAsync("/rehearsal")).Body.ShouldBeJson("""{"rehearsal":true,"running":false,"speed":0,"now":"2026-02-15T15:00:00+00:00"}""");
        (await mission.PutAsync("/rehearsal", """{"running":true,"speed":60}""")).Body.ShouldBeJson("""{"rehearsal":true,"running":true,"speed":60,"now":"2026-02-15T15:00:00+00:00"}""");
        installation.Clock.Now = SetClock.Nine.AddSeconds(10);
        (await mission.GetAsync("/rehearsal")).Body.ShouldBeJson("""{"rehearsal":true,"running":true,"speed":60,"now":"2026-02-15T15:10:00+00:00"}""");
        (await mission.PutAsync("/rehearsal", """{"running":false}""")).Body.ShouldBeJson("""{"rehearsal":true,"running":false,"speed":0,"now":"2026-02-15T15:10:00+00:00"}""");
        installation.Clock.Now = SetClock.Nine.AddSeconds(20);
        (await mission.PutAsync("/rehearsal", """{"running":true}""")).Body.ShouldBeJson("""{"rehearsal":true,"running":true,"speed":30,"now":"2026-02-15T15:10:00+00:00"}""");
    }

    [Fact]
    public async Task It_says_that_it_is_well_and_what_it_runs_on()
    {
        (await Get("/healthz")).Body.ShouldBeJson("""{"status":"ok"}""");
        (await Get("/readyz")).Body.ShouldBeJson("""{"status":"ok"}""");
        var before = (await Get("/api/status")).Body;
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ANA", Doors.Opening);

        var status = (await Get("/api/status")).Body;

        ((string?)status["database"]).ShouldBe(database);
        ((string?)status["runtime"]).ShouldBeOneOf("Embedded", "Microsoft Orleans");
        ((string?)status["version"])!.ShouldStartWith("0.");
        ((long)status["journal"]!["entries"]! - (long)before["journal"]!["entries"]!).ShouldBe(1);
        ((long)status["journal"]!["failed"]!).ShouldBe(0);
    }

    [Fact]
    public async Task It_describes_every_endpoint_in_OpenAPI_3_1_with_examples_of_a_scan()
    {
        var document = (await Get("/openapi/v1.json")).Body;

        ((string?)document["openapi"])!.ShouldStartWith("3.1");
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key} {path.Key}")).ShouldBe(
            [
                "get /healthz",
                "get /readyz",
                "get /metrics",
                "get /api/status",
                "get /api/missions",
                "put /api/missions/{mission}",
                "get /api/missions/{mission}/programme",
                "get /api/missions/{mission}/venues",
                "get /api/missions/{mission}/venues/{id}",
                "get /api/missions/{mission}/venues/{id}/inside",
                "get /api/missions/{mission}/sessions",
                "get /api/missions/{mission}/sessions/{id}",
                "get /api/missions/{mission}/sessions/{id}/roster",
                "get /api/missions/{mission}/delegates",
                "get /api/missions/{mission}/delegates/{id}",
                "get /api/missions/{mission}/badges",
                "post /api/missions/{mission}/badges",
                "get /api/missions/{mission}/badges/{id}",
                "post /api/missions/{mission}/badges/{id}/reissue",
                "post /api/missions/{mission}/badges/{id}/revocation",
                "post /api/missions/{mission}/scans",
                "get /api/missions/{mission}/scans/{scanId}",
                "post /api/missions/{mission}/scans/{scanId}/annulment",
                "post /api/missions/{mission}/imports",
                "get /api/missions/{mission}/export/{file}.csv",
                "get /api/missions/{mission}/rehearsal",
                "put /api/missions/{mission}/rehearsal",
                "get /api/missions/{mission}/devices",
                "post /api/missions/{mission}/devices",
                "put /api/missions/{mission}/devices/{id}",
                "post /api/missions/{mission}/devices/{id}/roll",
                "post /api/missions/{mission}/devices/{id}/revocation",
                "get /api/missions/{mission}/links",
                "post /api/missions/{mission}/links",
                "post /api/missions/{mission}/links/{id}/revocation",
                "get /api/missions/{mission}/audit",
                "get /api/missions/{mission}/audit.csv",
                "get /api/missions/{mission}/privacy",
                "put /api/missions/{mission}/privacy",
                "post /api/missions/{mission}/privacy/anonymisation",
                "get /api/missions/{mission}/delegates/{id}/export",
                "post /api/missions/{mission}/delegates/{id}/erasure",
                "get /api/audit",
                "get /api/audit.csv",
                "get /api/accounts",
                "post /api/accounts",
                "put /api/accounts/{id}",
                "post /api/accounts/{id}/reset",
                "get /api/access/me",
                "post /api/access/sign-in",
                "post /api/access/sign-out",
                "post /api/access/set-up",
                "post /api/access/reset",
                "post /api/access/pairing",
                "post /api/access/link",
                "post /api/access/password",
            ],
            ignoreOrder: true);
        var scan = document["paths"]!["/api/missions/{mission}/scans"]!["post"]!;
        ((string?)scan["requestBody"]!["content"]!["application/json"]!["example"]!["direction"]).ShouldBe("entry");
        ((string?)scan["responses"]!["200"]!["content"]!["application/json"]!["example"]!["outcome"]).ShouldBe("admitted");
        scan["responses"]!.AsObject().Select(response => response.Key).ShouldBe(["200", "400", "401", "403", "404", "409", "413", "429", "503"], ignoreOrder: true);
        ((string?)scan["responses"]!["400"]!["content"]!["application/problem+json"]!["example"]!["type"]).ShouldBe("urn:eventops:problem:malformed");
        ((string?)scan["responses"]!["503"]!["content"]!["application/problem+json"]!["example"]!["type"]).ShouldBe("urn:eventops:problem:not-durable");
    }

    private async Task<Answer> Get(string path) => await Answer.OfAsync(await installation.Http.GetAsync(path));

    public sealed class OnSqlite(SqliteInstallation installation) : InstallationTests(installation, "SQLite"), IClassFixture<SqliteInstallation>;

    public sealed class OnPostgreSql(PostgreSqlInstallation installation) : InstallationTests(installation, "PostgreSQL"), IClassFixture<PostgreSqlInstallation>;
}
