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

    /// <summary>The legal and comfort capacities that an import sets anew, each with how it was.</summary>
    public static IEnumerable<CapacityChange> Capacities(KnownProgramme known, ProgrammeImport import) =>
    [
        .. import.Venues.Where(venue => known.Venues.TryGetValue(venue.Id, out var was) && was.Legal != venue.Legal)
            .Select(venue => new CapacityChange($"venue {venue.Id}", known.Venues[venue.Id].Legal, null, venue.Legal, null)),
        .. import.Rooms.Where(room => known.Rooms.TryGetValue(room.Id, out var was) && (was.Legal, was.Comfort) != (room.Legal, room.Comfort))
            .Select(room => new CapacityChange($"room {room.Id}", known.Rooms[room.Id].Legal, known.Rooms[room.Id].Comfort, room.Legal, room.Comfort)),
    ];

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

/// <summary>A capacity that is set anew, in people.</summary>
/// <param name="Where">The venue or the room.</param>
/// <param name="LegalBefore">The legal capacity as it was.</param>
/// <param name="ComfortBefore">The comfort capacity as it was; null for a venue.</param>
/// <param name="Legal">The legal capacity as it is.</param>
/// <param name="Comfort">The comfort capacity as it is; null for a venue.</param>
public sealed record CapacityChange(string Where, int LegalBefore, int? ComfortBefore, int Legal, int? Comfort);
