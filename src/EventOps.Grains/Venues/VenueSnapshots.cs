using EventOps.Domain.Venues;
using EventOps.Storage;
using Orleans.Runtime;

namespace EventOps.Grains.Venues;

/// <summary>A venue's state at rest, so that the next activation reads one row and the entries after it. The journal is the truth: a snapshot may fail.</summary>
internal sealed partial class VenueSnapshots(IPersistentState<VenueMemory> memory, string venue, ILogger log)
{
    private bool _saving;

    /// <summary>The last one, or null.</summary>
    public VenueSnapshot? Last => memory.State.Snapshot;

    /// <summary>A snapshot costs as much as there are people inside, so it is taken once in so many entries.</summary>
    public void SaveNowAndThen(VenueState committed)
    {
        if (!_saving && committed.Version - (Last?.Version ?? 0) >= Math.Max(VenueMemory.Interval, committed.Present))
            _ = Save(committed);
    }

    /// <summary>Saves the state unless it is saved.</summary>
    public Task SaveLast(VenueState committed) => committed.Version > (Last?.Version ?? 0) ? Save(committed) : Task.CompletedTask;

    private async Task Save(VenueState committed)
    {
        _saving = true;
        try
        {
            memory.State.Snapshot = committed.Save();
            await memory.WriteStateAsync();
        }
        catch (Exception failure) when (failure is StorageException or OrleansException)
        {
            LogNotSaved(log, venue, failure);
        }
        finally
        {
            _saving = false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The snapshot of venue {Venue} was not saved; the next activation reads more of the journal")]
    private static partial void LogNotSaved(ILogger log, string venue, Exception failure);
}
