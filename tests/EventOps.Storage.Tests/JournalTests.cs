namespace EventOps.Storage.Tests;

public sealed class JournalOnSqliteTests() : JournalTests(new OnSqlite());

public sealed class JournalOnPostgreSqlTests() : JournalTests(new OnPostgreSql());

public abstract class JournalTests(IStorageUnderTest storage) : StorageTest(storage)
{
    [Fact]
    public async Task Entries_come_back_as_they_were_and_in_order_after_a_restart()
    {
        var stream = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        var entries = Enumerable.Range(1, 50).Select(version => Entries.Admission(Venue, version, $"D-{version}")).Append(Entries.Full(Venue, 51)).ToList();
        await Task.WhenAll(entries.Select(stream.AppendAsync));
        await Storage.DisposeAsync();

        var restarted = await OpenAsync();
        var reopened = await restarted.Journal.OpenAsync(Mission, Venue, 0, Cancelled);

        AsText(reopened.Entries).ShouldBe(AsText(entries));
    }

    [Fact]
    public async Task A_stream_opens_after_a_version_and_goes_on_from_its_end()
    {
        var stream = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        for (var version = 1; version <= 5; version++)
            await stream.AppendAsync(Entries.Admission(Venue, version, $"D-{version}"));

        var reopened = await Storage.Journal.OpenAsync(Mission, Venue, 3, Cancelled);
        reopened.Entries.Select(entry => entry.Version).ShouldBe([4L, 5L]);
        await reopened.AppendAsync(Entries.Admission(Venue, 6, "D-6"));

        var atTheEnd = await Storage.Journal.OpenAsync(Mission, Venue, 6, Cancelled);
        atTheEnd.Entries.ShouldBeEmpty();
        await atTheEnd.AppendAsync(Entries.Admission(Venue, 7, "D-7"));
        (await VersionsAsync(Venue)).ShouldBe([1L, 2L, 3L, 4L, 5L, 6L, 7L]);
    }

    [Fact]
    public async Task A_limit_bounds_how_much_of_a_stream_is_read()
    {
        var stream = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        for (var version = 1; version <= 5; version++)
            await stream.AppendAsync(Entries.Admission(Venue, version, $"D-{version}"));

        var page = await Storage.Journal.ReadStreamAsync(Mission, Venue, 1, 2, Cancelled);

        page.Select(entry => entry.Version).ShouldBe([2L, 3L]);
    }

    [Fact]
    public async Task An_entry_of_another_stream_or_version_or_without_a_sequence_is_a_mistake_of_the_caller()
    {
        var stream = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);

