using Microsoft.Extensions.Logging;

namespace EventOps.EmbeddedOrleans;

/// <summary>The life: from the constructor of the grain to its last turn, after which its calls find another activation.</summary>
internal sealed partial class Activation
{
    private static readonly object BeginLife = new();
    private static readonly object EndLife = new();

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
