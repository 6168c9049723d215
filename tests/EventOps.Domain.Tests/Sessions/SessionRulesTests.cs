using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;
using EventOps.Domain.Sessions;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Sessions;

public sealed class SessionRulesTests
{
    private static readonly DateTimeOffset DoorsOpen = Nine.AddMinutes(30);
    private static readonly DateTimeOffset Start = Nine.AddHours(1);
    private static readonly DateTimeOffset DoorsClose = Nine.AddMinutes(90);

    [Fact]
    public void An_open_session_admits_everyone_while_its_doors_are_open() =>
        Check(PlenarySession(), null, DoorsOpen).ShouldBeNull();

    [Fact]
    public void A_cancelled_session_refuses() =>
        Check(PlenarySession() with { Status = SessionStatus.Cancelled }, null, DoorsOpen).ShouldBe(new Refusal(RefusalReason.SessionCancelled));

    [Theory]
    [InlineData("centre", "salon")]
    [InlineData("museum", "gallery")]
    public void A_session_that_takes_place_elsewhere_refuses_with_where_it_is_now(string venue, string room)
    {
        var moved = new SessionPlace(Plenary, new RoomId(room), new VenueId(venue), Start);

        SessionRules.Check(PlenarySession(), moved, null, Entry(Ana, PlenaryDoor, DoorsOpen))
            .ShouldBe(new Refusal(RefusalReason.SessionMoved, new RefusalFacts { MovedTo = moved }));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(RegistrationKind.Registered)]
    public void A_session_by_invitation_refuses_all_but_the_invited_and_names_its_rule(RegistrationKind? kind) =>
        Check(PlenarySession(AccessRule.Invited), Registered(kind), DoorsOpen)
            .ShouldBe(new Refusal(RefusalReason.NotInvited, new RefusalFacts { Access = AccessRule.Invited }));

    [Fact]
    public void A_session_by_invitation_admits_the_invited() =>
        Check(PlenarySession(AccessRule.Invited), Registered(RegistrationKind.Invited), DoorsOpen).ShouldBeNull();

    [Fact]
    public void A_session_by_registration_refuses_those_who_are_not_expected_and_names_its_rule() =>
        Check(PlenarySession(AccessRule.Registered), null, DoorsOpen)
            .ShouldBe(new Refusal(RefusalReason.NotRegistered, new RefusalFacts { Access = AccessRule.Registered }));

    [Theory]
    [InlineData(RegistrationKind.Registered)]
    [InlineData(RegistrationKind.Invited)]
    public void A_session_by_registration_admits_the_registered_and_the_invited(RegistrationKind kind) =>
        Check(PlenarySession(AccessRule.Registered), Registered(kind), DoorsOpen).ShouldBeNull();

    [Fact]
    public void Before_the_doors_open_it_is_too_early_and_says_when_they_open() =>
        Check(PlenarySession(), null, DoorsOpen.AddTicks(-1))
            .ShouldBe(new Refusal(RefusalReason.TooEarly, new RefusalFacts { DoorsOpen = DoorsOpen }));

    [Fact]
    public void After_the_doors_closed_it_is_too_late_and_says_when_they_closed()
    {
        Check(PlenarySession(), null, DoorsClose).ShouldBeNull();
        Check(PlenarySession(), null, DoorsClose.AddTicks(1))
            .ShouldBe(new Refusal(RefusalReason.TooLate, new RefusalFacts { DoorsClosed = DoorsClose }));
    }

    [Fact]
    public void Who_is_not_invited_hears_that_before_they_hear_that_it_is_too_early() =>
        Check(PlenarySession(AccessRule.Invited), null, Nine).ShouldNotBeNull().Reason.ShouldBe(RefusalReason.NotInvited);

    [Fact]
    public void An_exit_is_asked_nothing() =>
        SessionRules.Check(
            PlenarySession(AccessRule.Invited) with { Status = SessionStatus.Cancelled },
            AgendaRules.Place(Programme, PlenarySession()),
            null,
            Exit(Ana, PlenaryDoor, DoorsClose.AddHours(1))).ShouldBeNull();

    [Fact]
    public void Seats_are_held_from_others_until_the_session_starts()
    {
        var state = new SessionState([Seat(Ben), Seat(Chloe)]);

        SessionRules.SeatsHeldFromThem(PlenarySession(), state, null, Start.AddTicks(-1)).ShouldBe(2);
        SessionRules.SeatsHeldFromThem(PlenarySession(), state, null, Start).ShouldBe(0);
    }

    [Fact]
    public void A_registration_without_a_seat_is_no_claim_to_a_held_one() =>
        SessionRules.SeatsHeldFromThem(PlenarySession(), new SessionState([Seat(Ben)]), Registered(RegistrationKind.Invited), Nine).ShouldBe(1);

    [Fact]
    public void No_seat_is_held_from_one_of_those_for_whom_seats_are_held() =>
        SessionRules.SeatsHeldFromThem(PlenarySession(), new SessionState([Seat(Ben), Seat(Ana)]), Seat(Ana), Nine).ShouldBe(0);

    private static Refusal? Check(Session session, Registration? registration, DateTimeOffset at) =>
        SessionRules.Check(session, AgendaRules.Place(Programme, session), registration, Entry(Ana, PlenaryDoor, at));

    private static Registration? Registered(RegistrationKind? kind) => kind is { } known ? new Registration(Plenary, Ana, known, false) : null;

    private static Registration Seat(DelegateId person) => new(Plenary, person, RegistrationKind.Invited, true);
}
