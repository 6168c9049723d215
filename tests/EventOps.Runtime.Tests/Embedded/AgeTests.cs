using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Concurrency;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Shouldly;
using Xunit;

namespace EventOps.Runtime.Tests.Embedded;

public interface IAges : IGrainWithStringKey
{
    /// <summary>Which activation answers: another one means that the one before has ended, or is about to.</summary>
    Task<Guid> CallAsync();

    [AlwaysInterleave]
    Task<Guid> CallMeanwhileAsync();

    Task HoldAsync();

    [ResponseTimeout("00:10:00")]
    Task HoldLongAsync();

    Task DelayAsync(TimeSpan time);

    Task TickAsync(TimeSpan period, bool keepAlive);
}

public interface IAging : IAges;

public interface IKeptAlive : IAges;

public interface IShortLived : IAges;

public interface ILimited : IAges;

public interface ISlowStarter : IGrainWithStringKey
{
    Task HelloAsync();
}

internal abstract class AgesGrain(Signals signals) : Grain, IAges
{
    private readonly Guid _activation = Guid.NewGuid();
    private int _ticks;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        signals.Note($"{IdentityString} ends: {reason.ReasonCode}");
        signals.Raise($"{IdentityString} ends");
        return Task.CompletedTask;
    }

    public Task<Guid> CallAsync() => Task.FromResult(_activation);

    public Task<Guid> CallMeanwhileAsync() => Task.FromResult(_activation);

    public async Task HoldAsync()
    {
        signals.Raise("held");
        await signals.When("may go");
    }

    public Task HoldLongAsync() => HoldAsync();

    public Task DelayAsync(TimeSpan time)
    {
        DelayDeactivation(time);
        return Task.CompletedTask;
    }

    public Task TickAsync(TimeSpan period, bool keepAlive)
    {
        this.RegisterGrainTimer(
            _ =>
            {
                signals.Note($"tick {++_ticks}");
                return Task.CompletedTask;
            },
            new GrainTimerCreationOptions { DueTime = period, Period = period, KeepAlive = keepAlive });
        return Task.CompletedTask;
    }
}

internal sealed class AgingGrain(Signals signals) : AgesGrain(signals), IAging;

[KeepAlive]
internal sealed class KeptAliveGrain(Signals signals) : AgesGrain(signals), IKeptAlive;

internal sealed class ShortLivedGrain(Signals signals) : AgesGrain(signals), IShortLived;

[CollectionAgeLimit(Minutes = 7)]
internal sealed class LimitedGrain(Signals signals) : AgesGrain(signals), ILimited;

internal sealed class SlowStarterGrain(Signals signals) : Grain, ISlowStarter
{
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        signals.Raise("starting");
        await signals.When("never");
    }

    public Task HelloAsync() => Task.CompletedTask;
}

