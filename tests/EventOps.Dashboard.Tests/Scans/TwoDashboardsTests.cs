namespace EventOps.Dashboard.Tests.Scans;

/// <summary>Two dashboards that each run all grains, over one database: a mistake, which has to stay harmless.</summary>
public sealed class TwoDashboardsTests(PostgreSqlInstallation installation) : IClassFixture<PostgreSqlInstallation>
{
    private const int Tries = 5;

    [Fact]
    public async Task Whom_the_other_has_scanned_is_in_one_place_and_a_scan_has_one_answer()
    {
        var here = await installation.SmallMissionAsync();
        await using var another = await installation.StartAnotherAsync();
        var there = new MissionClient(another, here.Id);
        await here.AdmitAsync("CODE-TOM", Doors.AnnexHall);
        await there.AdmitAsync("CODE-UMA", Doors.NorthHall);

        // To the other dashboard both are people whom nobody has scanned.
        var ana = new Scan("CODE-ANA", Doors.HallA);
        var admitted = (await here.ScanAsync(ana)).ShouldSay("admitted");
        await here.AdmitAsync("CODE-BO", Doors.HallA);

        (await DecidedAsync(there, ana)).Text.ShouldBe(admitted.Text);
        (await DecidedAsync(there, new Scan("CODE-BO", Doors.NorthHall))).ShouldSay("admitted");
        (await DecidedAsync(there, ana)).Text.ShouldBe(admitted.Text);

        await installation.RestartAsync();
        (await here.GetAsync("/venues/centre")).ShouldHave("occupancy", """{"present":1,"legal":6}""");
        (await here.GetAsync("/venues/annex")).ShouldHave("occupancy", """{"present":1,"legal":50}""");
        (await here.GetAsync("/venues/north")).ShouldHave("occupancy", """{"present":2,"legal":50}""");
    }

    /// <summary>Sends a scan again while no decision could be made durable, as a device does.</summary>
    private static async Task<Answer> DecidedAsync(MissionClient mission, Scan scan)
    {
        var answer = await mission.ScanAsync(scan);
        for (var tried = 1; tried < Tries && answer.Status == HttpStatusCode.ServiceUnavailable; tried++)
            answer = await mission.ScanAsync(scan);
        return answer;
    }
}
