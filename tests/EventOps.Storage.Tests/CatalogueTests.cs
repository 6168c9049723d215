namespace EventOps.Storage.Tests;

public sealed class CatalogueOnSqliteTests() : CatalogueTests(new OnSqlite());

public sealed class CatalogueOnPostgreSqlTests() : CatalogueTests(new OnPostgreSql());

public abstract class CatalogueTests(IStorageUnderTest storage) : StorageTest(storage)
{
    private static readonly DelegateId First = new("D-00001");

    private ICatalogue Catalogue => Storage.Catalogue;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Catalogue.CreateMissionAsync(Mission, "Mission of 2026", MissionClock.Real, Cancelled);
    }

    [Fact]
    public async Task A_mission_that_is_there_keeps_its_name_clock_and_version_when_it_is_made_again()
    {
        await Catalogue.CreateMissionAsync(Mission, "Another", new MissionClock(Noon, Noon, 2), Cancelled);
        await Catalogue.CreateMissionAsync(new MissionId("a-second"), "Second", MissionClock.Real, Cancelled);

        (await Catalogue.MissionsAsync(Cancelled)).ShouldBe(
            [new MissionListing(new("a-second"), "Second", 1), new MissionListing(Mission, "Mission of 2026", 1)]);
        (await Catalogue.ReadProgrammeAsync(Mission, Cancelled))!.Clock.ShouldBe(MissionClock.Real);
    }

    [Fact]
    public async Task An_unknown_mission_has_no_programme_and_no_version_and_takes_no_import()
    {
        var unknown = new MissionId("unknown");

        (await Catalogue.ReadProgrammeAsync(unknown, Cancelled)).ShouldBeNull();
        (await Catalogue.VersionAsync(unknown, Cancelled)).ShouldBeNull();
        await Catalogue.ImportAsync(unknown, Sample.Import, Cancelled).ShouldThrowAsync<NotInCatalogueException>();
        await Catalogue.SetClockAsync(unknown, MissionClock.Real, Cancelled).ShouldThrowAsync<NotInCatalogueException>();
        await Catalogue.ReissueBadgeAsync(unknown, First, "X", "lost", Noon, Cancelled).ShouldThrowAsync<NotInCatalogueException>();
    }

    [Fact]
    public async Task A_clock_is_kept_to_the_tick_and_gives_a_new_version()
    {
        var clock = new MissionClock(Noon.AddTicks(1), Noon.AddDays(-3).AddTicks(7), 12.5);

        (await Catalogue.SetClockAsync(Mission, clock, Cancelled)).ShouldBe(2);

        (await Catalogue.ReadProgrammeAsync(Mission, Cancelled))!.Clock.ShouldBe(clock);
        (await Catalogue.VersionAsync(Mission, Cancelled)).ShouldBe(2);
    }

    [Fact]
    public async Task An_import_is_read_back_with_places_in_its_order_and_sessions_by_start_and_title()
    {
        (await Catalogue.ImportAsync(Mission, Sample.Import, Cancelled)).ShouldBe(2);

        var programme = (await Catalogue.ReadProgrammeAsync(Mission, Cancelled))!;
        (programme.Mission, programme.Name, programme.Version).ShouldBe((Mission, "Mission of 2026", 2L));
        programme.Cities.ShouldBe(Sample.Import.Cities);
        programme.Venues.ShouldBe(Sample.Import.Venues);
        programme.Rooms.ShouldBe(Sample.Import.Rooms);
        programme.Sessions.ShouldBe([Sample.Import.Sessions[2], Sample.Import.Sessions[1], Sample.Import.Sessions[0]]);
        var all = await Catalogue.ReadAllAsync(Mission, Cancelled);
        all.Delegates.ShouldBe(Sample.Import.Delegates);
        all.Registrations.ShouldBe(Sample.Import.Registrations);
        all.Cities.ShouldBe(Sample.Import.Cities);
    }

    [Fact]
    public async Task Delegates_stream_in_the_order_of_their_ids()
    {
        await Catalogue.ImportAsync(Mission, Sample.Import with { Delegates = [.. Sample.Import.Delegates.Reverse()] }, Cancelled);

        var delegates = new List<DelegateRecord>();
        await foreach (var person in Catalogue.DelegatesAsync(Mission, Cancelled))
            delegates.Add(person);

        delegates.ShouldBe(Sample.Import.Delegates);
    }

    [Fact]
    public async Task Registrations_are_found_by_session_and_by_delegate()
    {
        await Catalogue.ImportAsync(Mission, Sample.Import, Cancelled);

        (await Catalogue.RegistrationsAsync(Mission, new SessionId("opening"), Cancelled)).ShouldBe(Sample.Import.Registrations.Take(2));
        (await Catalogue.RegistrationsAsync(Mission, First, Cancelled)).ShouldBe([Sample.Import.Registrations[0], Sample.Import.Registrations[2]]);
        (await Catalogue.RegistrationsAsync(new MissionId("another"), First, Cancelled)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2500)]
    public async Task Importing_the_same_again_changes_nothing_and_keeps_the_version(int more)
    {
        var import = Sample.Import with { Delegates = Sample.People(3 + more).Delegates };
        await Catalogue.ImportAsync(Mission, import, Cancelled);
        var before = await Catalogue.ReadAllAsync(Mission, Cancelled);

        (await Catalogue.ImportAsync(Mission, import, Cancelled)).ShouldBe(2);

        var after = await Catalogue.ReadAllAsync(Mission, Cancelled);
        after.Delegates.ShouldBe(before.Delegates);
        after.Delegates.Length.ShouldBe(3 + more);
        after.Registrations.ShouldBe(before.Registrations);
    }

    [Fact]
    public async Task Importing_again_updates_by_id_and_leaves_the_rest_as_it_was()
    {
        await Catalogue.ImportAsync(Mission, Sample.Import, Cancelled);
        var room = Sample.Import.Rooms[1] with { Legal = 400, Comfort = 300 };
        var session = Sample.Import.Sessions[0] with { Room = new("salon-b"), Status = SessionStatus.Cancelled };
        var person = Sample.Import.Delegates[1] with { Name = "Renée", Vip = true, Note = "wheelchair" };
        var registration = Sample.Import.Registrations[1] with { Kind = RegistrationKind.Invited, SeatHeld = true };

        var version = await Catalogue.ImportAsync(
            Mission, ProgrammeImport.Empty with { Rooms = [room], Sessions = [session], Delegates = [person], Registrations = [registration] }, Cancelled);

        version.ShouldBe(3);
        var programme = (await Catalogue.ReadProgrammeAsync(Mission, Cancelled))!;
        programme.Rooms.ShouldBe([Sample.Import.Rooms[0], room]);
        programme.Sessions.ShouldContain(session);
        programme.Sessions.Length.ShouldBe(3);
        var all = await Catalogue.ReadAllAsync(Mission, Cancelled);
        all.Delegates.ShouldBe([Sample.Import.Delegates[0], person, Sample.Import.Delegates[2]]);
        all.Registrations.ShouldBe([Sample.Import.Registrations[0], registration, Sample.Import.Registrations[2]]);
    }

    [Fact]
    public async Task A_new_room_comes_last_and_an_import_of_all_rooms_sets_their_order()
    {
        await Catalogue.ImportAsync(Mission, Sample.Import, Cancelled);
        var foyer = new Room(new("a-foyer"), new("hotel"), "Foyer", 50, 40);

        await Catalogue.ImportAsync(Mission, ProgrammeImport.Empty with { Rooms = [foyer] }, Cancelled);
        (await Catalogue.ReadProgrammeAsync(Mission, Cancelled))!.Rooms.ShouldBe([.. Sample.Import.Rooms, foyer]);

        ImmutableArray<Room> reordered = [Sample.Import.Rooms[1], foyer, Sample.Import.Rooms[0]];
        await Catalogue.ImportAsync(Mission, ProgrammeImport.Empty with { Rooms = reordered }, Cancelled);
        (await Catalogue.ReadProgrammeAsync(Mission, Cancelled))!.Rooms.ShouldBe(reordered);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2500)]
    public async Task A_badge_of_another_delegate_leaves_nothing_of_the_import(int more)
    {
        await Catalogue.ImportAsync(Mission, Sample.Import, Cancelled);
        var before = await Catalogue.ReadAllAsync(Mission, Cancelled);
        var import = Sample.Import with
        {
            Cities = [Sample.Import.Cities[0] with { Name = "changed" }],
            Delegates = [.. Sample.People(10 + more).Delegates.Skip(3), Sample.Person(99_999) with { Badge = "B-00002" }],
        };

        var refused = await Catalogue.ImportAsync(Mission, import, Cancelled).ShouldThrowAsync<BadgeTakenException>();

        (refused.Code, refused.Owner).ShouldBe(("B-00002", new DelegateId("D-00002")));
        var after = await Catalogue.ReadAllAsync(Mission, Cancelled);
        after.Cities.ShouldBe(before.Cities);
        after.Delegates.ShouldBe(before.Delegates);
        (await Catalogue.VersionAsync(Mission, Cancelled)).ShouldBe(2);
    }

    [Fact]
    public async Task An_import_that_names_an_id_or_a_badge_twice_is_refused()
    {
        var person = Sample.Person(1);

        await Should.ThrowAsync<ArgumentException>(() => Catalogue.ImportAsync(Mission, ProgrammeImport.Empty with { Delegates = [person, person] }, Cancelled));
        await Should.ThrowAsync<BadgeTakenException>(
            () => Catalogue.ImportAsync(Mission, ProgrammeImport.Empty with { Delegates = [person, Sample.Person(2) with { Badge = person.Badge }] }, Cancelled));
        (await Catalogue.ReadAllAsync(Mission, Cancelled)).Delegates.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2500)]
    public async Task An_import_with_another_badge_revokes_the_old_one_and_the_old_file_does_not_bring_it_back(int more)
    {
        var clock = new MissionClock(Noon.AddYears(1), Noon, 1);
        var restarted = await OpenAsync(time: new FixedTime(Noon.AddYears(1).AddMinutes(5)));
        await restarted.Catalogue.SetClockAsync(Mission, clock, Cancelled);
        var old = Sample.Import with { Delegates = Sample.People(3 + more).Delegates };
        await restarted.Catalogue.ImportAsync(Mission, old, Cancelled);

        await restarted.Catalogue.ImportAsync(
            Mission, old with { Delegates = [old.Delegates[0] with { Badge = "NEW" }, .. old.Delegates.Skip(1)] }, Cancelled);
        await restarted.Catalogue.ImportAsync(Mission, old, Cancelled);

        (await restarted.Files.LoadAsync(Mission, First, 1, Cancelled))!.Badges.ShouldBe(
            [new Badge("B-00001", Noon.AddMinutes(5), "replaced by import"), new Badge("NEW", null, null)]);
        (await restarted.Catalogue.ReadAllAsync(Mission, Cancelled)).Delegates[0].Badge.ShouldBe("NEW");
        (await restarted.Catalogue.VersionAsync(Mission, Cancelled)).ShouldBe(4);
    }

    [Fact]
    public async Task A_reissued_badge_replaces_the_old_one_and_a_revoked_one_leaves_none()
    {
        await Catalogue.ImportAsync(Mission, Sample.Import, Cancelled);

        (await Catalogue.ReissueBadgeAsync(Mission, First, "NEW", "lost", Noon, Cancelled)).ShouldBe(3);
        (await Catalogue.FindBadgeAsync("B-00001", Cancelled)).ShouldBe([new BadgeOwner(Mission, First, new("B-00001", Noon, "lost"))]);
        (await Catalogue.FindBadgeAsync("NEW", Cancelled)).ShouldBe([new BadgeOwner(Mission, First, new("NEW", null, null))]);

        (await Catalogue.RevokeBadgeAsync(Mission, First, "withdrawn", Noon.AddMinutes(1), Cancelled)).ShouldBe(4);
        var file = (await Storage.Files.LoadAsync(Mission, First, 1, Cancelled))!;
        file.Badges.ShouldBe([new("B-00001", Noon, "lost"), new("NEW", Noon.AddMinutes(1), "withdrawn")]);
        (file.Record.Badge, file.CatalogueVersion).ShouldBe(("", 4L));
    }

    [Fact]
    public async Task A_code_never_changes_its_owner_and_is_never_given_again()
    {
        await Catalogue.ImportAsync(Mission, Sample.Import, Cancelled);

        (await Catalogue.ReissueBadgeAsync(Mission, First, "B-00002", "lost", Noon, Cancelled).ShouldThrowAsync<BadgeTakenException>())
            .Owner.ShouldBe(new DelegateId("D-00002"));
        await Catalogue.ReissueBadgeAsync(Mission, First, "B-00001", "lost", Noon, Cancelled).ShouldThrowAsync<BadgeTakenException>();
        await Catalogue.ReissueBadgeAsync(Mission, new DelegateId("nobody"), "X", "lost", Noon, Cancelled).ShouldThrowAsync<NotInCatalogueException>();

        (await Catalogue.FindBadgeAsync("B-00001", Cancelled)).Single().Revoked.ShouldBeFalse();
        (await Catalogue.FindBadgeAsync("X", Cancelled)).ShouldBeEmpty();
        (await Catalogue.VersionAsync(Mission, Cancelled)).ShouldBe(2);
    }

    [Fact]
    public async Task A_code_is_found_in_every_mission_that_issued_it()
    {
        var another = new MissionId("another");
        await Catalogue.CreateMissionAsync(another, "Another", MissionClock.Real, Cancelled);
        await Catalogue.ImportAsync(Mission, Sample.Import, Cancelled);
        await Catalogue.ImportAsync(another, ProgrammeImport.Empty with { Delegates = [Sample.Person(7) with { Badge = "B-00001" }] }, Cancelled);

        (await Catalogue.FindBadgeAsync("B-00001", Cancelled)).Select(owner => (owner.Mission.Value, owner.Delegate.Value))
            .ShouldBe([("another", "D-00007"), ("mission", "D-00001")]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("never issued")]
    [InlineData("with a \0 in it")]
    [InlineData("half of a pair \ud800")]
    [InlineData("'; DROP TABLE badge; --")]
    public async Task Whatever_is_read_at_a_door_is_a_code_that_nobody_has_and_spoils_no_other_look_up(string code)
    {
        await Catalogue.ImportAsync(Mission, Sample.Import, Cancelled);

        var found = await Task.WhenAll(Catalogue.FindBadgeAsync(code, Cancelled), Catalogue.FindBadgeAsync("B-00001", Cancelled));

        found[0].ShouldBeEmpty();
        found[1].Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_group_read_gives_each_delegate_what_a_single_read_gives()
    {
        await Catalogue.ImportAsync(Mission, Sample.Import with { Delegates = Sample.People(300).Delegates }, Cancelled);
        var (here, there) = (await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled), await Storage.Journal.OpenAsync(Mission, OtherVenue, 0, Cancelled));
        var version = 0;
        foreach (var person in Sample.People(300).Delegates.Where((_, index) => index % 3 == 0))
        {
            version++;
            await Task.WhenAll(
                there.AppendAsync(Entries.Admission(OtherVenue, version, person.Id.Value, sequence: 2)),
                here.AppendAsync(Entries.Admission(Venue, version, person.Id.Value, sequence: 1)));
        }

        var ids = Sample.People(301).Delegates.Select(person => person.Id).Append(First).ToList();
        var together = await Task.WhenAll(ids.Select(id => Storage.Files.LoadAsync(Mission, id, 1, Cancelled)));

        for (var i = 0; i < ids.Count; i++)
        {
            var alone = await Storage.Files.LoadAsync(Mission, ids[i], 1, Cancelled);
            together[i]?.Record.ShouldBe(alone!.Record);
            together[i]?.Badges.ShouldBe(alone!.Badges);
            together[i]?.Entries.ShouldBe(alone!.Entries);
            together[i]?.CatalogueVersion.ShouldBe(2);
        }

        together[0]!.Record.ShouldBe(Sample.Person(1));
        together[0]!.Entries.Select(entry => (entry.Venue, entry.Sequence)).ShouldBe([(Venue, 1), (OtherVenue, 2)]);
        together[1]!.Entries.ShouldBeEmpty();
        together[300].ShouldBeNull();
    }

    [Fact]
    public async Task A_long_import_lets_the_journal_commit_in_between()
    {
        var stream = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);

        var import = Catalogue.ImportAsync(Mission, Sample.People(10_000), Cancelled);
        var version = 0;
        do
        {
            version++;
            await stream.AppendAsync(Entries.Admission(Venue, version, $"D-{version}"));
        }
        while (!import.IsCompleted);

        (await import).ShouldBe(2);
        version.ShouldBeGreaterThan(10);
        (await Catalogue.ReadAllAsync(Mission, Cancelled)).Registrations.Length.ShouldBe(10_000);
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
