using EventOps.Domain.Access;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Access;

public sealed class DoorScopeTests
{
    [Theory]
    [InlineData("venue:centre", "venue", "centre")]
    [InlineData("room:hall", "room", "hall")]
    [InlineData("session:plenary", "session", "plenary")]
    public void It_is_read_and_written_the_same(string text, string kind, string id)
    {
        DoorScope.TryParse(text, out var scope).ShouldBeTrue();
        scope.ShouldBe(new DoorScope(kind, id));
        scope.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hall")]
    [InlineData(":hall")]
    [InlineData("room:")]
    [InlineData("Room:hall")]
    [InlineData("city:mex")]
    [InlineData("room:hall:left")]
    [InlineData("room:the hall")]
    [InlineData(" room:hall")]
    public void What_is_of_another_form_is_no_scope(string? text) => DoorScope.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_venue_has_all_its_doors_a_room_all_its_sessions_and_a_session_only_itself()
    {
        new DoorScope("venue", "centre").Has(CentreDoor).ShouldBeTrue();
        new DoorScope("venue", "centre").Has(HallDoor).ShouldBeTrue();
        new DoorScope("venue", "centre").Has(PlenaryDoor).ShouldBeTrue();
        new DoorScope("venue", "museum").Has(HallDoor).ShouldBeFalse();
        new DoorScope("room", "hall").Has(CentreDoor).ShouldBeFalse();
        new DoorScope("room", "hall").Has(HallDoor).ShouldBeTrue();
        new DoorScope("room", "hall").Has(PlenaryDoor).ShouldBeTrue();
        new DoorScope("room", "hall").Has(SalonDoor).ShouldBeFalse();
        new DoorScope("session", "plenary").Has(HallDoor).ShouldBeFalse();
        new DoorScope("session", "plenary").Has(PlenaryDoor).ShouldBeTrue();
    }

    [Fact]
    public void An_id_is_compared_with_its_own_kind_alone()
    {
        new DoorScope("venue", "hall").Has(HallDoor).ShouldBeFalse();
        new DoorScope("room", "plenary").Has(PlenaryDoor).ShouldBeFalse();
        new DoorScope("session", "hall").Has(PlenaryDoor).ShouldBeFalse();
        default(DoorScope).Has(CentreDoor).ShouldBeFalse();
    }

    [Fact]
    public void No_list_is_every_door_and_an_empty_one_none()
    {
        DoorScope.Allow(null, SalonDoor).ShouldBeTrue();
        DoorScope.Allow([], SalonDoor).ShouldBeFalse();
    }

    [Fact]
    public void One_scope_that_has_the_door_is_enough_and_what_cannot_be_read_allows_nothing()
    {
        DoorScope.Allow(["session:plenary", "room:salon"], SalonDoor).ShouldBeTrue();
        DoorScope.Allow(["session:plenary", "room:gallery"], SalonDoor).ShouldBeFalse();
        DoorScope.Allow(["", "*", "venue"], SalonDoor).ShouldBeFalse();
    }
}
