using EventOps.Storage;

namespace EventOps.Dashboard.Privacy;

/// <summary>Takes away who a mission's people are when its time is over: looked for once an hour, so that nobody has to remember.</summary>
internal sealed partial class RetentionWatch(PrivacyDesk desk, TimeProvider time, ILogger<RetentionWatch> log) : BackgroundService
{
    private static readonly TimeSpan LookPeriod = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hours = new PeriodicTimer(LookPeriod, time);
        while (await hours.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await desk.AnonymiseDueAsync((mission, what) => new AuditEntry(time.GetUtcNow(), mission.Value, "privacy", "", "nobody", "", what));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(log, failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Missions whose people are kept too long could not be anonymised; it is tried again in an hour")]
    private static partial void LogFailed(ILogger log, Exception failure);
}
