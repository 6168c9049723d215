using EventOps.Contracts.Scans;
using EventOps.Domain.Venues;
using EventOps.Storage;

namespace EventOps.Grains.Venues;

/// <summary>
/// A venue's state twice: as decided, with entries that wait for their commit, so that the next decision counts them; and as committed, so that a screen
/// never shows what is not on disk. After a failed append both are worth nothing, and the stream is opened again.
/// </summary>
internal sealed class VenueDoors
{
    private readonly JournalStream _stream;
    private readonly Queue<JournalEntry> _waiting = [];

    public VenueDoors(VenueSnapshot? snapshot, JournalStream stream)
    {
        _stream = stream;
        Decided = Fold(snapshot, stream.Entries);
        Committed = Fold(snapshot, stream.Entries);
    }

    public VenueState Decided { get; }

    public VenueState Committed { get; }

    public bool IsBroken { get; private set; }

    public async Task Commit(JournalEntry entry)
    {
        Decided.Apply(entry);
        _waiting.Enqueue(entry);
        try
        {
            await _stream.AppendAsync(entry);
        }
        catch
        {
            IsBroken = true;
            throw;
        }

        // The journal commits a stream in order, so all that stands before this entry is on disk too.
        while (_waiting.TryPeek(out var next) && next.Version <= entry.Version)
            Committed.Apply(_waiting.Dequeue());
    }

    private static VenueState Fold(VenueSnapshot? snapshot, IEnumerable<JournalEntry> entries)
    {
        var state = snapshot is null ? new VenueState() : new VenueState(snapshot);
        foreach (var entry in entries)
            state.Apply(entry);
        return state;
    }
}
