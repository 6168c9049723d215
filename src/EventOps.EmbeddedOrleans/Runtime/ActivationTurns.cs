using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace EventOps.EmbeddedOrleans;

/// <summary>The turns: continuations and admitted calls run one after the other, in the order in which they became ready.</summary>
internal sealed partial class Activation
{
    private const int MaxInlineDepth = 8;
    private const int InlineItems = 4;
    private const int PooledItems = 64;

    [ThreadStatic]
    private static Activation? OnThisThread;

    [ThreadStatic]
    private static int InlineDepth;

    // The context of a thread that nothing flowed into. Grain code sees no AsyncLocal of its caller but the trace.
    private static ExecutionContext? Clean;

    protected override void QueueTask(Task task)
    {
        bool start;
        lock (_gate)
        {
            Ready(task);
            start = ClaimPump();
        }

        if (start)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(OnThisThread, this) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_gate)
            return [.. (_ready ?? []).Append(_next).OfType<Task>()];
    }

    void IThreadPoolWorkItem.Execute()
    {
        Clean ??= ExecutionContext.Capture();
        OnThisThread = this;
        Pump(PooledItems);
        OnThisThread = null;
    }

    private void Ready(object item)
    {
        if (_next is null)
            _next = item;
        else
            (_ready ??= new()).Enqueue(item);
    }

    private bool ClaimPump()
    {
        if (_pumping || _next is null)
            return false;
        return _pumping = true;
    }

    // Only the pump calls this.
    private object? TakeReady()
    {
        if (_batch is { Count: > 0 })
            return _batch.Dequeue();
        lock (_gate)
        {
            if (_next is not { } next)
            {
                _pumping = false;
                return null;
            }

            _next = null;
            if (_ready is { Count: > 0 })
                (_batch, _ready) = (_ready, _batch);
            return next;
        }
    }

    // A call on an idle grain runs on the thread of its caller up to its first await: a hop less. Locks that a caller holds are not ours to
    // know, which is why only pool threads lend themselves, and the depth keeps the stack short.
    private static bool CanRunInline() => InlineDepth < MaxInlineDepth && Clean is not null && Thread.CurrentThread.IsThreadPoolThread && !ExecutionContext.IsFlowSuppressed();

    private void RunInline(object first)
    {
        var (outer, context, synchronization) = (OnThisThread, ExecutionContext.Capture()!, SynchronizationContext.Current);
        var flowed = !ReferenceEquals(context, Clean);
        if (flowed)
            ExecutionContext.Restore(Clean!);
        if (synchronization is not null)
            SynchronizationContext.SetSynchronizationContext(null);
        OnThisThread = this;
        InlineDepth++;
        Run(first);
        Pump(InlineItems);
        InlineDepth--;
        OnThisThread = outer;
        if (synchronization is not null)
            SynchronizationContext.SetSynchronizationContext(synchronization);
        if (flowed)
            ExecutionContext.Restore(context);
    }

    private void Pump(int items)
    {
        while (items-- > 0)
        {
            if (TakeReady() is not { } item)
                return;
            Run(item);
        }

        // Others have to get their turn on this thread, too.
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void Run(object item)
    {
        switch (item)
        {
            case Request request:
                RunTurn(request);
                break;
            case Task task:
                TryExecuteTask(task);
                break;
            default:
                if (ReferenceEquals(item, EndLife))
                    RunLife(EndAsync);
                else if (Construct() is { } more)
                    RunLife(more);
                break;
        }
    }

    private void RunLife(Func<Task> part) => new Task<Task>(part).RunSynchronously(this);

    // The task makes this activation TaskScheduler.Current for the method and its awaits.
    private void RunTurn(Request request)
    {
        if (request.Trace is not { } trace)
        {
            new Task(static r => ((Request)r!).Activation!.Begin((Request)r), request).RunSynchronously(this);
            return;
        }

        var clean = ExecutionContext.Capture()!;
        Activity.Current = trace;
        new Task(static r => ((Request)r!).Activation!.Begin((Request)r), request).RunSynchronously(this);
        ExecutionContext.Restore(clean);
    }

    private void Begin(Request request)
    {
        Task done;
        try
        {
            done = request.Invoke(_instance!) ?? throw new InvalidOperationException($"{request.Rules.Name} of {grainClass} returned null instead of a task.");
        }
        catch (Exception error)
        {
            Finish(request, done: null, error);
            return;
        }

        if (done.IsCompleted)
        {
            Finish(request, done, done.Exception?.InnerException);
            return;
        }

        _ = done.ContinueWith(
            static (task, state) =>
            {
                var request = (Request)state!;
                request.Activation!.Finish(request, task, task.Exception?.InnerException);
            },
            request,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously | TaskContinuationOptions.DenyChildAttach,
            Default);
    }

    private void Finish(Request request, Task? done, Exception? error)
    {
        if (error is not null)
            Note(request, error);

        bool start;
        lock (_gate)
        {
            Count(request.Rules, -1);
            if (request.Rules.KeepsAlive)
                _lastUse = Runtime.Now;
            if (_state == State.Active)
                AdmitWaiting(all: false);
            else
                EndWhenQuiet();
            start = ClaimPump();
        }

        if (start)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
        if (done is null)
            request.Fail(error!);
        else
            request.Answer(done);
    }

    private void Note(Request request, Exception error)
    {
        if (request.Rules.OneWay)
            Runtime.Log.LogWarning(error, "{Method} on {Grain} failed, and nobody waits for its answer", request.Rules.Name, GrainId);
        // What it has in memory is not what is stored: it has to load again.
        if (error is InconsistentStateException { IsSourceActivation: true } inconsistent)
        {
            inconsistent.IsSourceActivation = false;
            Deactivate(new(DeactivationReasonCode.ApplicationError, error, "Its stored state was written by somebody else."));
        }
    }
}
