namespace EventOps.Storage.Tests;

/// <summary>What the sole writer of the journal knows of those who were never scanned.</summary>
public abstract class NewcomersTests(IStorageUnderTest storage) : StorageTest(storage)
{
    private static readonly DelegateId Scanned = new("D-00001");
    private static readonly DelegateId Fresh = new("D-00002");

    private Opened _sole = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Storage.Catalogue.CreateMissionAsync(Mission, "Mission", MissionClock.Real, Cancelled);
        await Storage.Catalogue.ImportAsync(Mission, Sample.Import with { Delegates = Sample.People(10).Delegates }, Cancelled);
        await AppendAsync(Storage, Venue, Entries.Admission(Venue, 1, Scanned.Value));
        _sole = await OpenAsync(options => options with { IsSoleWriter = true });
        await ((DelegateFiles)_sole.Files).KnowAsync(Mission);
    }

    [Fact]
    public void Everyone_is_new_but_those_who_have_an_entry()
    {
        _sole.Database.Newcomers.Contains(Mission, Fresh).ShouldBeTrue();
        _sole.Database.Newcomers.Contains(Mission, Scanned).ShouldBeFalse();
    }

    [Fact]
    public void Of_a_mission_that_was_not_looked_through_nobody_is_new() => _sole.Database.Newcomers.Contains(new MissionId("another"), Fresh).ShouldBeFalse();

    [Fact]
    public void One_of_several_writers_knows_nobody_who_is_new() => Storage.Database.Newcomers.Contains(Mission, Fresh).ShouldBeFalse();

    [Fact]
    public async Task A_newcomer_has_no_entries_and_who_was_scanned_has_theirs()
    {
        var file = (await _sole.Files.LoadAsync(Mission, Fresh, 1, Cancelled))!;
        file.Entries.ShouldBeEmpty();
        file.Record.ShouldBe(Sample.Person(2));
        (await _sole.Files.LoadAsync(Mission, Scanned, 1, Cancelled))!.Entries.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_was_scanned_is_new_no_more_and_has_their_entry()
    {
        var entry = Entries.Admission(OtherVenue, 1, Fresh.Value);
        await AppendAsync(_sole, OtherVenue, entry);

        _sole.Database.Newcomers.Contains(Mission, Fresh).ShouldBeFalse();
        (await _sole.Files.LoadAsync(Mission, Fresh, 1, Cancelled))!.Entries.ShouldBe([entry]);
    }

    [Fact]
    public async Task Who_was_tried_to_scan_is_new_no_more_for_nobody_knows_what_came_of_it()
    {
        var stream = await _sole.Journal.OpenAsync(Mission, OtherVenue, 0, Cancelled);
        await stream.AppendAsync(Entries.Admission(OtherVenue, 1, "D-00003"));
        await AppendAsync(Storage, new VenueId("third"), Entries.Admission(new VenueId("third"), 1, "D-00004"));
        var theirs = (await Storage.Journal.ReadStreamAsync(Mission, new VenueId("third"), 0, 1, Cancelled)).Single();

        await Should.ThrowAsync<DuplicateScanException>(() => stream.AppendAsync(Entries.Admission(OtherVenue, 2, Fresh.Value, scanId: theirs.ScanId)));

        _sole.Database.Newcomers.Contains(Mission, Fresh).ShouldBeFalse();
    }

    [Fact]
    public async Task Another_writers_entry_for_the_same_person_is_met_at_the_journal_and_then_nobody_is_new()
    {
        var theirs = Entries.Admission(OtherVenue, 1, Fresh.Value);
        await AppendAsync(Storage, OtherVenue, theirs);
        (await _sole.Files.LoadAsync(Mission, Fresh, 1, Cancelled))!.Entries.ShouldBeEmpty();

        var ours = await _sole.Journal.OpenAsync(Mission, new VenueId("third"), 0, Cancelled);
        await Should.ThrowAsync<VersionConflictException>(() => ours.AppendAsync(Entries.Admission(new VenueId("third"), 1, Fresh.Value)));

        (await _sole.Files.LoadAsync(Mission, Fresh, 1, Cancelled))!.Entries.ShouldBe([theirs]);
        _sole.Database.Newcomers.Contains(Mission, new DelegateId("D-00004")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_scan_that_another_writer_answered_is_found_and_its_person_is_new_no_more()
    {
        var theirs = Entries.Admission(OtherVenue, 1, Fresh.Value);
        await AppendAsync(Storage, OtherVenue, theirs);

        var ours = await _sole.Journal.OpenAsync(Mission, new VenueId("third"), 0, Cancelled);
        var duplicate = await Should.ThrowAsync<DuplicateScanException>(
            () => ours.AppendAsync(Entries.Admission(new VenueId("third"), 1, Fresh.Value, scanId: theirs.ScanId)));

        duplicate.Existing.ShouldBe(theirs);
        _sole.Database.Newcomers.Contains(Mission, Fresh).ShouldBeFalse();
        _sole.Database.Newcomers.Contains(Mission, new DelegateId("D-00004")).ShouldBeTrue();
    }

    [Fact]
    public async Task Whose_entry_was_looked_up_is_new_no_more()
    {
        var theirs = Entries.Admission(OtherVenue, 1, Fresh.Value);
        await AppendAsync(Storage, OtherVenue, theirs);

        (await _sole.Journal.FindAsync(Mission, theirs.ScanId, Cancelled)).ShouldBe(theirs);

        _sole.Database.Newcomers.Contains(Mission, Fresh).ShouldBeFalse();
    }

    private async Task AppendAsync(Opened opened, VenueId venue, JournalEntry entry) =>
        await (await opened.Journal.OpenAsync(Mission, venue, 0, Cancelled)).AppendAsync(entry);
}

public sealed class NewcomersOnSqliteTests() : NewcomersTests(new OnSqlite());

public sealed class NewcomersOnPostgreSqlTests() : NewcomersTests(new OnPostgreSql());
