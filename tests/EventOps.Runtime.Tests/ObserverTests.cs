using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans;
using Orleans.Utilities;
using Shouldly;
using Xunit;

namespace EventOps.Runtime.Tests;

public interface IListener : IGrainObserver
{
    void Hear(string news);

    Task HearAndAnswerAsync(string news);
}

public interface ISpeaker : IGrainWithStringKey
{
    Task SubscribeAsync(IListener listener);

    Task<int> SayAsync(string news);

    Task SayAndWaitAsync(string news);
}

internal sealed class SpeakerGrain : Grain, ISpeaker
{
    private readonly ObserverManager<IListener> _listeners = new(TimeSpan.FromMinutes(1), NullLogger.Instance);

    public Task SubscribeAsync(IListener listener)
    {
        _listeners.Subscribe(listener, listener);
        return Task.CompletedTask;
    }

    public Task<int> SayAsync(string news)
    {
        _listeners.Notify(listener => listener.Hear(news));
        return Task.FromResult(_listeners.Count);
    }

    public Task SayAndWaitAsync(string news) => _listeners.Notify(listener => listener.HearAndAnswerAsync(news));
}

internal sealed class Listener(Signals signals) : IListener
{
    public void Hear(string news)
    {
        signals.Note(news);
        signals.Raise(news);
    }

    public async Task HearAndAnswerAsync(string news)
    {
        await Task.Yield();
        Hear(news);
    }
}

public class ObserverTests
{
    [Fact]
    public async Task An_observer_hears_what_grains_say_in_order()
    {
        await using var host = await GrainHost.StartAsync();
        var listener = new Listener(host.Signals);
        var speaker = host.Grain<ISpeaker>();
        await speaker.SubscribeAsync(host.Grains.CreateObjectReference<IListener>(listener));
        for (var i = 0; i < 10; i++)
            await speaker.SayAsync($"news {i}");
        await host.Signals.Expect("news 9");
        host.Signals.Log.ShouldBe(Enumerable.Range(0, 10).Select(i => $"news {i}"));
        GC.KeepAlive(listener);
    }

    [Fact]
    public async Task A_grain_can_wait_for_an_observer()
    {
        await using var host = await GrainHost.StartAsync();
        var listener = new Listener(host.Signals);
        var speaker = host.Grain<ISpeaker>();
        await speaker.SubscribeAsync(host.Grains.CreateObjectReference<IListener>(listener));
        await speaker.SayAndWaitAsync("news");
        host.Signals.Log.ShouldBe(["news"]);
        GC.KeepAlive(listener);
    }

    [Fact]
    public async Task Subscribing_the_same_reference_again_renews_it()
    {
        await using var host = await GrainHost.StartAsync();
        var listener = new Listener(host.Signals);
        var speaker = host.Grain<ISpeaker>();
        var reference = host.Grains.CreateObjectReference<IListener>(listener);
        await speaker.SubscribeAsync(reference);
        await speaker.SubscribeAsync(reference);
        (await speaker.SayAsync("news")).ShouldBe(1);
        GC.KeepAlive(listener);
    }

    [Fact]
    public async Task A_deleted_reference_reaches_nobody()
    {
        await using var host = await GrainHost.StartAsync();
        var (gone, there) = (new Listener(host.Signals), new Listener(host.Signals));
        var reference = host.Grains.CreateObjectReference<IListener>(gone);
        var (first, second) = (host.Grain<ISpeaker>("first"), host.Grain<ISpeaker>("second"));
        await first.SubscribeAsync(reference);
        await second.SubscribeAsync(host.Grains.CreateObjectReference<IListener>(there));
        host.Grains.DeleteObjectReference<IListener>(reference);
        await first.SayAsync("lost");
        await second.SayAsync("heard");
        await host.Signals.Expect("heard");
        host.Signals.Log.ShouldBe(["heard"]);
        GC.KeepAlive(gone);
        GC.KeepAlive(there);
    }

    [Fact]
    public async Task An_observer_is_not_kept_alive_by_its_reference()
    {
        await using var host = await GrainHost.StartAsync();
        var (reference, listener) = Refer(host);
        await host.Grain<ISpeaker>().SubscribeAsync(reference);
        for (var i = 0; i < 10 && listener.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        listener.IsAlive.ShouldBeFalse();
        (await host.Grain<ISpeaker>().SayAsync("nobody hears this")).ShouldBe(1);
        GC.KeepAlive(reference);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (IListener Reference, WeakReference Listener) Refer(GrainHost host)
        {
            var listener = new Listener(host.Signals);
            return (host.Grains.CreateObjectReference<IListener>(listener), new WeakReference(listener));
        }
    }

    [Fact]
    public async Task An_observer_object_cannot_be_passed_without_a_reference()
    {
        await using var host = await GrainHost.StartAsync();
        var speaker = host.Grain<ISpeaker>();
        await Should.ThrowAsync<NotSupportedException>(async () => await speaker.SubscribeAsync(new Listener(host.Signals)));
    }

    [Fact]
    public void Observers_that_do_not_renew_expire()
    {
        var now = new DateTime(2026, 2, 16, 14, 30, 0, DateTimeKind.Utc);
        var observers = new ObserverManager<string, string>(TimeSpan.FromMinutes(1), NullLogger.Instance) { GetDateTime = () => now };
        observers.Subscribe("a", "first");
        now += TimeSpan.FromSeconds(45);
        observers.Subscribe("b", "second");
        now += TimeSpan.FromSeconds(30);
        var told = new List<string>();
        observers.Notify(told.Add);
        told.ShouldBe(["second"]);
        observers.Count.ShouldBe(1);
        now += TimeSpan.FromSeconds(31);
        observers.ClearExpired();
        observers.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Observers_that_fail_are_dropped_and_the_others_are_told()
    {
        var observers = new ObserverManager<string, string>(TimeSpan.FromMinutes(1), NullLogger.Instance);
        observers.Subscribe("a", "fails");
        observers.Subscribe("b", "hears");
        observers.Subscribe("c", "is left out");
        var told = new List<string>();
        await observers.Notify(
            async observer =>
            {
                await Task.Yield();
                if (observer == "fails")
                    throw new InvalidOperationException("Not there.");
                told.Add(observer);
            },
            observer => observer != "is left out");
        told.ShouldBe(["hears"]);
        observers.Observers.Keys.ShouldBe(["b", "c"], ignoreOrder: true);
        observers.Unsubscribe("b");
        observers.ShouldBe(["is left out"]);
    }
}
