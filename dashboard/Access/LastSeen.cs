using System.Collections.Concurrent;

namespace EventOps.Dashboard.Access;

/// <summary>When devices and links were last heard of. Noted with every request, written once a minute.</summary>
public sealed partial class LastSeen(AccessBook book, TimeProvider time, ILogger<LastSeen> log) : BackgroundService
{
    private static readonly TimeSpan WritePeriod = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(CallerKind Kind, string Id), DateTimeOffset> _seen = new();

    /// <summary>Notes that a caller was heard of.</summary>
    public void Saw(Caller caller)
    {
        if (caller.Kind is CallerKind.Device or CallerKind.HostLink)
            _seen[(caller.Kind, caller.Id)] = time.GetUtcNow();
    }

    /// <summary>When a device or link was last heard of by this process, or null.</summary>
    public DateTimeOffset? Of(CallerKind kind, string id) => _seen.TryGetValue((kind, id), out var at) ? at : null;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minutes = new PeriodicTimer(WritePeriod, time);
        while (await minutes.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await WriteAsync();
            }
            catch (Exception failure) when (failure is Storage.StorageException or Storage.AccessConflictException)
            {
                LogNotWritten(log, failure.Message);
            }
        }
    }

    private async Task WriteAsync()
    {
        foreach (var ((kind, id), at) in _seen)
        {
            if (kind == CallerKind.Device && book.Devices.Find(id) is { } device && !(device.LastSeen >= at))
                await book.ChangeAsync(book.Devices, id, now => now! with { LastSeen = at });
            if (kind == CallerKind.HostLink && book.Links.Find(id) is { } link && !(link.LastSeen >= at))
                await book.ChangeAsync(book.Links, id, now => now! with { LastSeen = at });
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "When devices were last seen could not be written; it is tried again ({Why})")]
    private static partial void LogNotWritten(ILogger log, string why);
}
