using EventOps.Contracts.Missions;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Contracts;

public sealed class MissionClockTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);
    private static readonly MissionClock Rehearsal = new(Now, Nine, 30);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1234567)]
    public void The_real_clock_shows_the_real_time_to_the_tick(long ticks) => MissionClock.Real.At(Now.AddTicks(ticks)).ShouldBe(Now.AddTicks(ticks));

    [Fact]
    public void Only_the_real_clock_is_no_rehearsal()
    {
        MissionClock.Real.IsRehearsal.ShouldBeFalse();
        Rehearsal.IsRehearsal.ShouldBeTrue();
    }

    [Fact]
    public void A_rehearsal_runs_at_its_speed() => Rehearsal.At(Now.AddSeconds(10)).ShouldBe(Nine.AddMinutes(5));

    [Fact]
    public void A_rehearsal_runs_at_its_speed_before_its_anchor_too() => Rehearsal.At(Now.AddSeconds(-10)).ShouldBe(Nine.AddMinutes(-5));

    [Fact]
    public void A_moment_is_as_far_away_as_it_takes_in_real_time() => Rehearsal.Until(Nine.AddHours(1), Now.AddSeconds(10)).ShouldBe(TimeSpan.FromSeconds(110));

    [Fact]
    public void A_moment_that_has_passed_is_a_negative_time_away() => Rehearsal.Until(Nine, Now.AddSeconds(10)).ShouldBe(TimeSpan.FromSeconds(-10));

    [Fact]
    public void A_clock_that_stands_still_never_gets_there()
    {
        var still = Rehearsal.WithSpeed(0, Now);

        still.At(Now.AddHours(5)).ShouldBe(Nine);
        still.Until(Nine.AddHours(1), Now).ShouldBe(Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void Another_speed_goes_on_from_the_same_time()
    {
        var faster = Rehearsal.WithSpeed(600, Now.AddSeconds(10));

        faster.At(Now.AddSeconds(10)).ShouldBe(Nine.AddMinutes(5));
        faster.At(Now.AddSeconds(11)).ShouldBe(Nine.AddMinutes(15));
    }

    [Fact]
    public void A_clock_is_set_to_a_moment_and_keeps_its_speed()
    {
        var set = Rehearsal.Showing(Nine.AddDays(1), Now.AddSeconds(99));

        set.At(Now.AddSeconds(99)).ShouldBe(Nine.AddDays(1));
        set.Speed.ShouldBe(30);
    }
}
