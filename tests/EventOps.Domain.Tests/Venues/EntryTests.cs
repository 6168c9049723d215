using EventOps.Contracts;
using EventOps.Contracts.Scans;
using EventOps.Domain.Venues;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Venues;

public sealed class EntryTests
{
    private readonly VenueState _centre = EmptyCentre();

    [Fact]
    public void An_admission_to_a_room_leaves_the_person_in_that_room()
    {
        var entry = _centre.Scan(Entry(Ana, HallDoor, Nine));

        entry.Kind.ShouldBe(EntryKind.Admitted);
        (entry.Inside, entry.Place).ShouldBe((true, Hall));
        _centre.Find(Ana).ShouldNotBeNull().Room.ShouldBe(Hall);
        (_centre.Present, _centre.Foyer, _centre.PresentIn(Hall)).ShouldBe((1, 0, 1));
    }

    [Fact]
    public void An_admission_tells_the_occupancy_with_the_person_in_it()
    {
        _centre.Filled(HallDoor, 1, Nine);

        _centre.Scan(Entry(Ana, HallDoor, Nine)).Occupancy.ShouldBe(new Occupancy(2, 2, 3));
    }

    [Fact]
    public void An_admission_at_the_venues_own_door_leads_to_the_foyer_and_tells_the_venues_occupancy()
    {
        _centre.Filled(HallDoor, 1, Nine);

        var entry = _centre.Scan(Entry(Ana, CentreDoor, Nine));

        (entry.Inside, entry.Place).ShouldBe((true, null));
        entry.Occupancy.ShouldBe(new Occupancy(2, null, 5));
        _centre.Foyer.ShouldBe(1);
    }

    [Fact]
    public void Everything_has_a_who_and_both_clocks()
    {
        var command = Entry(Ana, HallDoor, Nine);

        var entry = _centre.Scan(command);

        (entry.Device, entry.Operator, entry.At, entry.ScannedAt, entry.SentAt)
            .ShouldBe((Gate, Olga, Nine, Nine.AddSeconds(-2), Nine.AddSeconds(-1)));
        (entry.Mission, entry.Venue, entry.ScanId, entry.Delegate, entry.Code, entry.Door, entry.Direction)
            .ShouldBe((Expo, Centre, command.ScanId, Ana, "code-of-ana", HallDoor, Direction.Entry));
    }

    [Fact]
    public void Going_from_one_room_to_another_is_one_step_and_no_second_arrival()
    {
        _centre.Scan(Entry(Ana, HallDoor, Nine)).Arrival.ShouldBeTrue();

        var moved = _centre.Scan(Entry(Ana, SalonDoor, Nine.AddMinutes(1)));

        moved.Arrival.ShouldBeFalse();
        (_centre.Present, _centre.PresentIn(Hall), _centre.PresentIn(Salon)).ShouldBe((1, 0, 1));
    }

    [Fact]
    public void Coming_back_through_the_venues_own_door_takes_the_person_out_of_the_room()
    {
        _centre.Scan(Entry(Ana, HallDoor, Nine));

        var entry = _centre.Scan(Entry(Ana, CentreDoor, Nine.AddMinutes(1)));

        (entry.Kind, entry.Arrival, entry.Occupancy.Present).ShouldBe((EntryKind.Admitted, false, 1));
        (_centre.PresentIn(Hall), _centre.Foyer).ShouldBe((0, 1));
    }

    [Fact]
    public void A_second_entry_while_inside_is_refused_with_since_when_and_which_door()
    {
        _centre.Scan(Entry(Ana, PlenaryDoor, Nine));

        var second = _centre.Scan(Entry(Ana, HallDoor, Nine.AddMinutes(5)) with { Device = OtherGate });

        second.Kind.ShouldBe(EntryKind.Refused);
        second.Refusal.ShouldBe(new Refusal(RefusalReason.AlreadyInside, new RefusalFacts
        {
            InsideSince = Nine,
            ThroughDoor = PlenaryDoor,
            ByDevice = Gate,
        }));
        _centre.Find(Ana).ShouldBe(new Presence(Hall, Plenary, Nine, Gate));
    }

    [Fact]
    public void A_second_entry_to_the_foyer_while_in_it_is_refused()
    {
        _centre.Scan(Entry(Ana, CentreDoor, Nine));

        _centre.Scan(Entry(Ana, CentreDoor, Nine)).Refusal.ShouldNotBeNull().Reason.ShouldBe(RefusalReason.AlreadyInside);
    }

    [Fact]
    public void A_full_room_refuses_with_occupancy_capacity_and_arrival_rate()
    {
        _centre.Filled(HallDoor, 3, Nine);

        _centre.Scan(Entry(Ana, HallDoor, Nine.AddMinutes(1))).Refusal
            .ShouldBe(new Refusal(RefusalReason.RoomFull, new RefusalFacts { Occupancy = 3, Capacity = 3, ArrivalsPerMinute = 0.3 }));
    }

    [Fact]
    public void A_full_room_is_never_overridden()
    {
        _centre.Filled(HallDoor, 3, Nine);

        var entry = _centre.Scan(Entry(Ana, HallDoor, Nine).Override());

        (entry.Kind, entry.Overrode).ShouldBe((EntryKind.Refused, null));
        _centre.PresentIn(Hall).ShouldBe(3);
    }

