namespace EventOps.Dashboard.Tests.Scans;

/// <summary>Undo is not exit: who may make a scan not have happened, until when, and what is so afterwards.</summary>
public abstract class AnnulmentTests(Installation installation)
{
    private const string Cannot = "This cannot be annulled";

    [Fact]
    public async Task An_annulled_admission_leaves_the_room_and_the_roster_as_if_it_had_not_been()
    {
        var mission = await installation.SmallMissionAsync();
        var scan = new Scan("CODE-ANA", Doors.Workshop);
        await mission.ScanAsync(scan);
        installation.Clock.Now = SetClock.Nine.AddMinutes(15);

        var answer = await mission.AnnulAsync(scan.Id);

        answer.ShouldSay("annulled").ShouldHave("occupancy", """{"present":0,"comfort":5,"legal":6}""").ShouldHave("marks", "[]");
        ((string?)answer.Body["text"]).ShouldBe("Undone. The scan does not count.");
        (await mission.GetAsync("/sessions/workshop")).Body["summary"]!["arrived"].ShouldBeJson("0");
        (await mission.GetAsync("/venues/centre/inside")).Body.ShouldBeJson("[]");
        await mission.AdmitAsync("CODE-ANA", Doors.Workshop);
    }

    [Fact]
    public async Task An_annulled_move_puts_the_person_back_where_they_were_also_in_another_venue()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ANA", Doors.HallA);
        var move = new Scan("CODE-ANA", Doors.AnnexHall);
        await mission.ScanAsync(move);

        (await mission.AnnulAsync(move.Id)).ShouldSay("annulled");

