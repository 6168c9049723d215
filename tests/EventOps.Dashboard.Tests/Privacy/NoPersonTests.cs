using System.Collections.Concurrent;
using System.Data.Common;
using EventOps.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EventOps.Dashboard.Tests.Privacy;

/// <summary>Who people are is in the catalogue alone: not in a log line, and not in any other table.</summary>
public sealed class NoPersonTests
{
    private static readonly string[] Words = ["Élodie", "Bélanger", "Díaz", "Boréal", "Speaks at ten", "Ruiz", "four words are enough", "wrong password that was typed"];
    private static readonly string[] Catalogue = ["delegate", "organisation", "session"];

    [Fact]
    public async Task Of_a_morning_with_people_neither_the_log_nor_any_table_but_the_catalogue_has_a_name_a_password_or_a_secret()
    {
        var log = new AllLog();
        await using var dashboard = await FreshDashboard.StartAsync(time: new SetClock(), log: log);
        var administrator = await dashboard.AdministratorAsync();
        await administrator.PutAsync("/api/missions/m", """{"name":"M"}""");
        await ImportAsync(dashboard, administrator);
        var made = await administrator.PostAsync("/api/missions/m/devices", """{"name":"Door 3","role":"supervisor","findsPeople":true,"doors":null}""");
        var device = dashboard.Visitor();
        await device.PostAsync("/api/access/pairing", $$"""{"code":"{{made.Body["code"]}}"}""");

        await ScanAsync(new Scan("CODE-ELODIE", Doors.Opening), "admitted");
        await ScanAsync(new Scan(null, Doors.Opening) { Person = "ana" }, "admitted");
        await ScanAsync(new Scan("CODE-ELODIE", Doors.Opening), "refused already-inside");
        await ScanAsync(new Scan("CODE-ANA", Doors.Board), "refused not-invited");
        await ScanAsync(new Scan("CODE-JOHN", Doors.Opening) { At = "2001-01-01T00:00:00Z" }, "admitted");
        await device.PostAsync("/api/missions/m/scans", """{"scanId":"Élodie"}""");
        await device.GetAsync("/api/missions/m/delegates?search=B%C3%A9langer");
        await device.GetAsync("/api/missions/m/sessions/opening/roster");
        await administrator.GetAsync("/api/missions/m/delegates/elodie/export");
        await administrator.PostAsync("/api/missions/m/badges/elodie/reissue", """{"reason":"Lost"}""");
        await dashboard.Visitor().SignInAsync("Bélanger", "wrong password that was typed");
        await dashboard.Visitor().SignInAsync("First", "wrong password that was typed");

        log.Lines.ShouldNotBeEmpty();
        ShouldNotHave(string.Join('\n', log.Lines), [.. Words, "CODE-", "a long password", administrator.Cookie!.Split('.')[2], device.Cookie!.Split('.')[2], (string)made.Body["code"]!]);
        foreach (var (table, text) in await DumpAsync(dashboard))
            ShouldNotHave(text, [.. Words, "a long password", administrator.Cookie!.Split('.')[2], device.Cookie!.Split('.')[2], (string)made.Body["code"]!], table);

        async Task ScanAsync(Scan scan, string outcome) => (await device.PostAsync("/api/missions/m/scans", scan.Json())).ShouldSay(outcome);
    }

    private static void ShouldNotHave(string text, string[] words, string where = "the log")
    {
        foreach (var word in words)
            text.Contains(word, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{where} has {word}");
    }

    private static async Task ImportAsync(FreshDashboard dashboard, Visitor administrator)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, text) in SmallMission.Files)
            form.Add(new StringContent(text), "files", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/missions/m/imports") { Content = form };
        request.Headers.Authorization = new("Bearer", administrator.Cookie);
        (await Answer.OfAsync(await dashboard.Http.SendAsync(request))).Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Every table that is not the catalogue's, with all that is in it.</summary>
    private static async Task<IReadOnlyList<(string Table, string Text)>> DumpAsync(FreshDashboard dashboard)
    {
        await using var connection = await dashboard.Services.GetRequiredService<EventOpsDatabase>().Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var tables = await ReadAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table'");
        tables.ShouldContain("journal");
        tables.ShouldContain("audit");
        tables.ShouldContain("access");
        var dump = new List<(string, string)>();
        foreach (var table in tables.Except(Catalogue))
            dump.Add((table, string.Join('\n', await ReadAsync(connection, $"SELECT * FROM {table}"))));
        dump.Single(one => one.Item1 == "journal").Item2.ShouldContain("elodie");
        return dump;
    }

    private static async Task<List<string>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(column).ToString())));
        return rows;
    }

    private sealed class AllLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