public class AgeTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_grain_that_nobody_calls_for_its_age_is_deactivated_and_one_that_is_called_stays()
    {
        await using var host = await StartAsync();
        var (idle, busy) = (host.Grain<IAging>("idle"), host.Grain<IAging>("busy"));
        var (idleAtFirst, busyAtFirst) = (await idle.CallAsync(), await busy.CallAsync());
        _time.Advance(14 * Minute);
        (await busy.CallAsync()).ShouldBe(busyAtFirst);
        _time.Advance(2 * Minute);
        await host.Signals.Expect("aging/idle ends");
        (await busy.CallAsync()).ShouldBe(busyAtFirst);
        (await idle.CallAsync()).ShouldNotBe(idleAtFirst);
        host.Signals.Log.ShouldBe(["aging/idle ends: ActivationIdle"]);
    }

    [Fact]
    public async Task A_grain_with_a_call_inside_is_not_idle()
    {
        await using var host = await StartAsync();
        var grain = host.Grain<IAging>("held");
        var atFirst = await grain.CallAsync();
        var call = grain.HoldAsync();
        await host.Signals.Expect("held");
        _time.Advance(17 * Minute);
        (await grain.CallMeanwhileAsync()).ShouldBe(atFirst);
        host.Signals.Raise("may go");
        await Should.ThrowAsync<TimeoutException>(call);
        (await grain.CallAsync()).ShouldBe(atFirst);
    }

    [Fact]
    public async Task Deactivation_can_be_delayed_and_the_delay_taken_back()
    {
        await using var host = await StartAsync();
        var (delayed, reconsidered) = (host.Grain<IAging>("delayed"), host.Grain<IAging>("reconsidered"));
        var atFirst = await delayed.CallAsync();
        await delayed.DelayAsync(60 * Minute);
        await reconsidered.DelayAsync(Timeout.InfiniteTimeSpan);
        _time.Advance(30 * Minute);
        await reconsidered.DelayAsync(TimeSpan.Zero);
        _time.Advance(17 * Minute);
        await host.Signals.Expect("aging/reconsidered ends");
        (await delayed.CallAsync()).ShouldBe(atFirst);
        _time.Advance(17 * Minute);
        await host.Signals.Expect("aging/delayed ends");
    }

    [Fact]
    public async Task A_class_can_be_kept_alive_or_have_an_age_of_its_own()
    {
        await using var host = await StartAsync();
        var (kept, usual) = (host.Grain<IKeptAlive>("x"), host.Grain<IAging>("x"));
        var (keptAtFirst, usualAtFirst) = (await kept.CallAsync(), await usual.CallAsync());
        await host.Grain<IShortLived>("x").CallAsync();
        await host.Grain<ILimited>("x").CallAsync();
        _time.Advance(4 * Minute);
        await host.Signals.Expect("shortlived/x ends");
        _time.Advance(5 * Minute);
        await host.Signals.Expect("limited/x ends");
        (await usual.CallAsync()).ShouldBe(usualAtFirst);
        _time.Advance(100 * Minute);
        await host.Signals.Expect("aging/x ends");
        (await kept.CallAsync()).ShouldBe(keptAtFirst);
    }

    [Fact]
    public async Task A_timer_does_not_keep_its_grain_unless_it_says_so_and_ends_with_it()
    {
        await using var host = await StartAsync();
        await host.Grain<IAging>("ticks").TickAsync(6 * Minute, keepAlive: false);
        _time.Advance(6 * Minute);
        await _time.WhenSetFor(6 * Minute);
        _time.Advance(6 * Minute);
        await _time.WhenSetFor(6 * Minute);
        _time.Advance(5 * Minute);
        await host.Signals.Expect("aging/ticks ends");
        // Another grain's timer gives this one's the time to be wrong.
        _time.Advance(20 * Minute);
        await host.Grain<IKeptAlive>("other").TickAsync(Minute, keepAlive: false);
        _time.Advance(Minute);
        await host.Grain<IKeptAlive>("other").CallAsync();
        host.Signals.Log.ShouldBe(["tick 1", "tick 2", "aging/ticks ends: ActivationIdle", "tick 1"]);
    }

    [Fact]
    public async Task A_timer_that_keeps_alive_counts_as_use()
    {
        await using var host = await StartAsync();
        var grain = host.Grain<IAging>("ticks");
        var atFirst = await grain.CallAsync();
        await grain.TickAsync(5 * Minute, keepAlive: true);
        for (var tick = 1; tick <= 10; tick++)
        {
            _time.Advance(5 * Minute);
            await _time.WhenSetFor(5 * Minute);
        }

        (await grain.CallAsync()).ShouldBe(atFirst);
    }

    [Fact]
    public async Task Time_outs_go_by_the_hosts_clock()
    {
        await using var host = await StartAsync();
        var call = host.Grain<IAging>().HoldAsync();
        await host.Signals.Expect("held");
        _time.Advance(TimeSpan.FromSeconds(29));
        await host.Grain<IAging>("other").CallAsync();
        call.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(2));
        (await Should.ThrowAsync<TimeoutException>(call)).Message.ShouldContain("IAging.HoldAsync on aging/a was not answered within 00:00:30");
    }

    [Fact]
    public async Task A_method_may_have_a_patience_of_its_own()
    {
        await using var host = await StartAsync();
        var call = host.Grain<IAging>().HoldLongAsync();
        var usual = host.Grain<IAging>("other").HoldAsync();
        await host.Signals.Expect("held");
        _time.Advance(9 * Minute);
        await Should.ThrowAsync<TimeoutException>(usual);
        call.IsCompleted.ShouldBeFalse();
        _time.Advance(2 * Minute);
        (await Should.ThrowAsync<TimeoutException>(call)).Message.ShouldContain("IAging.HoldLongAsync on aging/a was not answered within 00:10:00");
    }

    [Fact]
    public async Task An_activation_that_does_not_come_to_an_end_fails_its_calls()
    {
        await using var host = await StartAsync();
        var call = host.Grain<ISlowStarter>().HelloAsync();
        await host.Signals.Expect("starting");
        _time.Advance(TimeSpan.FromSeconds(25));
        call.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(3));
        await Should.ThrowAsync<OperationCanceledException>(call);
    }

    private Task<GrainHost> StartAsync() => GrainHost.StartAsync(silo =>
    {
        silo.Services.AddSingleton<TimeProvider>(_time);
        silo.Configure<GrainCollectionOptions>(options =>
        {
            options.ClassSpecificCollectionAge[typeof(ShortLivedGrain).FullName!] = 2 * Minute;
            options.ActivationTimeout = TimeSpan.FromSeconds(27);
        });
    });
}
