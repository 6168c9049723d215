using EventOps.Contracts.Delegates;
using EventOps.Contracts.Scans;
using EventOps.Contracts.Sessions;
using EventOps.Domain.Sessions;
using EventOps.Domain.Venues;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Sessions;

public sealed class SessionStateTests
{
    private readonly VenueState _centre = EmptyCentre();
    private readonly SessionState _session = new([
        new Registration(Plenary, Ana, RegistrationKind.Invited, true),
        new Registration(Plenary, Ben, RegistrationKind.Registered, false),
    ]);

    [Fact]
    public void Before_anyone_comes_the_expected_are_missing()
    {
        _session.Summarise(Plenary, 3).ShouldBe(new SessionSummary(Plenary, 3, 2, 0, 0, 1));
        _session.Lines().ShouldBe(
            [new RosterLine(Ana, RegistrationKind.Invited, true, null, 0), new RosterLine(Ben, RegistrationKind.Registered, false, null, 0)],
            ignoreOrder: true);
    }

    [Fact]
    public void An_admission_is_an_attendance_and_uses_the_seat_that_was_held()
    {
        Take(Entry(Ana, PlenaryDoor, Nine));

        _session.Summarise(Plenary, 1).ShouldBe(new SessionSummary(Plenary, 1, 2, 1, 1, 0));
    }

    [Fact]
    public void Someone_who_just_came_has_attended_and_was_not_expected()
    {
        Take(Entry(Chloe, PlenaryDoor, Nine));

        _session.Summarise(Plenary, 1).ShouldBe(new SessionSummary(Plenary, 1, 2, 1, 0, 1));
        _session.Lines().ShouldContain(new RosterLine(Chloe, null, false, Nine, 1));
    }

    [Fact]
    public void Leaving_and_coming_back_is_one_attendance_with_two_visits()
    {
        Take(Entry(Ana, PlenaryDoor, Nine));
        Take(Exit(Ana, PlenaryDoor, Nine.AddMinutes(5)));
        Take(Entry(Ana, PlenaryDoor, Nine.AddMinutes(9)));

        _session.Summarise(Plenary, 1).ShouldBe(new SessionSummary(Plenary, 1, 2, 1, 1, 0));
        _session.Lines().ShouldContain(new RosterLine(Ana, RegistrationKind.Invited, true, Nine, 2));
    }

    [Fact]
    public void The_same_entry_twice_counts_once()
    {
        var entry = Take(Entry(Ana, PlenaryDoor, Nine));

        _session.Apply(entry);

        _session.Lines().ShouldContain(new RosterLine(Ana, RegistrationKind.Invited, true, Nine, 1));
    }

    [Fact]
    public void A_refusal_is_no_attendance()
    {
        Take(Entry(Ana, PlenaryDoor, Nine) with { Refusal = new Refusal(RefusalReason.TooEarly) });

        _session.Arrived.ShouldBe(0);
    }

    [Fact]
    public void An_annulled_admission_was_no_attendance_and_the_seat_is_held_again()
    {
        var admitted = Take(Entry(Ana, PlenaryDoor, Nine));

        _session.Apply(_centre.Annul(admitted, Whereabouts.Unknown, Nine.AddMinutes(1)));

        _session.Summarise(Plenary, 1).ShouldBe(new SessionSummary(Plenary, 1, 2, 0, 0, 1));
        _session.Lines().ShouldContain(new RosterLine(Ana, RegistrationKind.Invited, true, null, 0));
    }

    [Fact]
    public void An_annulled_second_visit_leaves_the_first()
    {
        Take(Entry(Ana, PlenaryDoor, Nine));
        Take(Exit(Ana, CentreDoor, Nine.AddMinutes(5)));
        var second = Take(Entry(Ana, PlenaryDoor, Nine.AddMinutes(9)));

        _session.Apply(_centre.Annul(second, Whereabouts.Unknown, Nine.AddMinutes(10)));

        _session.Lines().ShouldContain(new RosterLine(Ana, RegistrationKind.Invited, true, Nine, 1));
    }

    [Fact]
    public void An_annulled_exit_changes_no_attendance()
    {
        Take(Entry(Ana, PlenaryDoor, Nine));
        var exit = Take(Exit(Ana, PlenaryDoor, Nine.AddMinutes(5)));

        _session.Apply(_centre.Annul(exit, In(Centre, Hall), Nine.AddMinutes(6)));

        _session.Lines().ShouldContain(new RosterLine(Ana, RegistrationKind.Invited, true, Nine, 1));
    }

    [Fact]
    public void A_code_that_says_nothing_is_nobodys_attendance()
    {
        Take(Entry(null, PlenaryDoor, Nine) with { Refusal = new Refusal(RefusalReason.UnknownBadge) });

        _session.Arrived.ShouldBe(0);
    }

    private JournalEntry Take(ScanCommand command)
    {
        var entry = _centre.Scan(command);
        _session.Apply(entry);
        return entry;
    }
}
