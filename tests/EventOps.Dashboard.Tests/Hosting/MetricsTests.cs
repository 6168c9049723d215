namespace EventOps.Dashboard.Tests.Hosting;

/// <summary>What /metrics says. The instruments are the process's, so tests look at what was added.</summary>
public abstract class MetricsTests(Installation installation)
{
    [Fact]
    public async Task Scans_are_counted_by_outcome_and_reason_and_measured_to_their_commit()
    {
        var mission = await installation.SmallMissionAsync();
        var before = await PageAsync();
        await mission.AdmitAsync("CODE-ANA", Doors.Opening);
        await mission.AdmitAsync("CODE-BO", Doors.Opening);
        (await mission.ScanAsync(new Scan("CODE-ANA", Doors.Opening))).ShouldSay("refused already-inside");
        (await mission.ScanAsync(new Scan("NOBODY", Doors.Opening))).ShouldSay("refused unknown-badge");
        (await mission.ScanAsync(new Scan("CODE-BO", Doors.Opening) { Direction = "exit" })).ShouldSay("exited");

        var after = await PageAsync();

        Added("eventops_scans_total", ("outcome", "admitted"), ("reason", "")).ShouldBe(2);
        Added("eventops_scans_total", ("outcome", "refused"), ("reason", "already-inside")).ShouldBe(1);
        Added("eventops_scans_total", ("outcome", "refused"), ("reason", "unknown-badge")).ShouldBe(1);
        Added("eventops_scans_total", ("outcome", "exited"), ("reason", "")).ShouldBe(1);
        Counted("eventops_scan_duration_seconds").ShouldBe(5);
        Counted("eventops_journal_commit_duration_seconds").ShouldBe(5);
        Counted("eventops_journal_batch").ShouldBe(5);
        Counted("eventops_read_batch").ShouldBeGreaterThanOrEqualTo(3);
        after["eventops_journal_waiting"].Sum().ShouldBe(0);
        after["http_server_request_duration_seconds"].Samples.Select(sample => sample.Labels["http_route"]).ShouldContain("/api/missions/{mission}/scans/");

        double Added(string family, params (string, string)[] labels) => after[family].Sum(labels) - (before.GetValueOrDefault(family)?.Sum(labels) ?? 0);

        double Counted(string family) => Count(after, family) - Count(before, family);
    }

    [Fact]
    public async Task No_label_names_a_person_a_badge_a_device_or_a_place()
    {
        var mission = await installation.SmallMissionAsync();
        await mission.AdmitAsync("CODE-ANA", Doors.Opening);
        await mission.GetAsync("/delegates?search=diaz");
        await mission.GetAsync("/delegates/ana");

        var page = await PageAsync();

        var values = page.Values.SelectMany(family => family.Samples).SelectMany(sample => sample.Labels.Values).Distinct().ToList();
        values.ShouldNotContain("ana");
        foreach (var word in (string[])["diaz", "CODE-", "gate-", "op-1", "centre", "opening", mission.Id, "Host="])
            values.Where(value => value.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(word);
        page.Values.Where(family => family.Name.StartsWith("eventops_", StringComparison.Ordinal)).SelectMany(family => family.Samples).SelectMany(sample => sample.Labels.Keys)
            .Distinct().ShouldBe(["le", "outcome", "reason"], ignoreOrder: true);
    }

    [Fact]
    public async Task Pages_that_watch_are_counted_while_they_do()
    {
        var before = (await PageAsync()).GetValueOrDefault("signalr_server_active_connections")?.Sum() ?? 0;

        await using (await LiveClient.ConnectAsync(installation))
            (await PageAsync())["signalr_server_active_connections"].Sum().ShouldBe(before + 1);
    }

    private static double Count(IReadOnlyDictionary<string, Family> page, string family) =>
        page.GetValueOrDefault(family)?.Samples.Where(sample => sample.Name == $"{family}_count").Sum(sample => sample.Value) ?? 0;

    private async Task<IReadOnlyDictionary<string, Family>> PageAsync()
    {
        using var response = await installation.Http.GetAsync("/metrics");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        return ExpositionPage.Read(await response.Content.ReadAsStringAsync());
    }

    public sealed class OnSqlite(SqliteInstallation installation) : MetricsTests(installation), IClassFixture<SqliteInstallation>;

    public sealed class OnPostgreSql(PostgreSqlInstallation installation) : MetricsTests(installation), IClassFixture<PostgreSqlInstallation>;
}
