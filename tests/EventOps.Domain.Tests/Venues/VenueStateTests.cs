using EventOps.Contracts;
using EventOps.Contracts.Scans;
using EventOps.Contracts.Venues;
using EventOps.Domain.Venues;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Venues;

public sealed class VenueStateTests
{
    private readonly VenueState _centre = EmptyCentre();

    [Fact]
    public void An_entry_that_does_not_follow_is_an_error()
    {
        var entry = _centre.Scan(Entry(Ana, HallDoor, Nine));

        Should.Throw<InvalidOperationException>(() => _centre.Apply(entry)).Message.ShouldBe("Entry 1 of centre cannot follow entry 1.");
        Should.Throw<InvalidOperationException>(() => _centre.Apply(entry with { Version = 3 }));
    }

    [Fact]
    public void A_summary_counts_rooms_and_foyer_and_their_sum()
    {
        _centre.Filled(HallDoor, 2, Nine).Filled(SalonDoor, 1, Nine).Filled(CentreDoor, 1, Nine);

        var summary = _centre.Summarise(CentrePlan, 42, Nine);

        (summary.Venue, summary.Revision, summary.Version, summary.Foyer).ShouldBe((Centre, 42, 4, 1));
        summary.Occupancy.ShouldBe(new Occupancy(4, null, 5));
        summary.Rooms.ShouldBe([
            new RoomSummary(Hall, new Occupancy(2, 2, 3), 2, 0.2),
            new RoomSummary(Salon, new Occupancy(1, 2, 2), 1, 0.1),
        ]);
    }

    [Fact]
    public void Trend_and_arrivals_of_a_room_are_those_of_the_last_ten_minutes()
    {
        _centre.Filled(HallDoor, 2, Nine);
        _centre.Scan(Entry(Ana, SalonDoor, Nine.AddMinutes(1)));
        _centre.Scan(Entry(Ana, HallDoor, Nine.AddMinutes(12)).Override());

        var rooms = _centre.Summarise(CentrePlan, 1, Nine.AddMinutes(12)).Rooms;

        rooms.Select(room => (room.Trend, room.ArrivalsPerMinute)).ShouldBe([(1, 0.1), (-1, 0)]);
    }

    [Fact]
    public void Arrivals_are_counted_in_slices_of_five_minutes_oldest_first()
    {
        _centre.Filled(HallDoor, 1, Nine.AddMinutes(4.9)).Filled(HallDoor, 1, Nine.AddMinutes(5)).Filled(SalonDoor, 2, Nine.AddMinutes(20));

        _centre.Summarise(CentrePlan, 1, Nine.AddMinutes(20)).Arrivals.ShouldBe([
            new ArrivalSlice(Nine, 1),
            new ArrivalSlice(Nine.AddMinutes(5), 1),
            new ArrivalSlice(Nine.AddMinutes(20), 2),
        ]);
    }

    [Fact]
    public void Going_to_another_room_is_no_arrival()
    {
        _centre.Scan(Entry(Ana, HallDoor, Nine));
        _centre.Scan(Entry(Ana, SalonDoor, Nine.AddMinutes(6)));

        _centre.Summarise(CentrePlan, 1, Nine.AddMinutes(6)).Arrivals.ShouldBe([new ArrivalSlice(Nine, 1)]);
    }

    [Fact]
    public void An_arrival_before_the_last_one_is_counted_in_its_own_slice()
    {
        _centre.Filled(HallDoor, 1, Nine.AddMinutes(10)).Filled(HallDoor, 1, Nine);

        _centre.Summarise(CentrePlan, 1, Nine.AddMinutes(10)).Arrivals
            .ShouldBe([new ArrivalSlice(Nine, 1), new ArrivalSlice(Nine.AddMinutes(10), 1)]);
    }

    [Fact]
    public void Arrivals_are_kept_for_a_day_after_the_last()
    {
        _centre.Filled(HallDoor, 1, Nine).Filled(HallDoor, 1, Nine.AddHours(1)).Filled(SalonDoor, 1, Nine.AddHours(24.5));

        _centre.Summarise(CentrePlan, 1, Nine.AddHours(24.5)).Arrivals.Select(slice => slice.From)
            .ShouldBe([Nine.AddHours(1), Nine.AddHours(24.5)]);
    }

    [Fact]
    public void Arrivals_of_more_than_a_day_ago_are_not_shown_in_a_quiet_venue_either()
    {
        _centre.Filled(HallDoor, 1, Nine);

        _centre.Summarise(CentrePlan, 1, Nine.AddHours(23.9)).Arrivals.Length.ShouldBe(1);
        _centre.Summarise(CentrePlan, 1, Nine.AddHours(25)).Arrivals.ShouldBeEmpty();
    }

    [Fact]
    public void The_last_twelve_scans_are_kept_newest_first()
    {
        for (var scan = 0; scan < 15; scan++)
            _centre.Scan(Exit(Ana, CentreDoor, Nine.AddMinutes(scan)));

        _centre.Summarise(CentrePlan, 1, Nine).Recent.Select(entry => entry.Version)
            .ShouldBe(Enumerable.Range(4, 12).Reverse().Select(version => (long)version));
    }

    [Fact]
    public void Everyone_inside_is_on_the_muster_list()
    {
        _centre.Scan(Entry(Ana, PlenaryDoor, Nine));
        _centre.Scan(Entry(Ben, CentreDoor, Nine.AddMinutes(1)) with { Device = OtherGate });
        _centre.Scan(Entry(Chloe, HallDoor, Nine));
        _centre.Scan(Exit(Chloe, CentreDoor, Nine));

        _centre.Inside().ShouldBe(
            [new PersonInside(Ana, Hall, Plenary, Nine, Gate), new PersonInside(Ben, null, null, Nine.AddMinutes(1), OtherGate)],
            ignoreOrder: true);
    }

    [Fact]
    public void A_plan_has_the_rooms_of_its_venue_alone()
    {
        CentrePlan.Rooms.Select(room => room.Id).ShouldBe([Hall, Salon]);
        CentrePlan.Version.ShouldBe(7);
        VenuePlan.Of(Programme, new VenueId("nowhere")).ShouldBeNull();
        Should.Throw<KeyNotFoundException>(() => CentrePlan.Room(Gallery));
    }
}
