using System.Collections.Immutable;
using Orleans;
using Orleans.Concurrency;
using Shouldly;
using Xunit;

namespace EventOps.Runtime.Tests;

public interface IWorker : IGrainWithStringKey
{
    Task WorkAsync(string name);

    [ReadOnly]
    Task ReadAsync(string name);

    [AlwaysInterleave]
    Task InterleaveAsync(string name);
}

public interface IReentrantWorker : IGrainWithStringKey
{
    Task WorkAsync(string name);

    Task<int> CountAsync();

    Task<int> TotalAsync();
}

public interface ITurnProbe : IGrainWithStringKey
{
    Task<ImmutableArray<string>> WhereAsync();

    Task<bool> StartedTasksComeBackAsync();
}

// Each call notes "<name> begins", waits for the signal "<name> may end", and notes "<name> ends".
internal sealed class WorkerGrain(Signals signals) : Grain, IWorker
{
    public Task WorkAsync(string name) => RunAsync(name);

    public Task ReadAsync(string name) => RunAsync(name);

    public Task InterleaveAsync(string name) => RunAsync(name);

    private async Task RunAsync(string name)
    {
        signals.Note($"{name} begins");
        signals.Raise($"{name} begins");
        await signals.When($"{name} may end");
        signals.Note($"{name} ends");
    }
}

[Reentrant]
internal sealed class ReentrantWorkerGrain(Signals signals) : Grain, IReentrantWorker
{
    private int _inside;
    private int _total;

    public async Task WorkAsync(string name)
    {
        signals.Raise($"{name} begins");
        await signals.When($"{name} may end");
    }

    public async Task<int> CountAsync()
    {
        var most = 0;
        for (var i = 0; i < 20; i++)
        {
            var inside = Interlocked.Increment(ref _inside);
            most = Math.Max(most, inside);
            // Read, dawdle, write: lost if another turn runs at the same time.
            var total = _total;
            Thread.SpinWait(20);
            _total = total + 1;
            Interlocked.Decrement(ref _inside);
            await Task.Yield();
        }

        return most;
    }

    public Task<int> TotalAsync() => Task.FromResult(_total);
}

internal sealed class TurnProbeGrain : Grain, ITurnProbe
{
    public async Task<ImmutableArray<string>> WhereAsync()
    {
        var home = TaskScheduler.Current;
        string Here() => TaskScheduler.Current == TaskScheduler.Default ? "pool" : TaskScheduler.Current == home ? "grain" : "other";
        var first = Here();
        var outside = new TaskCompletionSource();
        ThreadPool.UnsafeQueueUserWorkItem(_ => outside.SetResult(), state: null);
        await outside.Task;
        var afterSignal = Here();
        await Task.Yield();
        var afterYield = Here();
        var inPool = await Task.Run(Here);
        var afterPool = Here();
        return [first, afterSignal, afterYield, inPool, afterPool, SynchronizationContext.Current is null ? "no context" : "context"];
    }

    public async Task<bool> StartedTasksComeBackAsync()
    {
        var home = TaskScheduler.Current;
        var there = await Task.Factory.StartNew(() => TaskScheduler.Current, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current);
        return home == there && home != TaskScheduler.Default;
    }
}

public class TurnTests
{
    [Fact]
    public async Task Calls_run_one_after_the_other_in_the_order_in_which_they_came()
    {
        await using var host = await GrainHost.StartAsync();
        var worker = host.Grain<IWorker>();
        var first = worker.WorkAsync("first");
        await host.Signals.Expect("first begins");
        var second = worker.WorkAsync("second");
        var third = worker.WorkAsync("third");
        host.Signals.Raise("third may end");
        host.Signals.Raise("second may end");
        host.Signals.Raise("first may end");
        await Task.WhenAll(first, second, third);
        host.Signals.Log.ShouldBe(["first begins", "first ends", "second begins", "second ends", "third begins", "third ends"]);
    }

