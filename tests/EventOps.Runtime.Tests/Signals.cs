using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace EventOps.Runtime.Tests;

/// <summary>Named events that grains and tests raise and wait for, and a log of what happened in which order.</summary>
internal sealed class Signals
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _signals = new();
    private ImmutableArray<string> _log = [];

    public ImmutableArray<string> Log => _log;

    public void Note(string what) => ImmutableInterlocked.Update(ref _log, log => log.Add(what));

    public void Raise(string name) => Named(name).TrySetResult();

    public Task When(string name) => Named(name).Task;

    /// <summary>For tests: a signal that does not come fails by its name.</summary>
    public async Task Expect(string name)
    {
        try
        {
            await When(name).WaitAsync(Patience, TimeProvider.System);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"'{name}' was not raised. The log: {string.Join(", ", Log)}", late);
        }
    }

    public void RaiseAll()
    {
        foreach (var signal in _signals.Values)
            signal.TrySetResult();
    }

    private TaskCompletionSource Named(string name) => _signals.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
