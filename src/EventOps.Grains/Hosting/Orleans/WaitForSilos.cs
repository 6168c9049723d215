namespace EventOps.Grains.Hosting;

/// <summary>Whoever is started before the first silo waits for it.</summary>
internal sealed partial class WaitForSilos(TimeProvider time, ILogger<ClusterLink> log) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    private bool _told;

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        if (!_told)
            LogWaiting(log, exception.Message);
        _told = true;
        await Task.Delay(Pause, time, cancellationToken);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The cluster has no silo yet; it is waited for ({Why})")]
    private static partial void LogWaiting(ILogger log, string why);
}
