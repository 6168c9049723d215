using System.Collections;
using Microsoft.Extensions.Logging;

namespace Orleans.Utilities;

/// <summary>Observers of a grain, by their own reference.</summary>
/// <param name="expiration">How long a subscription holds without being renewed.</param>
/// <param name="log">Where changes are logged.</param>
public class ObserverManager<TObserver>(TimeSpan expiration, ILogger log) : ObserverManager<IAddressable, TObserver>(expiration, log);

/// <summary>Observers of a grain. Subscriptions that are not renewed expire, and observers that fail are dropped. Belongs to one grain: not thread-safe.</summary>
public class ObserverManager<TIdentity, TObserver> : IEnumerable<TObserver>
    where TIdentity : notnull
{
    private readonly Dictionary<TIdentity, (TObserver Observer, DateTime LastSeen)> _subscriptions = [];
    private readonly ILogger _log;

    /// <summary>Begins without observers.</summary>
    /// <param name="expiration">How long a subscription holds without being renewed.</param>
    /// <param name="log">Where changes are logged.</param>
    public ObserverManager(TimeSpan expiration, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(log);
        ExpirationDuration = expiration;
        _log = log;
    }

    /// <summary>The clock, in UTC.</summary>
    public Func<DateTime> GetDateTime { get; set; } = static () => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>How long a subscription holds without being renewed.</summary>
    public TimeSpan ExpirationDuration { get; set; }

    /// <summary>How many there are, expired ones that nobody has noticed yet included.</summary>
    public int Count => _subscriptions.Count;

    /// <summary>All observers by their identity.</summary>
    public IReadOnlyDictionary<TIdentity, TObserver> Observers => _subscriptions.ToDictionary(pair => pair.Key, pair => pair.Value.Observer);

    /// <summary>Forgets everyone.</summary>
    public void Clear() => _subscriptions.Clear();

    /// <summary>Adds an observer, or renews its subscription.</summary>
    public void Subscribe(TIdentity id, TObserver observer)
    {
        _subscriptions[id] = (observer, GetDateTime());
        _log.LogDebug("Observer {Id} subscribed; there are {Count}", id, _subscriptions.Count);
    }

    /// <summary>Removes an observer.</summary>
    public void Unsubscribe(TIdentity id)
    {
        _subscriptions.Remove(id);
        _log.LogDebug("Observer {Id} unsubscribed; there are {Count}", id, _subscriptions.Count);
    }

    /// <summary>Tells every observer that <paramref name="predicate"/> lets through, one after the other.</summary>
    public async Task Notify(Func<TObserver, Task> notification, Func<TObserver, bool>? predicate = null)
    {
        foreach (var (id, observer) in Current(predicate))
        {
            try
            {
                await notification(observer);
            }
            catch (Exception error)
            {
                Drop(id, error);
            }
        }
    }

    /// <inheritdoc cref="Notify(Func{TObserver, Task}, Func{TObserver, bool}?)"/>
    public void Notify(Action<TObserver> notification, Func<TObserver, bool>? predicate = null)
    {
        foreach (var (id, observer) in Current(predicate))
        {
            try
            {
                notification(observer);
            }
            catch (Exception error)
            {
                Drop(id, error);
            }
        }
    }

    /// <summary>Removes the observers that have not renewed in time.</summary>
    public void ClearExpired()
    {
        var now = GetDateTime();
        foreach (var (id, subscription) in _subscriptions.ToArray())
        {
            if (subscription.LastSeen + ExpirationDuration < now)
                Unsubscribe(id);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<TObserver> GetEnumerator() => _subscriptions.Values.Select(subscription => subscription.Observer).ToList().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // A copy: an observer may subscribe or leave while others are being told.
    private List<(TIdentity Id, TObserver Observer)> Current(Func<TObserver, bool>? predicate)
    {
        ClearExpired();
        var current = new List<(TIdentity, TObserver)>(_subscriptions.Count);
        foreach (var (id, subscription) in _subscriptions)
        {
            if (predicate is null || predicate(subscription.Observer))
                current.Add((id, subscription.Observer));
        }

        return current;
    }

    private void Drop(TIdentity id, Exception error)
    {
        _subscriptions.Remove(id);
        _log.LogDebug(error, "Observer {Id} failed and is dropped; there are {Count}", id, _subscriptions.Count);
    }
}
