using Microsoft.Extensions.DependencyInjection;

namespace EventOps.EmbeddedOrleans;

/// <summary>
/// One grain in memory: its mailbox, its turns, its life. It is the task scheduler of its own turns, so that awaits and tasks that grain code
/// starts come back to it. Everything mutable is guarded by <c>_gate</c>, except while the one thread that pumps runs grain code.
/// </summary>
internal sealed partial class Activation(GrainClass grainClass, string key) : TaskScheduler, IGrainContext, IThreadPoolWorkItem
{
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

    public static Activation? InTurn => OnThisThread;

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
}
