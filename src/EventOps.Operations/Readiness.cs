using EventOps.Storage;
using Microsoft.Extensions.Hosting;

namespace EventOps.Operations;

/// <summary>Whether this process should be sent requests: it has started, what it needs is there, the database answers, and it is not about to end.</summary>
public sealed class Readiness(ICatalogue catalogue, IHostApplicationLifetime application, IEnumerable<IReadyWhen> needs)
{
    private volatile bool _leaving;

    /// <summary>From now on it is not ready, although it works on.</summary>
    public void Leave() => _leaving = true;

    /// <summary>Why it is not ready, in English; null when it is.</summary>
    public async Task<string?> WhyNotAsync(CancellationToken cancellationToken)
    {
        if (_leaving || application.ApplicationStopping.IsCancellationRequested)
            return "stopping";
        if (!application.ApplicationStarted.IsCancellationRequested)
            return "starting";
        if (needs.Select(need => need.WhyNot).FirstOrDefault(why => why is not null) is { } missing)
            return missing;
        try
        {
            await catalogue.MissionsAsync(cancellationToken);
            return null;
        }
        catch (StorageException)
        {
            return "the database does not answer";
        }
    }
}
