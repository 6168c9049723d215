using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Scans;
using EventOps.Contracts.Sessions;

namespace EventOps.Domain.Sessions;

/// <summary>Who is expected in a session and who has attended (rule 6): registrations, and the fold of the entries at its doors.</summary>
public sealed class SessionState
{
    private readonly Dictionary<DelegateId, Registration> _expected = [];
    private readonly Dictionary<DelegateId, Visits> _attended = [];

    /// <summary>A session before its doors open.</summary>
    public SessionState(IEnumerable<Registration> registrations)
    {
        foreach (var registration in registrations)
        {
            _expected[registration.Delegate] = registration;
            if (registration.SeatHeld)
                HeldSeats++;
        }
    }

    /// <summary>How many people are expected.</summary>
    public int Expected => _expected.Count;

    /// <summary>How many people have attended.</summary>
    public int Arrived => _attended.Count;

    /// <summary>How many of the expected have attended.</summary>
    public int ArrivedExpected { get; private set; }

    /// <summary>How many held seats wait for their people.</summary>
    public int HeldSeats { get; private set; }

    /// <summary>How a person comes to be expected, or null.</summary>
    public Registration? Find(DelegateId person) => _expected.TryGetValue(person, out var registration) ? registration : null;

    /// <summary>Takes in an entry; the same one twice counts once.</summary>
    public void Apply(JournalEntry entry)
    {
        if (entry.Delegate is not { } person)
            return;
        if (entry.Kind == EntryKind.Admitted)
            Visited(person, new Visit(entry.ScanId, entry.At));
        else if (entry.Annuls is { Kind: EntryKind.Admitted } annulled)
            NotVisited(person, annulled.ScanId);
    }

    /// <summary>The counts as the board shows them.</summary>
    public SessionSummary Summarise(SessionId session, long revision) =>
        new(session, revision, Expected, Arrived, ArrivedExpected, HeldSeats);

    /// <summary>Everyone who is expected or has attended.</summary>
    public ImmutableArray<RosterLine> Lines()
    {
        var lines = ImmutableArray.CreateBuilder<RosterLine>(_expected.Count + _attended.Count - ArrivedExpected);
        foreach (var (person, registration) in _expected)
            lines.Add(Line(person, registration));
        foreach (var person in _attended.Keys.Where(person => !_expected.ContainsKey(person)))
            lines.Add(Line(person, null));
        return lines.MoveToImmutable();
    }

    private RosterLine Line(DelegateId person, Registration? registration)
    {
        DateTimeOffset? arrived = _attended.TryGetValue(person, out var visits) ? visits.First.At : null;
        return new RosterLine(person, registration?.Kind, registration?.SeatHeld ?? false, arrived, visits.Count);
    }

    private void Visited(DelegateId person, Visit visit)
    {
        ref var visits = ref CollectionsMarshal.GetValueRefOrAddDefault(_attended, person, out var before);
        visits = before ? visits.With(visit) : new Visits(visit, []);
        if (!before)
            CountAttendance(person, +1);
    }

    private void NotVisited(DelegateId person, Guid scan)
    {
        if (!_attended.TryGetValue(person, out var visits))
            return;
        if (visits.Without(scan) is { } others)
            _attended[person] = others;
        else if (_attended.Remove(person))
            CountAttendance(person, -1);
    }

    private void CountAttendance(DelegateId person, int change)
    {
        if (!_expected.TryGetValue(person, out var registration))
            return;
        ArrivedExpected += change;
        if (registration.SeatHeld)
            HeldSeats -= change;
    }

    private readonly record struct Visit(Guid ScanId, DateTimeOffset At);

    /// <summary>A person's visits. Most people come once: that takes no object of its own.</summary>
    private readonly record struct Visits(Visit First, ImmutableArray<Visit> Others)
    {
        public int Count => Others.IsDefault ? 0 : 1 + Others.Length;

        /// <summary>The same visit twice counts once.</summary>
        public Visits With(Visit visit) =>
            First.ScanId == visit.ScanId || Others.Any(known => known.ScanId == visit.ScanId) ? this : this with { Others = Others.Add(visit) };

        /// <summary>The visits without that of a scan, or null when there is none left.</summary>
        public Visits? Without(Guid scan)
        {
            if (First.ScanId != scan)
                return this with { Others = Others.RemoveAll(visit => visit.ScanId == scan) };
            return Others is [var next, ..] ? new Visits(next, Others.RemoveAt(0)) : null;
        }
    }
}
