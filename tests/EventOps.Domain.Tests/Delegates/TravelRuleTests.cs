using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Domain.Delegates;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Delegates;

public sealed class TravelRuleTests
{
    [Fact]
    public void Nobody_is_in_another_city_within_the_hour()
    {
        TravelRule.IsImpossible(Programme, In(Centre, Hall), Forum, Nine.AddMinutes(60).AddTicks(-1)).ShouldBeTrue();
        TravelRule.IsImpossible(Programme, In(Centre, Hall), Forum, Nine.AddMinutes(60)).ShouldBeFalse();
    }

    [Fact]
    public void Another_venue_in_the_same_city_is_near_enough() => TravelRule.IsImpossible(Programme, In(Centre), Museum, Nine).ShouldBeFalse();

    [Fact]
    public void Who_is_outside_may_be_anywhere() =>
        TravelRule.IsImpossible(Programme, new Whereabouts(null, null, null, Nine), Forum, Nine).ShouldBeFalse();

    [Fact]
    public void Who_was_never_seen_may_be_anywhere() => TravelRule.IsImpossible(Programme, Whereabouts.Unknown, Forum, Nine).ShouldBeFalse();

    [Fact]
    public void A_venue_that_the_programme_does_not_know_proves_nothing() =>
        TravelRule.IsImpossible(Programme, In(new VenueId("nowhere")), Forum, Nine).ShouldBeFalse();
}