        Should.Throw<ArgumentException>(() => stream.AppendAsync(Entries.Admission(OtherVenue, 1)));
        Should.Throw<ArgumentException>(() => stream.AppendAsync(Entries.Admission(Venue, 2)));
        Should.Throw<ArgumentException>(() => stream.AppendAsync(Entries.Admission(Venue, 1, "D-1", sequence: 0)));
        await stream.AppendAsync(Entries.Admission(Venue, 1, "D-1"));
    }

    [Fact]
    public async Task A_second_entry_with_a_scan_id_fails_and_names_the_first()
    {
        var stream = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        var first = Entries.Admission(Venue, 1, "D-1");
        await stream.AppendAsync(first);

        var again = stream.AppendAsync(Entries.Admission(Venue, 2, "D-2", scanId: first.ScanId));

        (await again.ShouldThrowAsync<DuplicateScanException>()).Existing.ShouldBe(first);
        (await VersionsAsync(Venue)).ShouldBe([1L]);
    }

    [Fact]
    public async Task A_handle_that_failed_takes_nothing_more_until_it_is_opened_again()
    {
        var stream = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        var first = Entries.Admission(Venue, 1, "D-1");
        await stream.AppendAsync(first);
        await stream.AppendAsync(Entries.Admission(Venue, 2, "D-2", scanId: first.ScanId)).ShouldThrowAsync<DuplicateScanException>();

        await stream.AppendAsync(Entries.Admission(Venue, 3, "D-3")).ShouldThrowAsync<StreamFaultedException>();

        var reopened = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        await reopened.AppendAsync(Entries.Admission(Venue, 2, "D-2"));
        (await VersionsAsync(Venue)).ShouldBe([1L, 2L]);
    }

    [Fact]
    public async Task Two_processes_that_write_one_stream_conflict_and_one_of_them_wins()
    {
        var other = await OpenAsync();
        var mine = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        var theirs = await other.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        await mine.AppendAsync(Entries.Admission(Venue, 1, "D-1"));

        await theirs.AppendAsync(Entries.Admission(Venue, 1, "D-2")).ShouldThrowAsync<VersionConflictException>();

        (await Storage.Journal.ReadStreamAsync(Mission, Venue, 0, 10, Cancelled)).Select(entry => entry.Delegate).ShouldBe([new DelegateId("D-1")]);
    }

    [Fact]
    public async Task Two_activations_of_a_delegate_conflict_at_two_venues()
    {
        var here = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        var there = await Storage.Journal.OpenAsync(Mission, OtherVenue, 0, Cancelled);
        await here.AppendAsync(Entries.Admission(Venue, 1, "D-1", sequence: 1));

        await there.AppendAsync(Entries.Admission(OtherVenue, 1, "D-1", sequence: 1)).ShouldThrowAsync<VersionConflictException>();

        (await VersionsAsync(OtherVenue)).ShouldBeEmpty();
    }

    [Fact]
    public async Task In_one_batch_only_the_guilty_stream_fails_and_nothing_behind_its_failed_entry_is_committed()
    {
        var guilty = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        var innocent = await Storage.Journal.OpenAsync(Mission, OtherVenue, 0, Cancelled);
        var first = Entries.Admission(Venue, 1, "D-1");
        await guilty.AppendAsync(first);
        var commits = Storage.Journal.Statistics.Commits;

        using var held = await HoldWriterAsync();
        var before = guilty.AppendAsync(Entries.Admission(Venue, 2, "D-2"));
        var failing = guilty.AppendAsync(Entries.Admission(Venue, 3, "D-3", scanId: first.ScanId));
        var behind = guilty.AppendAsync(Entries.Admission(Venue, 4, "D-4"));
        var others = Enumerable.Range(1, 3).Select(version => innocent.AppendAsync(Entries.Admission(OtherVenue, version, $"E-{version}"))).ToList();
        held.Release();

        await before;
        await failing.ShouldThrowAsync<DuplicateScanException>();
        await behind.ShouldThrowAsync<StreamFaultedException>();
        await Task.WhenAll(others);
        (await VersionsAsync(Venue)).ShouldBe([1L, 2L]);
        (await VersionsAsync(OtherVenue)).ShouldBe([1L, 2L, 3L]);
        Storage.Journal.Statistics.Commits.ShouldBe(commits + 1);
    }

    [Fact]
    public async Task Nothing_behind_a_failed_entry_is_committed_in_later_batches_either()
    {
        var bounded = await OpenAsync(options => options with { MaxEntriesPerCommit = 1 });
        var stream = await bounded.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        var other = await bounded.Journal.OpenAsync(Mission, OtherVenue, 0, Cancelled);
        var first = Entries.Admission(Venue, 1, "D-1");
        await stream.AppendAsync(first);

        using var held = await HoldWriterAsync(bounded);
        var failing = stream.AppendAsync(Entries.Admission(Venue, 2, "D-2", scanId: first.ScanId));
        var behind = stream.AppendAsync(Entries.Admission(Venue, 3, "D-3"));
        var innocent = other.AppendAsync(Entries.Admission(OtherVenue, 1, "D-4"));
        held.Release();

        await failing.ShouldThrowAsync<DuplicateScanException>();
        await behind.ShouldThrowAsync<StreamFaultedException>();
        await innocent;
        (await VersionsAsync(Venue)).ShouldBe([1L]);
    }

    [Fact]
    public async Task Of_two_entries_of_one_batch_with_the_same_scan_id_the_first_is_committed_and_told_to_the_second()
    {
        var here = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        var there = await Storage.Journal.OpenAsync(Mission, OtherVenue, 0, Cancelled);
        var entry = Entries.Admission(Venue, 1, "D-1");

        using var held = await HoldWriterAsync();
        var first = here.AppendAsync(entry);
        var second = there.AppendAsync(Entries.Admission(OtherVenue, 1, "D-2", scanId: entry.ScanId));
        var behind = there.AppendAsync(Entries.Admission(OtherVenue, 2, "D-3"));
        held.Release();

        await first;
        (await second.ShouldThrowAsync<DuplicateScanException>()).Existing.ShouldBe(entry);
        await behind.ShouldThrowAsync<StreamFaultedException>();
        (await VersionsAsync(OtherVenue)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_entries_of_one_batch_with_the_same_sequence_of_a_delegate_the_first_is_committed()
    {
        var here = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        var there = await Storage.Journal.OpenAsync(Mission, OtherVenue, 0, Cancelled);

        using var held = await HoldWriterAsync();
        var first = here.AppendAsync(Entries.Admission(Venue, 1, "D-1", sequence: 1));
        var second = there.AppendAsync(Entries.Admission(OtherVenue, 1, "D-1", sequence: 1));
        held.Release();

        await first;
        await second.ShouldThrowAsync<VersionConflictException>();
    }

    [Fact]
    public async Task All_that_wait_are_committed_together()
    {
        var stream = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        var before = Storage.Journal.Statistics;

        using var held = await HoldWriterAsync();
        var appends = Enumerable.Range(1, 100).Select(version => stream.AppendAsync(Entries.Admission(Venue, version, $"D-{version}"))).ToList();
        Storage.Journal.Statistics.Waiting.ShouldBe(100);
        held.Release();
        await Task.WhenAll(appends);

        var after = Storage.Journal.Statistics;
        (after.Commits - before.Commits, after.Entries - before.Entries, after.Waiting).ShouldBe((1, 100, 0));
    }

    [Fact]
    public async Task A_commit_takes_no_more_than_its_bound()
    {
        var bounded = await OpenAsync(options => options with { MaxEntriesPerCommit = 10 });
        var stream = await bounded.Journal.OpenAsync(Mission, Venue, 0, Cancelled);

        using var held = await HoldWriterAsync(bounded);
        var appends = Enumerable.Range(1, 25).Select(version => stream.AppendAsync(Entries.Admission(Venue, version, $"D-{version}"))).ToList();
        held.Release();
        await Task.WhenAll(appends);

        bounded.Journal.Statistics.Commits.ShouldBe(3);
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_what_waited_before_is_committed()
    {
        var bounded = await OpenAsync(options => options with { MaxWaitingAppends = 5 });
        var stream = await bounded.Journal.OpenAsync(Mission, Venue, 0, Cancelled);

        using var held = await HoldWriterAsync(bounded);
        var appends = Enumerable.Range(1, 5).Select(version => stream.AppendAsync(Entries.Admission(Venue, version, $"D-{version}"))).ToList();
        await stream.AppendAsync(Entries.Admission(Venue, 6, "D-6")).ShouldThrowAsync<JournalUnavailableException>();
        await stream.AppendAsync(Entries.Admission(Venue, 6, "D-6")).ShouldThrowAsync<StreamFaultedException>();
        held.Release();

        await Task.WhenAll(appends);
        (await VersionsAsync(Venue)).ShouldBe([1L, 2L, 3L, 4L, 5L]);
    }

    [Fact]
    public async Task Opening_a_stream_waits_for_earlier_appends_and_ends_the_handle_before()
    {
        var first = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);

        using var held = await HoldWriterAsync();
        var append = first.AppendAsync(Entries.Admission(Venue, 1, "D-1"));
        var second = Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        var third = Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        await first.AppendAsync(Entries.Admission(Venue, 2, "D-2")).ShouldThrowAsync<StreamFaultedException>();
        second.IsCompleted.ShouldBeFalse();
        third.IsCompleted.ShouldBeFalse();
        held.Release();

        await append;
        await (await second).AppendAsync(Entries.Admission(Venue, 2, "D-2")).ShouldThrowAsync<StreamFaultedException>();
        var last = await third;
        last.Entries.Select(entry => entry.Version).ShouldBe([1L]);
        await last.AppendAsync(Entries.Admission(Venue, 2, "D-2"));
    }

    [Fact]
    public async Task Awaiting_an_append_does_not_resume_on_the_writers_thread()
    {
        var stream = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);

        var thread = await stream.AppendAsync(Entries.Admission(Venue, 1, "D-1")).ContinueWith(
            _ => Thread.CurrentThread.Name, Cancelled, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        thread.ShouldNotBe("EventOps journal");
    }

    [Fact]
    public async Task Scans_are_found_by_their_id_in_their_mission_alone()
    {
        var stream = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        var entries = Enumerable.Range(1, 20).Select(version => Entries.Admission(Venue, version)).ToList();
        await Task.WhenAll(entries.Select(stream.AppendAsync));

        var found = await Task.WhenAll(entries.Select(entry => Storage.Journal.FindAsync(Mission, entry.ScanId, Cancelled)));

        found.ShouldBe(entries);
        (await Storage.Journal.FindAsync(Mission, Guid.CreateVersion7(), Cancelled)).ShouldBeNull();
        (await Storage.Journal.FindAsync(new MissionId("another"), entries[0].ScanId, Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task A_sessions_entries_come_in_the_order_of_their_streams_merged_by_time()
    {
        var here = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        var there = await Storage.Journal.OpenAsync(Mission, OtherVenue, 0, Cancelled);
        await here.AppendAsync(Entries.Admission(Venue, 1, "D-1", session: "plenary") with { At = Noon.AddMinutes(1) });
        await here.AppendAsync(Entries.Admission(Venue, 2, "D-2", session: "workshop") with { At = Noon.AddMinutes(2) });
        await here.AppendAsync(Entries.Admission(Venue, 3, "D-3", session: "plenary") with { At = Noon });
        await there.AppendAsync(Entries.Admission(OtherVenue, 1, "D-4", session: "plenary") with { At = Noon.AddSeconds(30) });
        await there.AppendAsync(Entries.Admission(OtherVenue, 2, "D-5", session: "plenary") with { At = Noon.AddMinutes(5) });

        var entries = await Storage.Journal.ReadSessionAsync(Mission, new SessionId("plenary"), Cancelled);

        entries.Select(entry => entry.Delegate!.Value.Value).ShouldBe(["D-4", "D-1", "D-3", "D-5"]);
        (await Storage.Journal.ReadSessionAsync(new MissionId("another"), new SessionId("plenary"), Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_waits_when_the_storage_is_closed_is_still_committed()
    {
        var stream = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        var held = await HoldWriterAsync();
        var append = stream.AppendAsync(Entries.Admission(Venue, 1, "D-1"));
        var closing = Storage.DisposeAsync();
        held.Release();

        await append;
        await closing;
        held.Dispose();
        (await (await OpenAsync()).Journal.ReadStreamAsync(Mission, Venue, 0, 10, Cancelled)).Count.ShouldBe(1);
    }

    private static IEnumerable<string> AsText(IEnumerable<JournalEntry> entries) => entries.Select(entry => System.Text.Json.JsonSerializer.Serialize(entry));

    private async Task<IEnumerable<long>> VersionsAsync(VenueId venue) =>
        (await Storage.Journal.ReadStreamAsync(Mission, venue, 0, int.MaxValue, Cancelled)).Select(entry => entry.Version);

    /// <summary>Keeps the writer busy, so that appends gather behind it as they do behind a slow commit.</summary>
    private async Task<HeldWriter> HoldWriterAsync(Opened? storage = null)
    {
        var held = new HeldWriter();
        (storage ?? Storage).Database.Writer.Post(held.Hold);
        await held.Holding;
        return held;
    }

    private sealed class HeldWriter : IDisposable
    {
        private readonly TaskCompletionSource _holding = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly SemaphoreSlim _released = new(0);

        public Task Holding => _holding.Task;

        public void Hold()
        {
            _holding.SetResult();
            _released.Wait();
        }

        public void Release() => _released.Release();

        public void Dispose() => _released.Release();
    }
}
