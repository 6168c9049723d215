using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace EventOps.EmbeddedOrleans;

/// <summary>
/// One grain in memory: its mailbox, its turns, its life. It is the task scheduler of its own turns, so that awaits and tasks that grain code
/// starts come back to it. Everything mutable is guarded by <c>_gate</c>, except while the one thread that pumps runs grain code.
/// </summary>
internal sealed class Activation(GrainClass grainClass, string key) : TaskScheduler, IGrainContext, IThreadPoolWorkItem
{
    private const int MaxInlineDepth = 8;
    private const int InlineItems = 4;
    private const int PooledItems = 64;

    private static readonly object BeginLife = new();
    private static readonly object EndLife = new();

    [ThreadStatic]
    private static Activation? t_current;

    [ThreadStatic]
    private static int t_depth;

    // The context of a thread that nothing flowed into. Grain code sees no AsyncLocal of its caller but the trace.
    private static ExecutionContext? s_clean;

    private readonly Lock _gate = new();
    private State _state;
    // What is ready to run: the batch that the pump has taken, then one item without a queue of its own, which is all that most grains
    // ever need, then the rest.
    private Queue<object>? _batch;
    private object? _next;
    private Queue<object>? _ready;
    private bool _pumping;
    private Request? _firstWaiting;
    private Request? _lastWaiting;
    private int _exclusive;
    private int _readOnly;
    private int _interleaving;
    private bool _endScheduled;
    private long _lastUse = grainClass.Runtime.Now;
    private long _keepUntil;
    private object? _instance;
    private IServiceScope? _scope;
    private List<GrainTimer>? _timers;
    private DeactivationReason _reason;
    private bool _wasActive;
    private TaskCompletionSource? _deactivated;
    private GrainReference? _reference;

    private enum State : byte
    {
        New,
        Activating,
        Active,
        Deactivating,
        Gone,
    }

    public static Activation? InTurn => t_current;

    public EmbeddedRuntime Runtime => grainClass.Runtime;

    public string Key => key;

    public GrainReference GrainReference => _reference ??= new GrainReference(grainClass, key);

    public GrainId GrainId => GrainId.Create(grainClass.Type, key);

    public object? GrainInstance => _instance;

    public IServiceProvider ActivationServices => (_scope ??= Runtime.ServiceProvider.CreateScope()).ServiceProvider;

    public Task Deactivated
    {
        get
        {
            lock (_gate)
            {
                _deactivated ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
                if (_state == State.Gone)
                    _deactivated.TrySetResult();
                return _deactivated.Task;
            }
        }
    }

    private int Running => _exclusive + _readOnly + _interleaving;

    /// <summary>Takes a call, unless this activation is gone and the caller has to find another.</summary>
    public bool TryAccept(Request request)
    {
        request.Activation = this;
        var inline = !request.Rules.OneWay && CanRunInline();
        var first = default(object);
        var start = false;
        lock (_gate)
        {
            switch (_state)
            {
                case State.Gone:
                    return false;
                case State.New:
                    _state = State.Activating;
                    first = BeginLife;
                    Wait(request);
                    break;
                case State.Active when MayStart(request.Rules):
                    Count(request.Rules, 1);
                    first = request;
                    break;
                default:
                    Wait(request);
                    return true;
            }

            inline &= !_pumping;
            if (inline)
            {
                _pumping = true;
            }
            else
            {
                Ready(first);
                start = ClaimPump();
            }
        }

        if (inline)
            RunInline(first);
        else if (start)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
        return true;
    }

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        bool start;
        lock (_gate)
        {
            if (_state is State.Deactivating or State.Gone)
                return;
            _reason = deactivationReason;
            _wasActive = _state == State.Active;
            // While activating, the activation itself ends its life when it comes to it.
            if (_state == State.Activating)
            {
                _state = State.Deactivating;
                return;
            }

            _state = State.Deactivating;
            EndWhenQuiet();
            start = ClaimPump();
        }

        if (start)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    public void KeepFor(TimeSpan span)
    {
        lock (_gate)
        {
            _keepUntil = span == Timeout.InfiniteTimeSpan || span == TimeSpan.MaxValue ? long.MaxValue
                : span <= TimeSpan.Zero ? 0
                : Runtime.ReadClock() + (long)span.TotalMilliseconds;
        }
    }

    public bool IsIdle(long now, long age)
    {
        lock (_gate)
            return _state == State.Active && Running == 0 && !_pumping && _lastUse + age <= now && _keepUntil <= now;
    }

    public void Add(GrainTimer timer)
    {
        lock (_gate)
        {
            if (_state == State.Gone)
                throw new InvalidOperationException($"{GrainId} is gone and takes no timer.");
            (_timers ??= []).Add(timer);
        }
    }

    public void Remove(GrainTimer timer)
    {
        lock (_gate)
            _timers?.Remove(timer);
    }

    bool IEquatable<IGrainContext>.Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override string ToString() => $"{GrainId} ({_state})";

