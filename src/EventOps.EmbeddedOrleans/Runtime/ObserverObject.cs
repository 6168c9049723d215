using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EventOps.EmbeddedOrleans;

/// <summary>An observer that grains can call. It is held weakly, and called from the pool, one call after the other.</summary>
internal sealed class ObserverObject(EmbeddedRuntime runtime, IGrainObserver observer) : Destination(runtime), IThreadPoolWorkItem
{
    private static readonly GrainType ObserverType = GrainType.Create("observer");

    private readonly WeakReference<IGrainObserver> _observer = new(observer);
    private readonly Queue<Request> _calls = new();
    private bool _running;
    private bool _deleted;

    public override GrainType Type => ObserverType;

    public void Delete() => _deleted = true;

    // A call to nobody is lost: one-way ones silently, the others time out at their caller.
    public override void Deliver(string key, Request request)
    {
        lock (_calls)
        {
            _calls.Enqueue(request);
            if (_running)
                return;
            _running = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute() => _ = RunAsync();

    private async Task RunAsync()
    {
        while (true)
        {
            Request? request;
            lock (_calls)
            {
                if (!_calls.TryDequeue(out request))
                {
                    _running = false;
                    return;
                }
            }

            if (_deleted || !_observer.TryGetTarget(out var target))
            {
                Runtime.Log.LogDebug("{Method} finds no observer any more", request.Rules.Name);
                continue;
            }

            Activity.Current = request.Trace;
            await TellAsync(request, target);
        }
    }

    private async Task TellAsync(Request request, IGrainObserver target)
    {
        try
        {
            var done = request.Invoke(target);
            await ((Task)done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (request.Rules.OneWay && done.Exception is { } error)
                Runtime.Log.LogWarning(error, "{Method} failed on an observer", request.Rules.Name);
            request.Answer(done);
        }
        catch (Exception error)
        {
            Runtime.Log.LogWarning(error, "{Method} failed on an observer", request.Rules.Name);
            request.Fail(error);
        }
    }
}
