using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;
using EventOps.Domain.Sessions;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Sessions;

public sealed class AgendaRulesTests
{
    private static readonly HashSet<SessionId> Registered = [Plenary];

    [Theory]
    [InlineData(-0.01, false)]
    [InlineData(0, true)]
    [InlineData(119.9, true)]
    [InlineData(120, false)]
    public void A_session_is_on_from_half_an_hour_before_its_doors_open_until_it_ends(double minutes, bool isOn) =>
        AgendaRules.Now(Programme, Registered, Nine.AddMinutes(minutes)).Length.ShouldBe(isOn ? 1 : 0);

    [Fact]
    public void A_session_is_told_with_where_and_when_it_is() =>
        AgendaRules.Now(Programme, Registered, Nine).ShouldBe([new SessionPlace(Plenary, Hall, Centre, Nine.AddHours(1))]);

    [Fact]
    public void Sessions_of_others_are_not_theirs() => AgendaRules.Now(Programme, new HashSet<SessionId>(), Nine).ShouldBeEmpty();

    [Fact]
    public void A_cancelled_session_is_nowhere_to_go() =>
        AgendaRules.Now(Programme with { Sessions = [PlenarySession() with { Status = SessionStatus.Cancelled }] }, Registered, Nine).ShouldBeEmpty();
}