    // ---- scheduling: continuations and admitted calls run one after the other, in the order in which they became ready ----

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
        !taskWasPreviouslyQueued && ReferenceEquals(t_current, this) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_gate)
            return [.. (_ready ?? []).Append(_next).OfType<Task>()];
    }

    void IThreadPoolWorkItem.Execute()
    {
        s_clean ??= ExecutionContext.Capture();
        t_current = this;
        Pump(PooledItems);
        t_current = null;
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
    private static bool CanRunInline() => t_depth < MaxInlineDepth && s_clean is not null && Thread.CurrentThread.IsThreadPoolThread && !ExecutionContext.IsFlowSuppressed();

    private void RunInline(object first)
    {
        var (outer, context, synchronization) = (t_current, ExecutionContext.Capture()!, SynchronizationContext.Current);
        var flowed = !ReferenceEquals(context, s_clean);
        if (flowed)
            ExecutionContext.Restore(s_clean!);
        if (synchronization is not null)
            SynchronizationContext.SetSynchronizationContext(null);
        t_current = this;
        t_depth++;
        Run(first);
        Pump(InlineItems);
        t_depth--;
        t_current = outer;
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

    // ---- admission: who may run while others are at an await ----

    private bool MayStart(CallRules rules) =>
        rules.AlwaysInterleave || grainClass.IsReentrant || (_exclusive == 0 && (rules.ReadOnly || _readOnly == 0));

    private void Admit(Request request)
    {
        Count(request.Rules, 1);
        Ready(request);
    }

    private void Count(CallRules rules, int by)
    {
        if (rules.AlwaysInterleave)
            _interleaving += by;
        else if (rules.ReadOnly)
            _readOnly += by;
        else
            _exclusive += by;
    }

    private void Wait(Request request)
    {
        if (_firstWaiting is null)
            _firstWaiting = request;
        else
            _lastWaiting!.Next = request;
        _lastWaiting = request;
    }

    // Whoever waits while the grain is active waits for an exclusive call to end, so the search ends at the first one that it lets in.
    private void AdmitWaiting(bool all)
    {
        Request? previous = null;
        var request = _firstWaiting;
        while (request is not null && (all || _exclusive == 0 || grainClass.IsReentrant))
        {
            var next = request.Next;
            var expired = request.IsAnswered;
            if (expired || MayStart(request.Rules))
            {
                if (previous is null)
                    _firstWaiting = next;
                else
                    previous.Next = next;
                if (next is null)
                    _lastWaiting = previous;
                request.Next = null;
                if (!expired)
                    Admit(request);
            }
            else
            {
                previous = request;
            }

            request = next;
        }
    }

    private Request? TakeWaiting()
    {
        var first = _firstWaiting;
        _firstWaiting = _lastWaiting = null;
        return first;
    }

    private void EndWhenQuiet()
    {
        if (_state != State.Deactivating || Running > 0 || _endScheduled)
            return;
        _endScheduled = true;
        Ready(EndLife);
    }

    // ---- life ----

    // Most grains are there once they are constructed. What else has to happen is returned.
    private Func<Task>? Construct()
    {
        try
        {
            var (instance, states) = grainClass.Construct(this);
            _instance = instance;
            if (states is not null || grainClass.HasOnActivate)
                return () => ActivateAsync(states);
        }
        catch (Exception error)
        {
            return () => FailAsync(error);
        }

        return TryBecomeActive() ? null : () => LeaveAsync(error: null);
    }

    private async Task ActivateAsync(List<ILoadedState>? states)
    {
        try
        {
            foreach (var state in states ?? [])
                await state.LoadAsync();
            if (grainClass.HasOnActivate)
            {
                using var timeout = new CancellationTokenSource(Runtime.Collection.ActivationTimeout, Runtime.Time);
                var activated = ((IGrainBase)_instance!).OnActivateAsync(timeout.Token);
                if (!activated.IsCompletedSuccessfully)
                    await activated.WaitAsync(timeout.Token);
            }
        }
        catch (Exception error)
        {
            await FailAsync(error);
            return;
        }

        if (!TryBecomeActive())
            await LeaveAsync(error: null);
    }

    private Task FailAsync(Exception error)
    {
        Runtime.Log.LogError(error, "{Grain} could not be activated", GrainId);
        return LeaveAsync(error);
    }

    // False if the grain has asked to leave before it was there.
    private bool TryBecomeActive()
    {
        lock (_gate)
        {
            if (_state != State.Activating)
                return false;
            _state = State.Active;
            _lastUse = Runtime.Now;
            AdmitWaiting(all: true);
            return true;
        }
    }

    private async Task EndAsync()
    {
        StopTimers();
        if (_wasActive && grainClass.HasOnDeactivate)
        {
            try
            {
                using var timeout = new CancellationTokenSource(Runtime.Collection.DeactivationTimeout, Runtime.Time);
                var deactivated = ((IGrainBase)_instance!).OnDeactivateAsync(_reason, timeout.Token);
                if (!deactivated.IsCompletedSuccessfully)
                    await deactivated.WaitAsync(timeout.Token);
            }
            catch (Exception error)
            {
                Runtime.Log.LogError(error, "{Grain} failed while it was deactivated", GrainId);
            }
        }

        await LeaveAsync(error: null);
    }

    // From here on calls find another activation; the ones that wait here are sent there, or fail if this one could not begin.
    private async Task LeaveAsync(Exception? error)
    {
        StopTimers();
        Request? waiting;
        TaskCompletionSource? deactivated;
        lock (_gate)
        {
            _state = State.Gone;
            waiting = TakeWaiting();
            deactivated = _deactivated;
        }

        grainClass.Forget(this);
        try
        {
            if (_instance is IAsyncDisposable asyncDisposable)
                await asyncDisposable.DisposeAsync();
            else if (_instance is IDisposable disposable)
                disposable.Dispose();
            if (_scope is IAsyncDisposable scope)
                await scope.DisposeAsync();
        }
        catch (Exception failure)
        {
            Runtime.Log.LogError(failure, "{Grain} failed while it was disposed", GrainId);
        }

        while (waiting is { } request)
        {
            waiting = request.Next;
            request.Next = null;
            if (error is not null)
                request.Fail(error);
            else if (request is not GrainTimer.Tick && !request.IsAnswered)
                grainClass.Deliver(key, request);
        }

        deactivated?.TrySetResult();
    }

    private void StopTimers()
    {
        List<GrainTimer>? timers;
        lock (_gate)
            (timers, _timers) = (_timers, null);
        timers?.ForEach(timer => timer.Dispose());
    }
}
