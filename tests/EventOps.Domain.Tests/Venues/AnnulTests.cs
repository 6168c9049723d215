using EventOps.Contracts.Delegates;
using EventOps.Contracts.Scans;
using EventOps.Contracts.Venues;
using EventOps.Domain.Venues;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Venues;

public sealed class AnnulTests
{
    private readonly VenueState _centre = EmptyCentre();

    [Fact]
    public void Annulling_an_admission_takes_the_person_out_again()
    {
        var admitted = _centre.Scan(Entry(Ana, HallDoor, Nine));

        var entry = _centre.Annul(admitted, Whereabouts.Unknown, Nine.AddMinutes(1));

        (entry.Kind, entry.Inside, entry.Marks, entry.Occupancy).ShouldBe((EntryKind.Annulled, false, EntryMarks.None, new Occupancy(0, 2, 3)));
        entry.Annuls.ShouldBe(new AnnulledScan(admitted.ScanId, EntryKind.Admitted, Nine, true));
        _centre.Present.ShouldBe(0);
    }

    [Fact]
    public void An_annulment_keeps_who_and_why_and_the_door_of_the_scan()
    {
        var admitted = _centre.Scan(Entry(Ana, PlenaryDoor, Nine));

        var entry = DoorRules.Annul(
            _centre,
            CentrePlan,
            Annulment(admitted, Nine.AddMinutes(1)) with { Annulled = admitted, Restore = Whereabouts.Unknown, Device = OtherGate, Sequence = 2 });

        (entry.Device, entry.Operator, entry.Reason, entry.Door, entry.Direction, entry.Delegate, entry.Sequence)
            .ShouldBe((OtherGate, Olga, "Wrong person", PlenaryDoor, Direction.Entry, Ana, 2));
    }

    [Fact]
    public void Annulling_an_admission_puts_the_person_back_into_the_room_they_came_from()
    {
        _centre.Scan(Entry(Ana, SalonDoor, Nine));
        var admitted = _centre.Scan(Entry(Ana, HallDoor, Nine.AddMinutes(1)));

        var entry = _centre.Annul(admitted, In(Centre, Salon), Nine.AddMinutes(2));

        (entry.Inside, entry.Place, entry.Marks, entry.Occupancy.Present).ShouldBe((true, Salon, EntryMarks.None, 0));
        (_centre.PresentIn(Hall), _centre.PresentIn(Salon)).ShouldBe((0, 1));
    }

    [Fact]
    public void Annulling_an_exit_puts_the_person_back_inside_and_counts_no_arrival()
    {
        _centre.Scan(Entry(Ana, HallDoor, Nine));
        var exit = _centre.Scan(Exit(Ana, CentreDoor, Nine.AddMinutes(1)));

        var entry = _centre.Annul(exit, In(Centre, Hall), Nine.AddMinutes(2));

        (entry.Inside, entry.Place, entry.Arrival, entry.Occupancy.Present).ShouldBe((true, Hall, false, 1));
        _centre.Summarise(CentrePlan, 1, Nine.AddMinutes(2)).Arrivals.Sum(slice => slice.Count).ShouldBe(1);
    }

    [Fact]
    public void Annulling_an_exit_from_a_room_that_has_filled_since_leaves_the_person_in_the_foyer_and_is_marked()
    {
        _centre.Scan(Entry(Ana, HallDoor, Nine));
        var exit = _centre.Scan(Exit(Ana, HallDoor, Nine.AddMinutes(1)));
        _centre.Filled(HallDoor, 3, Nine.AddMinutes(1));

        var entry = _centre.Annul(exit, In(Centre, Hall), Nine.AddMinutes(2));

        (entry.Inside, entry.Place, entry.Marks, entry.Occupancy.Present).ShouldBe((true, null, EntryMarks.NotRestored, 3));
        (_centre.PresentIn(Hall), _centre.Foyer).ShouldBe((3, 1));
    }

    [Fact]
    public void Annulling_an_exit_from_a_venue_that_has_filled_since_leaves_the_person_outside_and_is_marked()
    {
        _centre.Scan(Entry(Ana, HallDoor, Nine));
        var exit = _centre.Scan(Exit(Ana, CentreDoor, Nine.AddMinutes(1)));
        _centre.Filled(CentreDoor, 5, Nine.AddMinutes(1));

        var entry = _centre.Annul(exit, In(Centre, Hall), Nine.AddMinutes(2));

        (entry.Inside, entry.Place, entry.Marks, entry.Occupancy.Present).ShouldBe((false, null, EntryMarks.NotRestored, 5));
        _centre.Present.ShouldBe(5);
    }

    [Fact]
    public void Annulling_a_scan_that_later_ones_made_irrelevant_moves_nobody()
    {
        var first = _centre.Scan(Entry(Ana, HallDoor, Nine));
        _centre.Scan(Entry(Ana, SalonDoor, Nine.AddMinutes(1)));

        _centre.Annul(first, In(Centre, Salon), Nine.AddMinutes(2)).Marks.ShouldBe(EntryMarks.None);

        _centre.Find(Ana).ShouldBe(new Presence(Salon, null, Nine.AddMinutes(1), Gate));
    }

    [Fact]
    public void Someone_who_is_in_a_full_room_already_stays_there_unmarked()
    {
        _centre.Scan(Entry(Ana, HallDoor, Nine));
        var second = _centre.Scan(Exit(Ana, SalonDoor, Nine));
        _centre.Scan(Entry(Ana, HallDoor, Nine));
        _centre.Filled(HallDoor, 2, Nine);

        _centre.Annul(second, In(Centre, Hall), Nine.AddMinutes(2)).Marks.ShouldBe(EntryMarks.None);

        _centre.PresentIn(Hall).ShouldBe(3);
    }

    [Fact]
    public void An_annulled_arrival_is_taken_out_of_the_five_minutes_in_which_it_was_counted()
    {
        _centre.Filled(HallDoor, 1, Nine);
        var admitted = _centre.Scan(Entry(Ana, HallDoor, Nine));

        _centre.Annul(admitted, Whereabouts.Unknown, Nine.AddMinutes(7));

        _centre.Summarise(CentrePlan, 1, Nine.AddMinutes(7)).Arrivals.ShouldBe([new ArrivalSlice(Nine, 1)]);
    }
}
