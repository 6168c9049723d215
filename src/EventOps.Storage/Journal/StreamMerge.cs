namespace EventOps.Storage;

/// <summary>Puts the entries of several streams into one order.</summary>
internal static class StreamMerge
{
    /// <summary>Merges entries, which stand stream by stream, by time; within a stream their order stays, also where the clock was set back.</summary>
    public static IReadOnlyList<JournalEntry> ByTime(IReadOnlyList<JournalEntry> entries)
    {
        var streams = entries.GroupBy(entry => entry.Venue).Select(stream => new Queue<JournalEntry>(stream)).ToList();
        if (streams.Count < 2)
            return entries;
        var merged = new List<JournalEntry>(entries.Count);
        while (streams.Count > 0)
        {
            var earliest = streams.MinBy(stream => stream.Peek().At)!;
            merged.Add(earliest.Dequeue());
            if (earliest.Count == 0)
                streams.Remove(earliest);
        }

        return merged;
    }
}