    [Fact]
    public async Task A_call_that_always_interleaves_runs_while_another_waits()
    {
        await using var host = await GrainHost.StartAsync();
        var worker = host.Grain<IWorker>();
        var work = worker.WorkAsync("work");
        await host.Signals.Expect("work begins");
        var interleaved = worker.InterleaveAsync("interleaved");
        await host.Signals.Expect("interleaved begins");
        host.Signals.Raise("interleaved may end");
        await interleaved;
        work.IsCompleted.ShouldBeFalse();
        host.Signals.Raise("work may end");
        await work;
        host.Signals.Log.ShouldBe(["work begins", "interleaved begins", "interleaved ends", "work ends"]);
    }

    [Fact]
    public async Task Read_only_calls_interleave_with_each_other_and_not_with_a_write()
    {
        await using var host = await GrainHost.StartAsync();
        var worker = host.Grain<IWorker>();
        var first = worker.ReadAsync("first read");
        await host.Signals.Expect("first read begins");
        var second = worker.ReadAsync("second read");
        await host.Signals.Expect("second read begins");
        host.Signals.Raise("second read may end");
        await second;
        var write = worker.WorkAsync("write");
        var probe = worker.InterleaveAsync("probe");
        await host.Signals.Expect("probe begins");
        host.Signals.Raise("probe may end");
        await probe;
        host.Signals.Raise("write may end");
        host.Signals.Raise("first read may end");
        await Task.WhenAll(first, write);
        host.Signals.Log.ShouldBe(
            ["first read begins", "second read begins", "second read ends", "probe begins", "probe ends", "first read ends", "write begins", "write ends"]);
    }

    [Fact]
    public async Task A_read_waits_for_the_write_that_runs()
    {
        await using var host = await GrainHost.StartAsync();
        var worker = host.Grain<IWorker>();
        var write = worker.WorkAsync("write");
        await host.Signals.Expect("write begins");
        var read = worker.ReadAsync("read");
        host.Signals.Raise("read may end");
        host.Signals.Raise("write may end");
        await Task.WhenAll(write, read);
        host.Signals.Log.ShouldBe(["write begins", "write ends", "read begins", "read ends"]);
    }

    [Fact]
    public async Task Calls_on_a_reentrant_grain_interleave_at_their_awaits()
    {
        await using var host = await GrainHost.StartAsync();
        var worker = host.Grain<IReentrantWorker>();
        var first = worker.WorkAsync("first");
        await host.Signals.Expect("first begins");
        var second = worker.WorkAsync("second");
        await host.Signals.Expect("second begins");
        host.Signals.Raise("second may end");
        await second;
        first.IsCompleted.ShouldBeFalse();
        host.Signals.Raise("first may end");
        await first;
    }

    [Fact]
    public async Task Turns_of_one_grain_never_run_in_parallel_even_when_calls_interleave()
    {
        await using var host = await GrainHost.StartAsync();
        var worker = host.Grain<IReentrantWorker>();
        var most = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(worker.CountAsync)));
        most.Max().ShouldBe(1);
        (await worker.TotalAsync()).ShouldBe(10_000);
    }

    [Fact]
    public async Task Code_after_an_await_is_back_in_the_grain()
    {
        await using var host = await GrainHost.StartAsync();
        (await host.Grain<ITurnProbe>().WhereAsync()).ShouldBe(["grain", "grain", "grain", "pool", "grain", "no context"]);
    }

    [Fact]
    public async Task The_callers_synchronization_context_stays_with_the_caller()
    {
        await using var host = await GrainHost.StartAsync();
        var probe = host.Grain<ITurnProbe>();
        await probe.WhereAsync();
        var call = await Task.Run(() =>
        {
            var context = new CallersContext();
            SynchronizationContext.SetSynchronizationContext(context);
            try
            {
                var call = probe.WhereAsync();
                SynchronizationContext.Current.ShouldBe(context);
                return Task.FromResult(call);
            }
            finally
            {
                SynchronizationContext.SetSynchronizationContext(null);
            }
        });
        (await call).ShouldBe(["grain", "grain", "grain", "pool", "grain", "no context"]);
    }

    [Fact]
    public async Task A_task_that_a_grain_starts_on_its_scheduler_is_a_turn_of_the_grain()
    {
        await using var host = await GrainHost.StartAsync();
        (await host.Grain<ITurnProbe>().StartedTasksComeBackAsync()).ShouldBeTrue();
    }

    // The base class itself would be ignored by an await.
    private sealed class CallersContext : SynchronizationContext;
}
