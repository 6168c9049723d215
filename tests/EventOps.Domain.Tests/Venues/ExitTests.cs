using EventOps.Contracts.Scans;
using EventOps.Domain.Venues;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Venues;

public sealed class ExitTests
{
    private readonly VenueState _centre = EmptyCentre();

    [Fact]
    public void Leaving_a_room_leads_to_the_foyer()
    {
        _centre.Filled(HallDoor, 1, Nine).Scan(Entry(Ana, HallDoor, Nine));

        var exit = _centre.Scan(Exit(Ana, HallDoor, Nine.AddMinutes(1)));

        (exit.Kind, exit.Inside, exit.Place, exit.Marks).ShouldBe((EntryKind.Exited, true, null, EntryMarks.None));
        exit.Occupancy.ShouldBe(new Occupancy(1, 2, 3));
        (_centre.Present, _centre.Foyer, _centre.PresentIn(Hall)).ShouldBe((2, 1, 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Leaving_through_the_venues_own_door_leads_outside(bool fromRoom)
    {
        _centre.Scan(Entry(Ana, fromRoom ? HallDoor : CentreDoor, Nine));

        var exit = _centre.Scan(Exit(Ana, CentreDoor, Nine.AddMinutes(1)));

        (exit.Kind, exit.Inside, exit.Marks, exit.Occupancy.Present).ShouldBe((EntryKind.Exited, false, EntryMarks.None, 0));
        (_centre.Present, _centre.Foyer, _centre.PresentIn(Hall)).ShouldBe((0, 0, 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_exit_of_someone_who_is_not_inside_is_recorded_and_marked(bool atRoom)
    {
        var exit = _centre.Scan(Exit(Ana, atRoom ? HallDoor : CentreDoor, Nine));

        (exit.Kind, exit.Inside, exit.Marks, exit.Occupancy.Present).ShouldBe((EntryKind.Exited, false, EntryMarks.NotInside, 0));
        _centre.Find(Ana).ShouldBeNull();
    }

    [Fact]
    public void An_exit_from_another_room_leads_to_the_foyer_and_is_marked()
    {
        _centre.Scan(Entry(Ana, SalonDoor, Nine));

        var exit = _centre.Scan(Exit(Ana, HallDoor, Nine.AddMinutes(1)));

        (exit.Kind, exit.Inside, exit.Place, exit.Marks).ShouldBe((EntryKind.Exited, true, null, EntryMarks.WasElsewhere));
        exit.Occupancy.Present.ShouldBe(0);
        (_centre.PresentIn(Salon), _centre.Foyer).ShouldBe((0, 1));
    }

    [Fact]
    public void An_exit_from_a_room_while_in_the_foyer_changes_nothing_and_is_marked()
    {
        _centre.Scan(Entry(Ana, CentreDoor, Nine));

        _centre.Scan(Exit(Ana, HallDoor, Nine.AddMinutes(1))).Marks.ShouldBe(EntryMarks.WasElsewhere);

        _centre.Find(Ana).ShouldBe(new Presence(null, null, Nine, Gate));
    }

    [Fact]
    public void A_departure_takes_the_person_out_and_says_from_where()
    {
        _centre.Filled(HallDoor, 1, Nine).Scan(Entry(Ana, PlenaryDoor, Nine));

        var departure = DoorRules.Depart(_centre, CentrePlan, Entry(Ana, new Door(Museum, Gallery, null), Nine.AddMinutes(9)).Override()).ShouldNotBeNull();
        _centre.Apply(departure);

        (departure.Kind, departure.Venue, departure.Door, departure.Direction, departure.Inside)
            .ShouldBe((EntryKind.Departed, Centre, HallDoor, Direction.Exit, false));
        departure.Occupancy.ShouldBe(new Occupancy(1, 2, 3));
        departure.Reason.ShouldBeNull();
        _centre.Find(Ana).ShouldBeNull();
    }

    [Fact]
    public void A_departure_of_someone_who_is_not_inside_is_nothing() =>
        DoorRules.Depart(_centre, CentrePlan, Entry(Ana, new Door(Museum, null, null), Nine)).ShouldBeNull();
}
