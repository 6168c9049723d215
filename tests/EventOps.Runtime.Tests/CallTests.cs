using System.Diagnostics;
using Orleans;
using Orleans.Concurrency;
using Shouldly;
using Xunit;

namespace EventOps.Runtime.Tests;

public interface ICaller : IGrainWithStringKey
{
    Task<string> CallBackThroughAsync(string other);

    Task<string> EchoAsync(string text);

    Task FailAsync();

    Task FailBeforeAnyAwaitAsync();

    ValueTask<int> AddAsync(int number);

    Task WaitAsync(string name);

    Task WaitForCancellationAsync(CancellationToken cancellation);

    [OneWay]
    Task TellAsync(string name);

    [OneWay]
    Task TellAndFailAsync();

    Task<string?> TraceAsync();

    Task<string?> AmbientAsync();
}

public interface IFirstTwin : ITwin;

public interface ITwin : IGrainWithStringKey
{
    Task<string> NameAsync();
}

public interface IPointer : IGrainWithStringKey
{
    Task<ICaller> MyselfAsync();
}

internal sealed class CallerGrain(Signals signals) : Grain, ICaller, IPointer
{
    public static readonly AsyncLocal<string?> Ambient = new();

    private int _sum;

    public async Task<string> CallBackThroughAsync(string other) =>
        other == this.GetPrimaryKeyString()
            ? "back"
            : await GrainFactory.GetGrain<IForwarder>(other).ForwardAsync(this.AsReference<ICaller>());

    public async Task<string> EchoAsync(string text)
    {
        signals.Note(text);
        await Task.Yield();
        return text;
    }

    public async Task FailAsync()
    {
        await Task.Yield();
        throw new FormatException("It failed in the grain.");
    }

    public Task FailBeforeAnyAwaitAsync() => throw new FormatException("It failed before it began.");

    public ValueTask<int> AddAsync(int number) => new(_sum += number);

    public async Task WaitAsync(string name)
    {
        signals.Raise($"{name} begins");
        await signals.When($"{name} may end");
        signals.Raise($"{name} ends");
    }

    public async Task WaitForCancellationAsync(CancellationToken cancellation)
    {
        await using var _ = cancellation.UnsafeRegister(static signals => ((Signals)signals!).Raise("cancelled in the grain"), signals);
        signals.Raise("waits for cancellation");
        await signals.When("cancelled in the grain");
    }

    public Task TellAsync(string name) => WaitAsync(name);

    public Task TellAndFailAsync() => throw new FormatException("Nobody hears this.");

    public Task<string?> TraceAsync() => Task.FromResult(Activity.Current?.TraceId.ToString());

    public Task<string?> AmbientAsync() => Task.FromResult(Ambient.Value);

    public Task<ICaller> MyselfAsync() => Task.FromResult(this.AsReference<ICaller>());
}

public interface IForwarder : IGrainWithStringKey
{
    Task<string> ForwardAsync(ICaller to);
}

internal sealed class ForwarderGrain : Grain, IForwarder
{
    public Task<string> ForwardAsync(ICaller to) => to.EchoAsync("through");
}

internal sealed class FirstTwinGrain : Grain, IFirstTwin
{
    public Task<string> NameAsync() => Task.FromResult("first");
}

internal sealed class SecondTwinGrain : Grain, ITwin
{
    public Task<string> NameAsync() => Task.FromResult("second");
}

public class CallTests
{
    [Fact]
    public async Task Tasks_and_value_tasks_carry_their_results()
    {
        await using var host = await GrainHost.StartAsync();
        var grain = host.Grain<ICaller>();
        (await grain.EchoAsync("hello")).ShouldBe("hello");
        (await grain.AddAsync(3)).ShouldBe(3);
        (await grain.AddAsync(4)).ShouldBe(7);
    }

    [Fact]
    public async Task An_exception_crosses_the_call_with_its_type_message_and_origin()
    {
        await using var host = await GrainHost.StartAsync();
        var error = await Should.ThrowAsync<FormatException>(host.Grain<ICaller>().FailAsync);
        error.Message.ShouldBe("It failed in the grain.");
        error.StackTrace.ShouldNotBeNull().ShouldContain(nameof(CallerGrain.FailAsync));
    }

    [Fact]
    public async Task An_exception_before_the_first_await_fails_the_task_and_not_the_caller()
    {
        await using var host = await GrainHost.StartAsync();
        var call = host.Grain<ICaller>().FailBeforeAnyAwaitAsync();
        (await Should.ThrowAsync<FormatException>(call)).Message.ShouldBe("It failed before it began.");
    }

