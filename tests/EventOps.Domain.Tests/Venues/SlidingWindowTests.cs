using EventOps.Domain.Venues;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Venues;

public sealed class SlidingWindowTests
{
    private readonly SlidingWindow _window = new();

    [Fact]
    public void Nothing_has_happened_in_an_empty_window()
    {
        _window.Trend(Nine).ShouldBe(0);
        _window.ArrivalsPerMinute(Nine).ShouldBe(0);
    }

    [Fact]
    public void Trend_is_comings_less_goings()
    {
        _window.Enter(Nine);
        _window.Enter(Nine.AddMinutes(3));
        _window.Leave(Nine.AddMinutes(4));
        _window.Leave(Nine.AddMinutes(4));
        _window.Leave(Nine.AddMinutes(5));

        _window.Trend(Nine.AddMinutes(5)).ShouldBe(-1);
    }

    [Fact]
    public void Arrivals_per_minute_are_comings_over_ten_minutes()
    {
        for (var minute = 0; minute < 7; minute++)
            _window.Enter(Nine.AddMinutes(minute));
        _window.Leave(Nine.AddMinutes(6));

        _window.ArrivalsPerMinute(Nine.AddMinutes(6)).ShouldBe(0.7);
    }

    [Theory]
    [InlineData(9, 1)]
    [InlineData(10, 0)]
    [InlineData(1000, 0)]
    public void What_happened_is_forgotten_in_the_tenth_minute_after(int minutesLater, int trend)
    {
        _window.Enter(Nine);

        _window.Trend(Nine.AddMinutes(minutesLater)).ShouldBe(trend);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(25)]
    [InlineData(100_000)]
    public void A_gap_of_more_than_ten_minutes_leaves_nothing_behind(int gap)
    {
        for (var minute = 0; minute < 10; minute++)
            _window.Enter(Nine.AddMinutes(minute));

        _window.Enter(Nine.AddMinutes(9 + gap));

        _window.Trend(Nine.AddMinutes(9 + gap)).ShouldBe(1);
    }

    [Fact]
    public void Minutes_that_were_passed_over_are_empty_again()
    {
        _window.Enter(Nine);
        _window.Enter(Nine.AddMinutes(2));

        _window.Enter(Nine.AddMinutes(11));

        _window.Trend(Nine.AddMinutes(11)).ShouldBe(2);
    }

    [Fact]
    public void A_clock_that_stepped_back_counts_in_the_latest_minute()
    {
        _window.Enter(Nine.AddMinutes(5));
        _window.Enter(Nine.AddMinutes(2));

        _window.Trend(Nine.AddMinutes(2)).ShouldBe(2);
        _window.Trend(Nine.AddMinutes(14)).ShouldBe(2);
        _window.Trend(Nine.AddMinutes(15)).ShouldBe(0);
    }

    [Fact]
    public void A_saved_window_goes_on_where_it_was()
    {
        _window.Enter(Nine);
        _window.Leave(Nine.AddMinutes(4));

        var again = new SlidingWindow(_window.Save());
        again.Enter(Nine.AddMinutes(9));

        again.Trend(Nine.AddMinutes(9)).ShouldBe(1);
        again.Trend(Nine.AddMinutes(10)).ShouldBe(0);
    }
}
