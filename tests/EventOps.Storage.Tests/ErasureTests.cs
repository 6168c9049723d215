namespace EventOps.Storage.Tests;

public sealed class ErasureOnSqliteTests() : ErasureTests(new OnSqlite());

public sealed class ErasureOnPostgreSqlTests() : ErasureTests(new OnPostgreSql());

/// <summary>Who somebody was is taken out of the catalogue; that somebody was there stays in the journal.</summary>
public abstract class ErasureTests(IStorageUnderTest storage) : StorageTest(storage)
{
    private static readonly DelegateId First = new("D-00001");

    private ICatalogue Catalogue => Storage.Catalogue;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Catalogue.CreateMissionAsync(Mission, "Mission of 2026", MissionClock.Real, Cancelled);
        await Catalogue.ImportAsync(Mission, Sample.Import with { Delegates = [Sample.Import.Delegates[0] with { Note = "wheelchair" }, .. Sample.Import.Delegates.Skip(1)] }, Cancelled);
    }

    [Fact]
    public async Task Of_an_erased_person_the_id_and_what_they_did_stay_and_nothing_else()
    {
        var stream = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);
        await stream.AppendAsync(Entries.Admission(Venue, 1, First.Value));
        await Catalogue.ReissueBadgeAsync(Mission, First, "NEW", "lost", Noon, Cancelled);

        (await Catalogue.EraseDelegateAsync(Mission, First, Cancelled)).ShouldBe(4);

        var file = (await Storage.Files.LoadAsync(Mission, First, 4, Cancelled))!;
        file.Record.ShouldBe(new DelegateRecord(First, First.Value, "", "Énergie", "fr", "", false, ""));
        file.Badges.ShouldBeEmpty();
        file.Entries.Length.ShouldBe(1);
        (await Catalogue.FindBadgeAsync("B-00001", Cancelled)).ShouldBeEmpty();
        (await Catalogue.FindBadgeAsync("NEW", Cancelled)).ShouldBeEmpty();
        (await Catalogue.RegistrationsAsync(Mission, First, Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_else_is_erased_with_them()
    {
        var before = await Catalogue.ReadAllAsync(Mission, Cancelled);

        await Catalogue.EraseDelegateAsync(Mission, First, Cancelled);

        var after = await Catalogue.ReadAllAsync(Mission, Cancelled);
        after.Delegates.Skip(1).ShouldBe(before.Delegates.Skip(1));
        after.Registrations.ShouldBe(before.Registrations.Where(registration => registration.Delegate != First));
        after.Sessions.ShouldBe(before.Sessions);
    }

    [Fact]
    public async Task Of_an_anonymised_mission_ids_sectors_and_registrations_stay_and_no_name_and_no_badge()
    {
        var before = await Catalogue.ReadAllAsync(Mission, Cancelled);

        (await Catalogue.AnonymiseAsync(Mission, Cancelled)).ShouldBe(3);

        var after = await Catalogue.ReadAllAsync(Mission, Cancelled);
        after.Delegates.ShouldBe(before.Delegates.Select(person => new DelegateRecord(person.Id, person.Id.Value, "", person.Sector, person.Language, "", false, "")));
        after.Registrations.ShouldBe(before.Registrations);
        foreach (var person in before.Delegates)
            (await Catalogue.FindBadgeAsync(person.Badge, Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_table_of_the_catalogue_holds_a_name_an_organisation_or_a_note_of_who_was_erased()
    {
        string[] words = ["Zoë Lefèbvre-1", "Organisation 1", "wheelchair", "B-00001"];
        (await DumpAsync()).ShouldSatisfyAllConditions(dump => Array.ForEach(words, word => dump.ShouldContain(word)));

        await Catalogue.EraseDelegateAsync(Mission, First, Cancelled);

        var after = await DumpAsync();
        foreach (var word in words)
            after.ShouldNotContain(word);
        after.ShouldContain("Zoë Lefèbvre-2");
    }

    [Fact]
    public async Task Another_mission_with_the_same_people_keeps_them()
    {
        var another = new MissionId("another");
        await Catalogue.CreateMissionAsync(another, "Another", MissionClock.Real, Cancelled);
        await Catalogue.ImportAsync(another, Sample.Import, Cancelled);

        await Catalogue.EraseDelegateAsync(Mission, First, Cancelled);
        await Catalogue.AnonymiseAsync(Mission, Cancelled);

        (await Catalogue.ReadAllAsync(another, Cancelled)).Delegates.ShouldBe(Sample.Import.Delegates);
        (await Catalogue.FindBadgeAsync("B-00001", Cancelled)).Select(owner => owner.Mission).ShouldBe([another]);
    }

    [Fact]
    public async Task Who_is_not_there_is_not_erased_and_the_version_stays()
    {
        await Catalogue.EraseDelegateAsync(Mission, new DelegateId("nobody"), Cancelled).ShouldThrowAsync<NotInCatalogueException>();
        await Catalogue.EraseDelegateAsync(new MissionId("unknown"), First, Cancelled).ShouldThrowAsync<NotInCatalogueException>();
        await Catalogue.AnonymiseAsync(new MissionId("unknown"), Cancelled).ShouldThrowAsync<NotInCatalogueException>();

        (await Catalogue.VersionAsync(Mission, Cancelled)).ShouldBe(2);
    }

    /// <summary>Every text of every row of the tables in which people are.</summary>
    private async Task<string> DumpAsync()
    {
        await using var connection = await Storage.Database.Source.OpenConnectionAsync(Cancelled);
        var texts = new List<string>();
        foreach (var table in (string[])["delegate", "badge", "organisation", "registration"])
            texts.AddRange((await connection.QueryAsync($"SELECT * FROM {table}", row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(row.GetValue)), Cancelled)).Select(row => $"|{row}|"));
        return string.Join(Environment.NewLine, texts);
    }
}