    [Fact]
    public async Task A_call_that_is_not_answered_in_time_times_out_while_its_turn_goes_on()
    {
        await using var host = await GrainHost.StartAsync(responseTimeout: TimeSpan.FromSeconds(1));
        var call = host.Grain<ICaller>().WaitAsync("work");
        await Should.ThrowAsync<TimeoutException>(call);
        host.Signals.When("work ends").IsCompleted.ShouldBeFalse();
        host.Signals.Raise("work may end");
        await host.Signals.Expect("work ends");
    }

    [Fact]
    public async Task A_call_that_timed_out_before_its_turn_never_runs()
    {
        await using var host = await GrainHost.StartAsync(responseTimeout: TimeSpan.FromSeconds(1));
        var grain = host.Grain<ICaller>();
        var work = grain.WaitAsync("work");
        await host.Signals.Expect("work begins");
        var waiting = grain.EchoAsync("too late");
        await Should.ThrowAsync<TimeoutException>(waiting);
        await Should.ThrowAsync<TimeoutException>(work);
        host.Signals.Raise("work may end");
        (await grain.EchoAsync("in time")).ShouldBe("in time");
        host.Signals.Log.ShouldBe(["in time"]);
    }

    [Fact]
    public async Task A_grain_that_is_called_back_while_it_waits_times_out()
    {
        await using var host = await GrainHost.StartAsync(responseTimeout: TimeSpan.FromSeconds(1));
        await Should.ThrowAsync<TimeoutException>(() => host.Grain<ICaller>().CallBackThroughAsync("b"));
    }

    [Fact]
    public async Task Cancelling_reaches_the_grain_and_ends_the_callers_wait()
    {
        await using var host = await GrainHost.StartAsync();
        using var cancellation = new CancellationTokenSource();
        var call = host.Grain<ICaller>().WaitForCancellationAsync(cancellation.Token);
        await host.Signals.Expect("waits for cancellation");
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(call);
        await host.Signals.Expect("cancelled in the grain");
    }

    [Fact]
    public async Task A_one_way_call_is_over_for_its_caller_before_it_has_run()
    {
        await using var host = await GrainHost.StartAsync();
        await host.Grain<ICaller>().TellAsync("work");
        await host.Signals.Expect("work begins");
        host.Signals.When("work ends").IsCompleted.ShouldBeFalse();
        host.Signals.Raise("work may end");
        await host.Signals.Expect("work ends");
    }

    [Fact]
    public async Task The_error_of_a_one_way_call_reaches_nobody()
    {
        await using var host = await GrainHost.StartAsync();
        var grain = host.Grain<ICaller>();
        await grain.TellAndFailAsync();
        (await grain.EchoAsync("still here")).ShouldBe("still here");
    }

    [Fact]
    public async Task A_trace_follows_a_call()
    {
        using var listener = new ActivityListener { ShouldListenTo = _ => true, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(listener);
        await using var host = await GrainHost.StartAsync();
        using var activity = new Activity("scan").Start();
        (await host.Grain<ICaller>().TraceAsync()).ShouldBe(activity.TraceId.ToString());
        Activity.Current.ShouldBe(activity);
    }

    [Fact]
    public async Task No_other_ambient_value_follows_a_call()
    {
        await using var host = await GrainHost.StartAsync();
        var grain = host.Grain<ICaller>();
        CallerGrain.Ambient.Value = "the caller's";
        (await grain.AmbientAsync()).ShouldBeNull();
        // Again on a warm grain, and from the pool, where a call may run on its caller's thread.
        (await Task.Run(grain.AmbientAsync)).ShouldBeNull();
        CallerGrain.Ambient.Value.ShouldBe("the caller's");
    }

    [Fact]
    public async Task References_to_one_grain_are_equal_and_know_its_key()
    {
        await using var host = await GrainHost.StartAsync();
        var (one, same, other) = (host.Grain<ICaller>("x"), host.Grain<ICaller>("x"), host.Grain<ICaller>("y"));
        one.ShouldBe(same);
        one.GetHashCode().ShouldBe(same.GetHashCode());
        one.ShouldNotBe(other);
        one.GetPrimaryKeyString().ShouldBe("x");
        one.GetGrainId().ToString().ShouldBe("caller/x");
        (await one.AsReference<IPointer>().MyselfAsync()).ShouldBe(one);
        host.Grains.GetGrain<ICaller>(one.GetGrainId()).ShouldBe(one);
    }

    [Fact]
    public async Task An_interface_of_two_classes_is_refused_with_both_names_unless_a_prefix_chooses()
    {
        await using var host = await GrainHost.StartAsync();
        var message = Should.Throw<ArgumentException>(() => host.Grain<ITwin>()).Message.ToLowerInvariant();
        message.ShouldContain("firsttwin");
        message.ShouldContain("secondtwin");
        (await host.Grain<IFirstTwin>().NameAsync()).ShouldBe("first");
        (await host.Grains.GetGrain<ITwin>("a", "EventOps.Runtime.Tests.Second").NameAsync()).ShouldBe("second");
    }
}
