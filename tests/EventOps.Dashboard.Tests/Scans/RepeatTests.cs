namespace EventOps.Dashboard.Tests.Scans;

/// <summary>Idempotent first: a scan id stands for one scan and has one answer.</summary>
public abstract class RepeatTests(Installation installation)
{
    private const string Reused = "This scan id stands for another scan";

    [Fact]
    public async Task A_repeat_returns_the_first_answer_whatever_has_changed_since()
    {
        var mission = await installation.SmallMissionAsync();
        var scan = new Scan("CODE-ANA", Doors.Opening) { SentAt = "2026-02-16T09:00:01-06:00" };
        var first = await mission.ScanAsync(scan);
        first.ShouldSay("admitted");
        await mission.ScanAsync(new Scan("CODE-ANA", Doors.Opening) { Direction = "exit" });
        await mission.AdmitAsync("CODE-BO", Doors.Opening);
        installation.Clock.Now = SetClock.Nine.AddHours(3);

        var again = await mission.ScanAsync(scan with { SentAt = "2026-02-16T12:00:00-06:00" }, device: "gate-2");

        again.Text.ShouldBe(first.Text);
        (await mission.GetAsync($"/scans/{scan.Id}")).Text.ShouldBe(first.Text);
    }

    [Fact]
    public async Task A_repeat_after_a_restart_returns_the_first_answer_admitted_exited_refused_or_nobodys()
    {
        var mission = await installation.SmallMissionAsync();
        Scan[] scans =
        [
            new("CODE-ANA", Doors.Opening),
            new("CODE-ANA", Doors.HallA) { Override = "The host asked" },
            new("CODE-ANA", Doors.HallA) { Direction = "exit" },
            new("CODE-JOHN", Doors.Board),
            new("NEVER-ISSUED", Doors.Opening),
            new(null, Doors.AnnexHall) { Person = "ana" },
        ];
        var first = new List<string>();
        foreach (var scan in scans)
            first.Add((await mission.ScanAsync(scan)).Text);
        var annulment = Guid.CreateVersion7();
        var annulled = await mission.AnnulAsync(scans[5].Id, annulment: annulment);
        annulled.ShouldSay("annulled");

        await installation.RestartAsync();

        for (var index = 0; index < scans.Length; index++)
            (await mission.ScanAsync(scans[index])).Text.ShouldBe(first[index]);
        (await mission.AnnulAsync(scans[5].Id, annulment: annulment)).Text.ShouldBe(annulled.Text);
        (await mission.GetAsync("/venues/centre")).ShouldHave("occupancy", """{"present":1,"legal":6}""").ShouldHave("foyer", "1");
        (await mission.GetAsync("/venues/annex")).ShouldHave("occupancy", """{"present":0,"legal":50}""");
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_a_conflict_whatever_differs_and_changes_nothing()
    {
        var mission = await installation.SmallMissionAsync();
        var scan = new Scan("CODE-ANA", Doors.Opening);
        var first = await mission.ScanAsync(scan);

        foreach (var other in new[]
        {
            scan with { Code = "CODE-BO" },
            scan with { Code = "NEVER-ISSUED" },
            scan with { Code = null, Person = "ana" },
            scan with { Door = Doors.HallB },
            scan with { Direction = "exit" },
            scan with { At = "2026-02-16T09:00:01-06:00" },
            scan with { Override = "The host asked" },
        })
        {
            (await mission.ScanAsync(other)).ShouldBeProblem(409, "scan-id-reused", Reused);
        }

        (await mission.ScanAsync(scan)).Text.ShouldBe(first.Text);
        (await mission.GetAsync("/venues/centre")).ShouldHave("occupancy", """{"present":1,"legal":6}""").ShouldHave("version", "1");
    }

    [Fact]
    public async Task An_id_that_stands_for_a_scan_elsewhere_takes_nobody_out_of_where_they_are()
    {
        var mission = await installation.SmallMissionAsync();
        var scan = new Scan("CODE-ANA", Doors.AnnexHall);
        await mission.ScanAsync(scan);
        await mission.AdmitAsync("CODE-BO", Doors.HallA);

        (await mission.ScanAsync(scan with { Code = "CODE-BO" })).ShouldBeProblem(409, "scan-id-reused", Reused);

        (await mission.GetAsync("/delegates/bo")).ShouldHave("whereabouts", """{"venue":"centre","room":"hall-a","since":"2026-02-16T15:00:00+00:00"}""");
    }

    [Fact]
    public async Task An_id_that_another_mission_has_used_is_a_conflict_and_tells_nothing_of_that_mission()
    {
        var mission = await installation.SmallMissionAsync();
        var other = await installation.SmallMissionAsync();
        var scan = new Scan("CODE-ANA", Doors.Opening);
        (await other.ScanAsync(scan)).ShouldSay("admitted");

        (await mission.ScanAsync(scan)).ShouldBeProblem(409, "scan-id-reused", Reused);

        (await mission.GetAsync($"/scans/{scan.Id}")).ShouldBeProblem(404, "not-found", "Not found");
    }

    [Fact]
    public async Task A_code_that_is_issued_after_it_was_refused_keeps_the_refusal_for_that_scan_and_is_good_for_the_next()
    {
        var mission = await installation.SmallMissionAsync();
        var scan = new Scan("CODE-LATE", Doors.Opening);
        (await mission.ScanAsync(scan)).ShouldSay("refused unknown-badge");
        await mission.ImportAsync([("delegates.csv", "id,name,badge\nlate,Late Comer,CODE-LATE\n")]);

        (await mission.ScanAsync(scan)).ShouldSay("refused unknown-badge");
        ((string?)(await mission.AdmitAsync("CODE-LATE", Doors.Opening)).Body["delegate"]!["name"]).ShouldBe("Late Comer");
    }

    [Fact]
    public async Task Many_repeats_at_once_are_one_scan()
    {
        var mission = await installation.SmallMissionAsync();
        var known = new Scan("CODE-ANA", Doors.Opening);
        var unknown = new Scan("NEVER-ISSUED", Doors.Opening);

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).SelectMany(_ => new[] { mission.ScanAsync(known), mission.ScanAsync(unknown) }));

        answers.Where(answer => answer.Outcome == "admitted").Select(answer => answer.Text).Distinct().Count().ShouldBe(1);
        answers.Count(answer => answer.Outcome == "admitted").ShouldBe(32);
        (await mission.GetAsync("/venues/centre")).ShouldHave("occupancy", """{"present":1,"legal":6}""").ShouldHave("version", "2");
    }

    public sealed class OnSqlite(SqliteInstallation installation) : RepeatTests(installation), IClassFixture<SqliteInstallation>;

    public sealed class OnPostgreSql(PostgreSqlInstallation installation) : RepeatTests(installation), IClassFixture<PostgreSqlInstallation>;
}
