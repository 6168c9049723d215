namespace EventOps.Storage.Tests;

public sealed class AccessTableOnSqliteTests() : AccessTableTests(new OnSqlite());

public sealed class AccessTableOnPostgreSqlTests() : AccessTableTests(new OnPostgreSql());

/// <summary>Documents of who may do what, and the trail that is written with them.</summary>
public abstract class AccessTableTests(IStorageUnderTest storage) : StorageTest(storage)
{
    private AccessTable Table => new(Storage.Database);

    private AuditLog Log => new(Storage.Database);

    [Fact]
    public async Task What_changed_after_a_version_is_read_in_the_order_of_the_changes()
    {
        var first = await SaveAsync(Row("account", "ana", "1"));
        var second = await SaveAsync(Row("device", "gate", "2"), Row("account", "bo", "3"));
        var third = await SaveAsync(Row("account", "ana", "4", first));

        (first, second, third).ShouldBe((1L, 2L, 3L));
        (await Table.ChangesAsync(0, Cancelled)).OrderBy(row => row.Version).ThenBy(row => row.Id, StringComparer.Ordinal).ShouldBe(
            [Row("account", "bo", "3", 2), Row("device", "gate", "2", 2), Row("account", "ana", "4", 3)]);
        (await Table.ChangesAsync(0, Cancelled)).Select(row => row.Version).ShouldBe([2L, 2L, 3L]);
        (await Table.ChangesAsync(second, Cancelled)).ShouldBe([Row("account", "ana", "4", 3)]);
        (await Table.ChangesAsync(third, Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_those_who_read_the_same_the_second_to_write_is_told_so_and_nothing_of_theirs_is_written()
    {
        var version = await SaveAsync(Row("account", "ana", "first"));
        await SaveAsync(Row("account", "ana", "second", version));

        (await Table.SaveAsync([Row("device", "new", "x"), Row("account", "ana", "third", version)], [], Cancelled).ShouldThrowAsync<AccessConflictException>())
            .Message.ShouldBe("The account 'ana' was changed by somebody else since it was read.");

        (await Table.ChangesAsync(0, Cancelled)).ShouldBe([Row("account", "ana", "second", 2)]);
    }

    [Fact]
    public async Task Two_who_make_the_same_document_do_not_both_make_it()
    {
        await SaveAsync(Row("account", "ana", "first"));

        await Table.SaveAsync([Row("account", "ana", "second")], [], Cancelled).ShouldThrowAsync<AccessConflictException>();

        (await Table.ChangesAsync(0, Cancelled)).ShouldBe([Row("account", "ana", "first", 1)]);
    }

    [Fact]
    public async Task A_change_and_its_line_are_written_together_and_a_refused_change_leaves_no_line()
    {
        var version = await SaveAsync(Row("account", "ana", "first"));

        await Table.SaveAsync([Row("account", "ana", "second", version)], [Line("changed")], Cancelled);
        await Table.SaveAsync([Row("account", "ana", "third", version)], [Line("refused")], Cancelled).ShouldThrowAsync<AccessConflictException>();

        (await Log.ReadAsync(new AuditFilter(), 10, Cancelled)).Select(line => line.What).ShouldBe(["changed"]);
    }

    [Fact]
    public async Task A_version_that_can_be_seen_has_all_before_it_however_many_write_at_once()
    {
        var another = new AccessTable((await OpenAsync()).Database);
        var writing = Task.WhenAll(Enumerable.Range(0, 60).Select(number => (number % 2 == 0 ? Table : another).SaveAsync([Row("device", $"d-{number}", "")], [], Cancelled)));
        var (seen, last) = (new List<long>(), 0L);

        bool ended;
        do
        {
            ended = writing.IsCompleted;
            foreach (var row in await Table.ChangesAsync(last, Cancelled))
                seen.Add(last = row.Version);
        }
        while (!ended);

        (await writing).Order().ShouldBe(Enumerable.Range(1, 60).Select(number => (long)number));
        seen.ShouldBe(Enumerable.Range(1, 60).Select(number => (long)number));
    }

    [Fact]
    public async Task What_is_over_is_taken_away_unless_it_was_changed_meanwhile()
    {
        var version = await SaveAsync(Row("sign-in", "one", "x"), Row("sign-in", "two", "x"));
        await SaveAsync(Row("sign-in", "two", "y", version));

        await Table.RemoveAsync([Row("sign-in", "one", "", version), Row("sign-in", "two", "", version), Row("sign-in", "three", "", version)], Cancelled);

        (await Table.ChangesAsync(0, Cancelled)).ShouldBe([Row("sign-in", "two", "y", 2)]);
    }

    private static AccessRow Row(string kind, string id, string body, long version = 0) => new(kind, id, body, version);

    private static AuditEntry Line(string what) => new(Noon, "", "account", "ana", "account", "127.0.0.1", what);

    private Task<long> SaveAsync(params AccessRow[] rows) => Table.SaveAsync(rows, [], Cancelled);
}
