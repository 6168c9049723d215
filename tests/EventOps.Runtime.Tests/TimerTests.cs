using Orleans;
using Orleans.Runtime;
using Shouldly;
using Xunit;

namespace EventOps.Runtime.Tests;

public interface ITicker : IGrainWithStringKey
{
    Task HoldWithTimersAsync();

    Task TickAsync();

    Task StopAfterAsync(int ticks);
}

internal sealed class TickerGrain(Signals signals) : Grain, ITicker
{
    private int _ticks;

    public async Task HoldWithTimersAsync()
    {
        signals.Note("call begins");
        this.RegisterGrainTimer(() => Noted("plain tick"), TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        this.RegisterGrainTimer(
            _ => Noted("interleaving tick"),
            new GrainTimerCreationOptions { DueTime = TimeSpan.FromMilliseconds(1), Period = Timeout.InfiniteTimeSpan, Interleave = true });
        await signals.When("call may end");
        signals.Note("call ends");
    }

    public Task TickAsync()
    {
        this.RegisterGrainTimer(FailingTick, TimeSpan.Zero, TimeSpan.FromMilliseconds(1));
        return Task.CompletedTask;
    }

    public Task StopAfterAsync(int ticks)
    {
        IGrainTimer? timer = null;
        timer = this.RegisterGrainTimer(
            (limit, _) =>
            {
                signals.Note($"tick {++_ticks}");
                if (_ticks == limit)
                {
                    timer!.Dispose();
                    signals.Raise("stopped");
                }

                return Task.CompletedTask;
            },
            ticks,
            TimeSpan.Zero,
            TimeSpan.FromMilliseconds(1));
        return Task.CompletedTask;
    }

    private Task FailingTick()
    {
        signals.Raise($"tick {++_ticks}");
        throw new InvalidOperationException("A tick failed.");
    }

    private Task Noted(string what)
    {
        signals.Note(what);
        signals.Raise(what);
        return Task.CompletedTask;
    }
}

public class TimerTests
{
    [Fact]
    public async Task A_tick_waits_for_the_call_that_runs_unless_it_may_interleave()
    {
        await using var host = await GrainHost.StartAsync();
        var call = host.Grain<ITicker>().HoldWithTimersAsync();
        await host.Signals.Expect("interleaving tick");
        host.Signals.Raise("call may end");
        await call;
        await host.Signals.Expect("plain tick");
        host.Signals.Log.ShouldBe(["call begins", "interleaving tick", "call ends", "plain tick"]);
    }

    [Fact]
    public async Task A_timer_goes_on_after_a_tick_failed()
    {
        await using var host = await GrainHost.StartAsync();
        await host.Grain<ITicker>().TickAsync();
        await host.Signals.Expect("tick 3");
    }

    [Fact]
    public async Task A_disposed_timer_ticks_no_more()
    {
        await using var host = await GrainHost.StartAsync();
        var grain = host.Grain<ITicker>();
        await grain.StopAfterAsync(2);
        await host.Signals.Expect("stopped");
        // A second timer that ticks twice gives the first one the time to be wrong.
        await host.Grain<ITicker>("other").TickAsync();
        await host.Signals.Expect("tick 5");
        host.Signals.Log.ShouldBe(["tick 1", "tick 2"]);
    }
}
