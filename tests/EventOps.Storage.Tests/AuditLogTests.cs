namespace EventOps.Storage.Tests;

public sealed class AuditLogOnSqliteTests() : AuditLogTests(new OnSqlite());

public sealed class AuditLogOnPostgreSqlTests() : AuditLogTests(new OnPostgreSql());

/// <summary>The audit trail: what is asked of it is found, and what is in it stays.</summary>
public abstract class AuditLogTests(IStorageUnderTest storage) : StorageTest(storage)
{
    private AuditLog Log => new(Storage.Database);

    [Fact]
    public async Task A_line_is_read_back_as_it_was_written()
    {
        var line = new AuditEntry(
            Noon.AddTicks(1_234_560), "mission", "device", "ana", "account", "2001:db8::7", "« Écran » 'scoped'; DROP TABLE audit; --", """{"name":"Tür"}""", """{"name":"门"}""", "device 1");

        await Log.AddAsync(line, Cancelled);

        (await ReadAsync(new AuditFilter())).ShouldBe([line with { Reference = null, Id = 1 }]);
    }

    [Fact]
    public async Task Each_filter_leaves_what_it_says_and_they_are_met_together()
    {
        await AddAsync("one", at: 0, kind: "sign-in", who: "ana");
        await AddAsync("two", at: 1, kind: "device", who: "ana", mission: "a");
        await AddAsync("three", at: 2, kind: "device", who: "bo", mission: "a");
        await AddAsync("four", at: 3, kind: "device", who: "ana", mission: "b");

        (await WhatAsync(new AuditFilter())).ShouldBe(["four", "three", "two", "one"]);
        (await WhatAsync(new AuditFilter(Mission: "a"))).ShouldBe(["three", "two"]);
        (await WhatAsync(new AuditFilter(Mission: "A"))).ShouldBeEmpty();
        (await WhatAsync(new AuditFilter(Kind: "sign-in"))).ShouldBe(["one"]);
        (await WhatAsync(new AuditFilter(Who: "ana"))).ShouldBe(["four", "two", "one"]);
        (await WhatAsync(new AuditFilter(From: Noon.AddMinutes(1)))).ShouldBe(["four", "three", "two"]);
        (await WhatAsync(new AuditFilter(To: Noon.AddMinutes(1)))).ShouldBe(["one"]);
        (await WhatAsync(new AuditFilter(From: Noon.AddMinutes(1).ToOffset(TimeSpan.FromHours(-6)), To: Noon.AddMinutes(3)))).ShouldBe(["three", "two"]);
        (await WhatAsync(new AuditFilter("a", "device", "ana", Noon, Noon.AddHours(1)))).ShouldBe(["two"]);
    }

    [Fact]
    public async Task It_is_read_page_by_page_and_what_comes_meanwhile_moves_nothing()
    {
        for (var number = 1; number <= 5; number++)
            await AddAsync($"{number}");

        var first = await Log.ReadAsync(new AuditFilter(), 2, Cancelled);
        await AddAsync("6");
        var second = await Log.ReadAsync(new AuditFilter(Before: first[^1].Id), 2, Cancelled);
        var third = await Log.ReadAsync(new AuditFilter(Before: second[^1].Id), 2, Cancelled);

        first.Concat(second).Concat(third).Select(line => line.What).ShouldBe(["5", "4", "3", "2", "1"]);
    }

    [Fact]
    public async Task What_stands_for_the_same_is_written_once_and_lines_without_a_reference_always()
    {
        await AddAsync("first", reference: "override m 1");
        await AddAsync("again", reference: "override m 1");
        await AddAsync("another", reference: "override m 2");
        await AddAsync("none");
        await AddAsync("none");

        (await WhatAsync(new AuditFilter())).ShouldBe(["none", "none", "another", "first"]);
    }

    [Theory]
    [InlineData("UPDATE audit SET who = 'somebody else'")]
    [InlineData("UPDATE audit SET what = 'nothing' WHERE id = 1")]
    [InlineData("DELETE FROM audit")]
    [InlineData("DELETE FROM audit WHERE id = 1")]
    public async Task The_database_itself_refuses_to_change_or_take_away_a_line(string sql)
    {
        await AddAsync("what was done");
        var before = await ReadAsync(new AuditFilter());

        var refused = await Should.ThrowAsync<Exception>(() => Storage.Database.WriteAsync(connection => connection.ExecuteAsync(sql, Cancelled), Cancelled));

        refused.ToString().ShouldContain("the audit trail is only added to");
        (await ReadAsync(new AuditFilter())).ShouldBe(before);
    }

    private Task AddAsync(string what, int at = 0, string mission = "", string kind = "badge", string who = "ana", string? reference = null) =>
        Log.AddAsync(new AuditEntry(Noon.AddMinutes(at), mission, kind, who, "account", "127.0.0.1", what, Reference: reference), Cancelled);

    private Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditFilter filter) => Log.ReadAsync(filter, 100, Cancelled);

    private async Task<IEnumerable<string>> WhatAsync(AuditFilter filter) => (await ReadAsync(filter)).Select(line => line.What);
}
