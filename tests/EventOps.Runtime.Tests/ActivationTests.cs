using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;
using Shouldly;
using Xunit;

namespace EventOps.Runtime.Tests;

public interface ILiving : IGrainWithStringKey
{
    Task<int> LifeAsync();

    Task LeaveAsync();

    Task WaitAndLeaveAsync(string signal);
}

public interface IReluctant : IGrainWithStringKey
{
    Task<string> HelloAsync();
}

public interface IUnconstructable : IGrainWithStringKey
{
    Task HelloAsync();
}

public interface IScoped : IGrainWithStringKey
{
    Task<Guid> ServiceAsync();

    Task LeaveAsync();
}

// Counts the activations of its key, the living ones and all there ever were.
internal sealed class LivingGrain(Signals signals, Lives lives) : Grain, ILiving, IAsyncDisposable
{
    private int _life;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _life = lives.Begin();
        signals.Note($"life {_life} begins");
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Task.Yield();
        signals.Note($"life {_life} ends: {reason.ReasonCode}");
        signals.Raise($"life {_life} ends");
        lives.End();
    }

    public Task<int> LifeAsync()
    {
        signals.Note($"call in life {_life}");
        return Task.FromResult(_life);
    }

    public Task LeaveAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task WaitAndLeaveAsync(string signal)
    {
        DeactivateOnIdle();
        signals.Raise("leaving");
        await signals.When(signal);
        signals.Note("last call ends");
    }

    public ValueTask DisposeAsync()
    {
        signals.Raise($"life {_life} disposed");
        return ValueTask.CompletedTask;
    }
}

internal sealed class Lives
{
    private int _begun;
    private int _alive;

    public int Most { get; private set; }

    public int Begin()
    {
        Most = Math.Max(Most, Interlocked.Increment(ref _alive));
        return Interlocked.Increment(ref _begun);
    }

    public void End() => Interlocked.Decrement(ref _alive);
}

internal sealed class ReluctantGrain(Signals signals) : Grain, IReluctant
{
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        signals.Note("tries");
        if (signals.Log.Length == 1)
            throw new InvalidOperationException("Not yet.");
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        signals.Note($"ends: {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    public Task<string> HelloAsync() => Task.FromResult("hello");
}

internal sealed class UnconstructableGrain : Grain, IUnconstructable
{
    public UnconstructableGrain() => throw new NotSupportedException("There is no such grain.");

    public Task HelloAsync() => Task.CompletedTask;
}

internal sealed class ScopedService(Signals signals) : IDisposable
{
    public Guid Id { get; } = Guid.NewGuid();

    public void Dispose() => signals.Raise($"{Id} disposed");
}

internal sealed class ScopedGrain(ScopedService service) : Grain, IScoped
{
    public Task<Guid> ServiceAsync() => Task.FromResult(service.Id);

    public Task LeaveAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

public class ActivationTests
{
    [Fact]
    public async Task The_first_call_activates_and_later_ones_find_the_same_activation()
    {
        await using var host = await StartAsync();
        var grain = host.Grain<ILiving>();
        host.Signals.Log.ShouldBeEmpty();
        (await grain.LifeAsync()).ShouldBe(1);
        (await grain.LifeAsync()).ShouldBe(1);
        host.Signals.Log.ShouldBe(["life 1 begins", "call in life 1", "call in life 1"]);
    }

    [Fact]
    public async Task First_calls_that_come_together_share_one_activation()
    {
        await using var host = await StartAsync();
        var lives = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => host.Grain<ILiving>().LifeAsync())));
        lives.ShouldAllBe(life => life == 1);
    }

    [Fact]
    public async Task A_failed_activation_fails_the_call_and_the_next_call_tries_again()
    {
        await using var host = await StartAsync();
        var grain = host.Grain<IReluctant>();
        (await Should.ThrowAsync<InvalidOperationException>(grain.HelloAsync)).Message.ShouldBe("Not yet.");
        (await grain.HelloAsync()).ShouldBe("hello");
        host.Signals.Log.ShouldBe(["tries", "tries"]);
    }

    [Fact]
    public async Task A_failing_constructor_fails_the_call()
    {
        await using var host = await StartAsync();
        var error = await Should.ThrowAsync<Exception>(host.Grain<IUnconstructable>().HelloAsync);
        error.GetBaseException().Message.ShouldBe("There is no such grain.");
    }

    [Fact]
    public async Task A_grain_that_leaves_finishes_its_call_and_the_next_call_gets_a_new_activation()
    {
        await using var host = await StartAsync();
        var grain = host.Grain<ILiving>();
        (await grain.LifeAsync()).ShouldBe(1);
        await grain.LeaveAsync();
        (await grain.LifeAsync()).ShouldBe(2);
        host.Signals.Log.ShouldBe(["life 1 begins", "call in life 1", "life 1 ends: ApplicationRequested", "life 2 begins", "call in life 2"]);
        await host.Signals.Expect("life 1 disposed");
    }

    [Fact]
    public async Task Calls_that_wait_while_a_grain_leaves_are_answered_by_the_next_activation()
    {
        await using var host = await StartAsync();
        var grain = host.Grain<ILiving>();
        var last = grain.WaitAndLeaveAsync("may leave");
        await host.Signals.Expect("leaving");
        var waiting = Enumerable.Range(0, 3).Select(_ => grain.LifeAsync()).ToArray();
        host.Signals.Raise("may leave");
        await last;
        (await Task.WhenAll(waiting)).ShouldBe([2, 2, 2]);
        host.Signals.Log.Take(4).ShouldBe(["life 1 begins", "last call ends", "life 1 ends: ApplicationRequested", "life 2 begins"]);
    }

    [Fact]
    public async Task An_id_never_has_two_activations_at_a_time()
    {
        await using var host = await StartAsync();
        var calls = Enumerable.Range(0, 400).Select(i => Task.Run(async () =>
        {
            var grain = host.Grain<ILiving>();
            try
            {
                await (i % 4 == 0 ? grain.LeaveAsync() : grain.LifeAsync());
            }
            catch (OrleansMessageRejectionException)
            {
                // Orleans forwards a call to the next activation twice and then gives up, without having run it.
            }
        }));
        await Task.WhenAll(calls);
        var lives = host.Services.GetRequiredService<Lives>();
        lives.Most.ShouldBe(1);
        lives.Begin().ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Stopping_the_host_deactivates_every_grain()
    {
        await using var host = await StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => host.Grain<ILiving>($"{i}").LifeAsync()));
        await host.StopAsync();
        host.Signals.Log.Count(line => line.EndsWith("ends: ShuttingDown", StringComparison.Ordinal)).ShouldBe(10);
    }

    [Fact]
    public async Task Each_activation_has_its_own_scoped_services_and_they_end_with_it()
    {
        await using var host = await StartAsync();
        var (one, other) = (host.Grain<IScoped>("one"), host.Grain<IScoped>("other"));
        var service = await one.ServiceAsync();
        (await one.ServiceAsync()).ShouldBe(service);
        (await other.ServiceAsync()).ShouldNotBe(service);
        await one.LeaveAsync();
        await host.Signals.Expect($"{service} disposed");
        (await one.ServiceAsync()).ShouldNotBe(service);
    }

    private static Task<GrainHost> StartAsync() => GrainHost.StartAsync(silo => silo.ConfigureServices(services =>
        services.AddSingleton<Lives>().AddScoped<ScopedService>()));
}