    [Fact]
    public void A_full_venue_refuses_with_occupancy_capacity_and_arrival_rate()
    {
        _centre.Filled(CentreDoor, 5, Nine);

        _centre.Scan(Entry(Ana, HallDoor, Nine.AddMinutes(1))).Refusal
            .ShouldBe(new Refusal(RefusalReason.VenueFull, new RefusalFacts { Occupancy = 5, Capacity = 5, ArrivalsPerMinute = 0.5 }));
    }

    [Fact]
    public void A_full_venue_is_never_overridden()
    {
        _centre.Filled(CentreDoor, 5, Nine);

        _centre.Scan(Entry(Ana, CentreDoor, Nine).Override()).Kind.ShouldBe(EntryKind.Refused);
    }

    [Fact]
    public void Someone_in_the_foyer_of_a_full_venue_is_admitted_to_a_room()
    {
        _centre.Scan(Entry(Ana, CentreDoor, Nine));
        _centre.Filled(CentreDoor, 4, Nine);

        _centre.Scan(Entry(Ana, HallDoor, Nine)).Kind.ShouldBe(EntryKind.Admitted);
    }

    [Fact]
    public void Over_comfort_is_refused_with_the_seats_that_the_law_leaves()
    {
        _centre.Filled(HallDoor, 2, Nine);

        _centre.Scan(Entry(Ana, HallDoor, Nine)).Refusal
            .ShouldBe(new Refusal(RefusalReason.OverComfort, new RefusalFacts { Occupancy = 2, Capacity = 2, FreeSeats = 1 }));
    }

    [Fact]
    public void Over_comfort_is_overridden_with_a_reason_that_the_entry_keeps()
    {
        _centre.Filled(HallDoor, 2, Nine);

        var entry = _centre.Scan(Entry(Ana, HallDoor, Nine).Override("The minister's interpreter"));

        (entry.Kind, entry.Overrode, entry.Reason).ShouldBe((EntryKind.Admitted, RefusalReason.OverComfort, "The minister's interpreter"));
    }

    [Fact]
    public void An_override_that_was_not_needed_overrode_nothing() =>
        _centre.Scan(Entry(Ana, HallDoor, Nine).Override()).Overrode.ShouldBeNull();

    [Fact]
    public void The_last_seats_before_those_that_are_held_are_given_away()
    {
        _centre.Scan(Entry(Ana, HallDoor, Nine) with { HeldSeats = 1, HeldFor = "speakers" }).Kind.ShouldBe(EntryKind.Admitted);
    }

    [Fact]
    public void Held_seats_are_refused_with_how_many_are_free_and_whom_they_are_held_for()
    {
        _centre.Filled(HallDoor, 1, Nine);

        _centre.Scan(Entry(Ana, HallDoor, Nine) with { HeldSeats = 1, HeldFor = "speakers" }).Refusal
            .ShouldBe(new Refusal(RefusalReason.HeldSeats, new RefusalFacts { FreeSeats = 1, HeldSeats = 1, HeldFor = "speakers" }));
    }

    [Fact]
    public void Held_seats_are_overridden_with_a_reason()
    {
        _centre.Filled(HallDoor, 1, Nine);

        var entry = _centre.Scan((Entry(Ana, HallDoor, Nine) with { HeldSeats = 1 }).Override());

        (entry.Kind, entry.Overrode).ShouldBe((EntryKind.Admitted, RefusalReason.HeldSeats));
    }

    [Fact]
    public void Only_the_soft_limits_are_overridable() =>
        Enum.GetValues<RefusalReason>().Where(reason => new Refusal(reason).IsOverridable)
            .ShouldBe([RefusalReason.OverComfort, RefusalReason.HeldSeats]);

    [Fact]
    public void A_refusal_from_further_up_is_recorded_with_raw_code_device_operator_and_reason()
    {
        var refusal = new Refusal(RefusalReason.TooEarly, new RefusalFacts { DoorsOpen = Nine.AddMinutes(30) });

        var entry = _centre.Scan((Entry(Ana, HallDoor, Nine) with { Refusal = refusal }).Override());

        (entry.Kind, entry.Refusal, entry.Code, entry.Device, entry.Operator).ShouldBe((EntryKind.Refused, refusal, "code-of-ana", Gate, Olga));
        (_centre.Version, _centre.Present, entry.Inside).ShouldBe((1, 0, false));
    }

    [Theory]
    [InlineData(Direction.Entry)]
    [InlineData(Direction.Exit)]
    public void A_badge_that_was_never_issued_is_refused_and_recorded(Direction direction)
    {
        var entry = _centre.Scan(Entry(null, HallDoor, Nine) with { Direction = direction });

        (entry.Kind, entry.Delegate, entry.Code).ShouldBe((EntryKind.Refused, (DelegateId?)null, "code-of-nobody"));
        entry.Refusal.ShouldBe(new Refusal(RefusalReason.UnknownBadge));
    }

    [Fact]
    public void A_badge_of_another_mission_is_refused_as_such()
    {
        var entry = _centre.Scan(Entry(null, HallDoor, Nine) with { Refusal = new Refusal(RefusalReason.WrongMission) });

        entry.Refusal.ShouldBe(new Refusal(RefusalReason.WrongMission));
    }

    [Fact]
    public void A_cloned_badge_is_marked_and_raised_whatever_was_decided()
    {
        var entry = _centre.Scan(Entry(Ana, HallDoor, Nine) with { ClonedBadge = true });

        entry.Marks.ShouldBe(EntryMarks.ClonedBadge);
        _centre.Summarise(CentrePlan, 1, Nine).Alerts.ShouldBe([entry]);
    }
}
