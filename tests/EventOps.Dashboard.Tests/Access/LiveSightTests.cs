using EventOps.Domain.Access;

namespace EventOps.Dashboard.Tests.Access;

/// <summary>What pages are told on the live connection, by who looks.</summary>
public sealed class LiveSightTests(SqliteInstallation installation) : IClassFixture<SqliteInstallation>
{
    [Fact]
    public async Task A_viewer_sees_counts_and_scans_and_not_whose_they_were()
    {
        var mission = await installation.SmallMissionAsync();
        await using var viewer = await LiveClient.ConnectAsync(installation, await installation.Keys.AccountAsync("viewer", new Grant(mission.Id, Role.Viewer)));
        await using var supervisor = await LiveClient.ConnectAsync(installation, await installation.Keys.AccountAsync("supervisor", new Grant(mission.Id, Role.Supervisor)));
        await viewer.SubscribeAsync(mission, "mission");
        await supervisor.SubscribeAsync(mission, "mission");

        await mission.AdmitAsync("CODE-ANA", Doors.Opening);
        var seen = await viewer.ChangeAsync("Ana's arrival", HasScan);
        var known = await supervisor.ChangeAsync("Ana's arrival", HasScan);

        seen.ToJsonString().ShouldNotContain("Díaz");
        seen.ToJsonString().ShouldNotContain("CODE-ANA");
        seen["scans"]![0]!["delegate"].ShouldBeNull();
        ((string?)seen["scans"]![0]!["kind"]).ShouldBe("admitted");
        ((string?)known["scans"]![0]!["delegate"]!["name"]).ShouldBe("Ana Díaz");
        seen["venues"]![0].ShouldBeJson(known["venues"]![0]!.ToJsonString());
    }

    [Fact]
    public async Task A_host_watches_their_session_and_nothing_else()
    {
        var mission = await installation.SmallMissionAsync();
        await using var host = await LiveClient.ConnectAsync(installation, await installation.Keys.AccountAsync("host", new Grant(mission.Id, Role.Host, Sessions: ["opening"])));

        foreach (var scope in new[] { "mission", "city/mexico", "venue/centre", "session/workshop" })
            ((string?)(await host.InvokeAsync("Subscribe", mission.Id, scope))["error"])!.ShouldContain("not-allowed");
        var snapshot = await host.SubscribeAsync(mission, "session/opening");

        snapshot["programme"]!["sessions"]!.AsArray().Count.ShouldBe(1);
        snapshot["programme"]!["rooms"]!.AsArray().Count.ShouldBe(1);
        snapshot["cities"].ShouldBeJson("[]");
        await mission.AdmitAsync("CODE-TOM", Doors.HallA);
        await mission.AdmitAsync("CODE-ANA", Doors.Opening);
        var change = await host.ChangeAsync("Ana's arrival", HasScan);
        change["venues"]![0]!["rooms"]!.AsArray().Select(room => (string?)room!["room"]).ShouldBe(["hall-b"]);
        change["venues"]![0]!["occupancy"]!["present"].ShouldBeJson("1");
        change["present"].ShouldBeJson("0");
        ((string?)change["scans"]![0]!["delegate"]!["name"]).ShouldBe("Ana Díaz");
    }

    [Fact]
    public async Task Nobody_watches_another_mission()
    {
        var mission = await installation.SmallMissionAsync();
        var other = await installation.SmallMissionAsync();
        await using var page = await LiveClient.ConnectAsync(installation, await installation.Keys.AccountAsync("insider", new Grant(mission.Id, Role.Administrator)));

        foreach (var scope in new[] { "mission", "session/opening" })
            ((string?)(await page.InvokeAsync("Subscribe", other.Id, scope))["error"])!.ShouldContain("not-allowed");
    }

    [Fact]
    public async Task A_link_that_expires_ends_its_page()
    {
        var mission = await installation.SmallMissionAsync();
        var made = await mission.PostAsync("/links", """{"session":"opening","name":"Ana Ruiz","expiresAt":"2026-02-16T10:00:00-06:00"}""");
        var code = (string)made.Body["code"]!;
        await using var page = await LiveClient.ConnectAsync(installation, $"h.{code}");
        await page.SubscribeAsync(mission, "session/opening");

        installation.Clock.Now = new DateTimeOffset(2026, 2, 16, 10, 0, 0, TimeSpan.FromHours(-6));

        (await page.AccessEndedAsync()).ShouldBe("expired");
        (await mission.SendAsync(HttpMethod.Get, "/sessions/opening/roster", null, credential: $"h.{code}")).ShouldBeProblem(401, "no-credentials", "Who is this?");
        ((string?)made.Body["link"]!["createdBy"]).ShouldBe("administrator");
    }

    [Fact]
    public async Task A_link_that_is_withdrawn_ends_its_page()
    {
        var mission = await installation.SmallMissionAsync();
        var made = await mission.PostAsync("/links", """{"session":"opening","name":"Ana Ruiz","expiresAt":"2026-02-16T12:00:00-06:00"}""");
        await using var page = await LiveClient.ConnectAsync(installation, $"h.{made.Body["code"]}");

        (await mission.PostAsync($"/links/{made.Body["link"]!["id"]}/revocation", """{"reason":"Sent to the wrong person"}""")).Status.ShouldBe(HttpStatusCode.OK);

        (await page.AccessEndedAsync()).ShouldBe("revoked");
    }

    private static bool HasScan(JsonNode change) => change["scans"] is JsonArray { Count: > 0 };
}
