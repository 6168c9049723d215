using EventOps.Contracts.Missions;

namespace EventOps.Programme;

/// <summary>What an import would change, for a dry run and for the answer to an import.</summary>
public static class ImportDiff
{
    /// <summary>Counts the rows of <paramref name="import"/> that are new, different and the same as in <paramref name="known"/>.</summary>
    public static ImportChanges Compare(KnownProgramme known, ProgrammeImport import) => new(
        Count(import.Cities, c => c.Id, known.Cities),
        Count(import.Venues, v => v.Id, known.Venues),
        Count(import.Rooms, r => r.Id, known.Rooms),
        Count(import.Sessions, s => s.Id, known.Sessions),
        Count(import.Delegates, d => d.Id, known.Delegates),
        Count(import.Registrations, r => (r.Session, r.Delegate), known.Registrations));

    private static RowChanges Count<TKey, TRow>(IReadOnlyCollection<TRow> rows, Func<TRow, TKey> key, IReadOnlyDictionary<TKey, TRow> known)
        where TKey : notnull
        where TRow : IEquatable<TRow>
    {
        int added = 0, changed = 0;
        foreach (var row in rows)
        {
            if (!known.TryGetValue(key(row), out var before))
                added++;
            else if (!before.Equals(row))
                changed++;
        }

        return new(added, changed, rows.Count - added - changed);
    }
}