        (await mission.GetAsync("/venues/annex")).ShouldHave("occupancy", """{"present":0,"legal":50}""");
        (await mission.GetAsync("/venues/centre")).ShouldHave("occupancy", """{"present":1,"legal":6}""");
        (await mission.GetAsync("/delegates/ana")).ShouldHave("whereabouts", """{"venue":"centre","room":"hall-a","since":"2026-02-16T15:00:00+00:00"}""");
    }

    [Fact]
    public async Task An_annulled_exit_brings_the_person_back_unless_the_place_has_filled()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ANA", Doors.HallA);
        await mission.AdmitAsync("CODE-BO", Doors.HallA);
        var exit = new Scan("CODE-ANA", Doors.HallA) { Direction = "exit" };
        await mission.ScanAsync(exit);
        foreach (var code in new[] { "CODE-TOM", "CODE-UMA", "CODE-VIC" })
            await mission.AdmitAsync(code, Doors.HallA, because: "The host asked");

        (await mission.AnnulAsync(exit.Id)).ShouldSay("annulled").ShouldHave("marks", """["not-restored"]""");

        (await mission.GetAsync("/venues/centre")).ShouldHave("occupancy", """{"present":5,"legal":6}""").ShouldHave("foyer", "1");
    }

    [Fact]
    public async Task The_device_that_scanned_may_annul_for_fifteen_minutes_and_a_supervisor_always()
    {
        var mission = await installation.SmallMissionAsync();
        var scan = new Scan("CODE-ANA", Doors.Opening);
        await mission.ScanAsync(scan);

        var other = await mission.AnnulAsync(scan.Id, device: "gate-2");
        other.ShouldBeProblem(409, "cannot-annul", Cannot);
        ((string?)other.Body["detail"]).ShouldBe("Another device made this scan; a supervisor can annul it.");

        installation.Clock.Now = SetClock.Nine.AddMinutes(15).AddSeconds(1);
        var late = await mission.AnnulAsync(scan.Id);
        late.ShouldBeProblem(409, "cannot-annul", Cannot);
        ((string?)late.Body["detail"]).ShouldBe("This scan is more than 15 minutes old; a supervisor can annul it.");

        (await mission.AnnulAsync(scan.Id, device: "desk", role: EventOps.Domain.Access.Role.Supervisor)).ShouldSay("annulled");
    }

    [Fact]
    public async Task A_scan_is_annulled_once_and_a_repeat_of_the_annulment_gives_the_same_answer()
    {
        var mission = await installation.SmallMissionAsync();
        var scan = new Scan("CODE-ANA", Doors.Opening);
        await mission.ScanAsync(scan);
        var annulment = Guid.CreateVersion7();
        var first = await mission.AnnulAsync(scan.Id, annulment: annulment);

        (await mission.AnnulAsync(scan.Id, annulment: annulment)).Text.ShouldBe(first.Text);
        (await mission.AnnulAsync(scan.Id, reason: "Another reason", annulment: annulment)).ShouldBeProblem(409, "scan-id-reused", "This scan id stands for another scan");
        var twice = await mission.AnnulAsync(scan.Id);
        twice.ShouldBeProblem(409, "cannot-annul", Cannot);
        ((string?)twice.Body["detail"]).ShouldBe("This scan has been annulled already.");
    }

    [Fact]
    public async Task A_refusal_and_a_scan_of_nobody_cannot_be_annulled_and_an_unknown_scan_is_not_found()
    {
        var mission = await installation.SmallMissionAsync();
        var refused = new Scan("CODE-JOHN", Doors.Board);
        var nobody = new Scan("NEVER-ISSUED", Doors.Board);
        await mission.ScanAsync(refused);
        await mission.ScanAsync(nobody);

        foreach (var scan in new[] { refused.Id, nobody.Id })
        {
            var answer = await mission.AnnulAsync(scan);
            answer.ShouldBeProblem(409, "cannot-annul", Cannot);
            ((string?)answer.Body["detail"]).ShouldBe("Only an admission or an exit can be annulled; this scan changed nothing.");
        }

        (await mission.AnnulAsync(Guid.CreateVersion7())).ShouldBeProblem(404, "not-found", "Not found");
    }

    [Fact]
    public async Task An_annulments_id_that_stands_for_something_else_is_a_conflict()
    {
        var mission = await installation.SmallMissionAsync();
        var ana = new Scan("CODE-ANA", Doors.Opening);
        var bo = new Scan("CODE-BO", Doors.Opening);
        await mission.ScanAsync(ana);
        await mission.ScanAsync(bo);

        (await mission.AnnulAsync(ana.Id, annulment: ana.Id)).ShouldBeProblem(409, "scan-id-reused", "This scan id stands for another scan");
        (await mission.AnnulAsync(ana.Id, annulment: bo.Id)).ShouldBeProblem(409, "scan-id-reused", "This scan id stands for another scan");
        (await mission.GetAsync("/venues/centre")).ShouldHave("occupancy", """{"present":2,"legal":6}""");
    }

    [Fact]
    public async Task An_annulment_needs_credentials_a_uuid_and_a_reason()
    {
        var mission = await installation.SmallMissionAsync();
        var scan = new Scan("CODE-ANA", Doors.Opening);
        await mission.ScanAsync(scan);

        (await mission.SendAsync(HttpMethod.Post, $"/scans/{scan.Id}/annulment", "{}", credential: "")).ShouldBeProblem(401, "no-credentials", "Who is this?");
        (await mission.SendAsync(HttpMethod.Post, $"/scans/{scan.Id}/annulment", "{}", "gate-1", "op-1")).ShouldBeMalformed(
            ("annulmentId", "expected a UUID such as 0198c0de-7a10-7c3e-9d5f-3b8f0a1c2d4e, made by the device and used for this alone"),
            ("reason", "expected a text of 1 to 500 characters without line breaks"));
    }

    public sealed class OnSqlite(SqliteInstallation installation) : AnnulmentTests(installation), IClassFixture<SqliteInstallation>;

    public sealed class OnPostgreSql(PostgreSqlInstallation installation) : AnnulmentTests(installation), IClassFixture<PostgreSqlInstallation>;
}
