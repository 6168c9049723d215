using EventOps.Contracts.Delegates;
using EventOps.Contracts.Scans;
using EventOps.Domain.Delegates;
using EventOps.Domain.Venues;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Delegates;

public sealed class DelegateStateTests
{
    private readonly VenueState _centre = EmptyCentre();
    private readonly DelegateState _ana = new();

    [Fact]
    public void Someone_who_was_never_seen_is_nowhere() => _ana.Whereabouts.ShouldBe(Whereabouts.Unknown);

    [Fact]
    public void An_entry_that_does_not_follow_is_an_error()
    {
        var entry = Take(Entry(Ana, HallDoor, Nine));

        Should.Throw<InvalidOperationException>(() => _ana.Apply(entry)).Message.ShouldBe("Entry 1 of ana cannot follow entry 1.");
    }

    [Fact]
    public void The_answer_to_a_scan_is_found_again()
    {
        var entry = Take(Entry(Ana, HallDoor, Nine));

        _ana.AnswerTo(entry.ScanId).ShouldBe(entry);
        _ana.AnswerTo(Guid.NewGuid()).ShouldBeNull();
    }

    [Fact]
    public void An_admission_says_where_since_when_and_to_which_session()
    {
        Take(Entry(Ana, PlenaryDoor, Nine));

        _ana.Whereabouts.ShouldBe(new Whereabouts(Centre, Hall, Plenary, Nine));
    }

    [Fact]
    public void An_exit_from_a_room_leads_to_the_foyer_and_to_no_session()
    {
        Take(Entry(Ana, PlenaryDoor, Nine));
        Take(Exit(Ana, PlenaryDoor, Nine.AddMinutes(5)));

        _ana.Whereabouts.ShouldBe(new Whereabouts(Centre, null, null, Nine.AddMinutes(5)));
    }

    [Fact]
    public void An_exit_from_the_venue_leads_outside()
    {
        Take(Entry(Ana, PlenaryDoor, Nine));
        Take(Exit(Ana, CentreDoor, Nine.AddMinutes(5)));

        _ana.Whereabouts.ShouldBe(new Whereabouts(null, null, null, Nine.AddMinutes(5)));
    }

    [Fact]
    public void A_refusal_leaves_the_person_where_they_are()
    {
        Take(Entry(Ana, HallDoor, Nine));
        Take(Entry(Ana, HallDoor, Nine.AddMinutes(5))).Kind.ShouldBe(EntryKind.Refused);

        _ana.Whereabouts.ShouldBe(new Whereabouts(Centre, Hall, null, Nine));
    }

    [Fact]
    public void A_scan_that_moves_nobody_leaves_since_when_they_are_there()
    {
        Take(Entry(Ana, CentreDoor, Nine));
        Take(Exit(Ana, HallDoor, Nine.AddMinutes(5))).Marks.ShouldBe(EntryMarks.WasElsewhere);

        _ana.Whereabouts.ShouldBe(new Whereabouts(Centre, null, null, Nine));
    }

    [Fact]
    public void Without_a_scan_the_person_would_be_where_the_others_put_them()
    {
        Take(Entry(Ana, PlenaryDoor, Nine));
        var second = Take(Entry(Ana, SalonDoor, Nine.AddMinutes(5)));

        _ana.Without(second.ScanId).ShouldBe(new Whereabouts(Centre, Hall, Plenary, Nine));
    }

    [Fact]
    public void Without_the_only_scan_they_were_never_seen()
    {
        var only = Take(Entry(Ana, PlenaryDoor, Nine));

        _ana.Without(only.ScanId).ShouldBe(Whereabouts.Unknown);
    }

    [Fact]
    public void An_annulled_scan_stays_annulled_when_another_is()
    {
        Take(Entry(Ana, HallDoor, Nine));
        var second = Take(Exit(Ana, HallDoor, Nine.AddMinutes(5)));
        Annul(second);
        var third = Take(Entry(Ana, SalonDoor, Nine.AddMinutes(9)));

        _ana.AnnulmentOf(second.ScanId).ShouldNotBeNull();
        _ana.Without(third.ScanId).ShouldBe(new Whereabouts(Centre, Hall, null, Nine));
    }

    [Fact]
    public void An_annulment_that_could_not_restore_is_remembered_when_a_later_scan_is_annulled()
    {
        Take(Entry(Ana, HallDoor, Nine));
        var exit = Take(Exit(Ana, HallDoor, Nine.AddMinutes(1)));
        _centre.Filled(HallDoor, 3, Nine.AddMinutes(1));
        Annul(exit).Marks.ShouldBe(EntryMarks.NotRestored);
        var third = Take(Entry(Ana, SalonDoor, Nine.AddMinutes(2)));

        var restore = _ana.Without(third.ScanId);

        (restore.Venue, restore.Room).ShouldBe((Centre, null));
    }

    [Fact]
    public void Without_a_scan_and_its_departure_the_person_would_be_in_the_first_venue()
    {
        Take(Entry(Ana, HallDoor, Nine));
        var scan = Entry(Ana, new Door(Museum, Gallery, null), Nine.AddMinutes(9)) with { Sequence = 3 };
        _ana.Apply(DoorRules.Depart(_centre, CentrePlan, scan with { ScanId = RepeatRules.DepartureOf(scan.ScanId), Sequence = 2 })!);
        _ana.Whereabouts.Venue.ShouldBeNull();
        _ana.Apply(DoorRules.Decide(new VenueState(), VenuePlan.Of(Programme, Museum)!, scan));

        _ana.Without(scan.ScanId, RepeatRules.DepartureOf(scan.ScanId)).ShouldBe(new Whereabouts(Centre, Hall, null, Nine));
    }

    [Fact]
    public void Without_a_scan_at_another_venue_someone_who_left_that_one_is_not_back_in_the_first()
    {
        Take(Entry(Ana, HallDoor, Nine));
        var atMuseum = Entry(Ana, new Door(Museum, null, null), Nine.AddMinutes(9)) with { Sequence = 2 };
        var museum = VenuePlan.Of(Programme, Museum)!;
        var inside = new VenueState();
        inside.Apply(DoorRules.Decide(inside, museum, atMuseum));
        _ana.Apply(DoorRules.Decide(new VenueState(), museum, atMuseum));
        _ana.Apply(DoorRules.Decide(inside, museum, Exit(Ana, atMuseum.Door, Nine.AddMinutes(12)) with { Sequence = 3 }));

        _ana.Without(atMuseum.ScanId).Venue.ShouldBeNull();
    }

    private JournalEntry Take(ScanCommand command)
    {
        var entry = _centre.Scan(command with { Sequence = _ana.Sequence + 1 });
        _ana.Apply(entry);
        return entry;
    }

    private JournalEntry Annul(JournalEntry scan)
    {
        var command = Annulment(scan, Nine.AddMinutes(10)) with { Annulled = scan, Restore = _ana.Without(scan.ScanId), Sequence = _ana.Sequence + 1 };
        var entry = DoorRules.Annul(_centre, CentrePlan, command);
        _centre.Apply(entry);
        _ana.Apply(entry);
        return entry;
    }
}
