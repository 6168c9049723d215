using EventOps.Contracts.Delegates;
using EventOps.Contracts.Scans;

namespace EventOps.Domain.Delegates;

/// <summary>What a person has done: the fold of their entries in every venue, in the order of their sequence.</summary>
public sealed class DelegateState
{
    // A handful, for most people one: to look through them costs less than an index of them, and less than to keep what is made of them.
    private JournalEntry[] _entries = [];

    /// <summary>How many entries the person has.</summary>
    public int Sequence => _entries.Length;

    /// <summary>Where they are now.</summary>
    public Whereabouts Whereabouts => _entries.Aggregate(Whereabouts.Unknown, After);

    /// <summary>The answer that was given to a scan, or null (rule 1).</summary>
    public JournalEntry? AnswerTo(Guid scanId)
    {
        foreach (var entry in _entries)
        {
            if (entry.ScanId == scanId)
                return entry;
        }

        return null;
    }

    /// <summary>Takes in an entry, which must be the next one of this person.</summary>
    public void Apply(JournalEntry entry)
    {
        if (entry.Sequence != Sequence + 1)
            throw new InvalidOperationException($"Entry {entry.Sequence} of {entry.Delegate} cannot follow entry {Sequence}.");
        _entries = [.. _entries, entry];
    }

    /// <summary>The annulment of a scan, or null while it stands.</summary>
    public JournalEntry? AnnulmentOf(Guid scanId) => Array.Find(_entries, entry => entry.Annuls?.ScanId == scanId);

    /// <summary>How often the person was taken out of another venue to make a scan; more than once when it was tried again after they had gone back in.</summary>
    public int DeparturesFor(Guid scanId)
    {
        var tried = 0;
        while (AnswerTo(RepeatRules.DepartureOf(scanId, tried)) is not null)
            tried++;
        return tried;
    }

    /// <summary>The last entry that took the person out of another venue to make a scan, or null.</summary>
    public JournalEntry? DepartureFor(Guid scanId) => AnswerTo(RepeatRules.DepartureOf(scanId, Math.Max(0, DeparturesFor(scanId) - 1)));

    /// <summary>Where the person would be now, had some scans, and those that are annulled, not happened.</summary>
    public Whereabouts Without(params ReadOnlySpan<Guid> scans)
    {
        var skipped = new HashSet<Guid>(_entries.Where(entry => entry.Annuls is not null).Select(entry => entry.Annuls!.ScanId));
        foreach (var scan in scans)
            skipped.Add(scan);
        return _entries.Where(entry => !skipped.Contains(entry.ScanId)).Aggregate(Whereabouts.Unknown, Again);
    }

    /// <summary>Completes an annulment of a scan, and of the departure that it caused, with where the person is without them.</summary>
    public AnnulCommand Complete(AnnulCommand command, JournalEntry scan, JournalEntry? departure)
    {
        var restore = departure is null ? Without(scan.ScanId) : Without(scan.ScanId, departure.ScanId);
        var isInReach = restore.Venue is not { } venue || venue == scan.Venue || venue == departure?.Venue || venue == Whereabouts.Venue;
        return command with { Annulled = scan, Sequence = Sequence + 1, Restore = restore, OutOfReach = !isInReach };
    }

    /// <summary>Annulments are done with by leaving out what they annul; but one that could not put the person back still has not.</summary>
    private static Whereabouts Again(Whereabouts before, JournalEntry entry)
    {
        if (entry.Kind != EntryKind.Annulled)
            return After(before, entry);
        if (!entry.Marks.HasFlag(EntryMarks.NotRestored))
            return before;
        return entry.Inside && entry.Venue != before.Venue ? before : After(before with { Venue = entry.Venue }, entry);
    }

    private static Whereabouts After(Whereabouts before, JournalEntry entry)
    {
        if (entry.Kind == EntryKind.Refused)
            return before;
        if (entry.Inside)
        {
            return before.Venue == entry.Venue && before.Room == entry.Place
                ? before
                : new Whereabouts(entry.Venue, entry.Place, entry.Kind == EntryKind.Admitted ? entry.Door.Session : null, entry.At);
        }

        // Someone who presents at another venue is not in the first; taking a person out of one says nothing about another.
        return entry.Kind == EntryKind.Exited || before.Venue is null || before.Venue == entry.Venue
            ? new Whereabouts(null, null, null, entry.At)
            : before;
    }
}
