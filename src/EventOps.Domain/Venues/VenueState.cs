using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Scans;
using EventOps.Contracts.Venues;

namespace EventOps.Domain.Venues;

/// <summary>Where a person is inside a venue, and how they came there.</summary>
/// <param name="Room">The room, or null in the foyer.</param>
/// <param name="Session">The session through whose door they came, or null.</param>
/// <param name="Since">Since when.</param>
/// <param name="Device">Which device let them in.</param>
public readonly record struct Presence(RoomId? Room, SessionId? Session, DateTimeOffset Since, DeviceId Device);

/// <summary>Who is inside a venue: the fold of its stream. Replay and live use the same <see cref="Apply"/>, whose cost does not grow with anything.</summary>
public sealed class VenueState
{
    /// <summary>How many of the last scans, and of the last alerts, are kept.</summary>
    public const int Kept = 12;

    private static readonly TimeSpan SliceLength = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SlicesKept = TimeSpan.FromHours(24);

    private readonly Dictionary<DelegateId, Presence> _inside = [];
    private readonly Dictionary<RoomId, RoomCount> _rooms = [];
    private readonly SlidingWindow _doors = new();
    private readonly List<ArrivalSlice> _arrivals = [];
    private readonly Queue<JournalEntry> _recent = new(Kept);
    private readonly Queue<JournalEntry> _alerts = new(Kept);

    /// <summary>An empty venue, before its first entry.</summary>
    public VenueState()
    {
    }

    /// <summary>A venue as it was saved at a version.</summary>
    public VenueState(VenueSnapshot snapshot)
    {
        Version = snapshot.Version;
        _doors = new SlidingWindow(snapshot.Doors);
        foreach (var room in snapshot.Rooms)
            _rooms.Add(room.Room, new RoomCount(new SlidingWindow(room.Window)));
        foreach (var person in snapshot.Inside)
        {
            _inside.Add(person.Delegate, new Presence(person.Room, person.Session, person.Since, person.Device));
            if (person.Room is { } room)
                CountOf(room).Present++;
            else
                Foyer++;
        }

        _arrivals.AddRange(snapshot.Arrivals);
        foreach (var entry in snapshot.Recent)
            _recent.Enqueue(entry);
        foreach (var entry in snapshot.Alerts)
            _alerts.Enqueue(entry);
    }

    /// <summary>The version of the last entry that was applied; 0 before the first.</summary>
    public long Version { get; private set; }

    /// <summary>How many people are inside the venue.</summary>
    public int Present => _inside.Count;

    /// <summary>How many people are inside and in no room.</summary>
    public int Foyer { get; private set; }

    /// <summary>How many people are in a room.</summary>
    public int PresentIn(RoomId room) => _rooms.TryGetValue(room, out var count) ? count.Present : 0;

    /// <summary>How many came into a room a minute, over the last ten minutes.</summary>
    public double ArrivalsPerMinute(RoomId room, DateTimeOffset now) => _rooms.GetValueOrDefault(room)?.Window.ArrivalsPerMinute(now) ?? 0;

    /// <summary>How many came into the building a minute, over the last ten minutes.</summary>
    public double ArrivalsPerMinute(DateTimeOffset now) => _doors.ArrivalsPerMinute(now);

    /// <summary>Where a person is inside, or null when they are not.</summary>
    public Presence? Find(DelegateId person) => _inside.TryGetValue(person, out var presence) ? presence : null;

    /// <summary>Everyone inside.</summary>
    public ImmutableArray<PersonInside> Inside() =>
        [.. _inside.Select(pair => new PersonInside(pair.Key, pair.Value.Room, pair.Value.Session, pair.Value.Since, pair.Value.Device))];

    /// <summary>Takes in an entry, which must be the next one.</summary>
    public void Apply(JournalEntry entry)
    {
        if (entry.Version != Version + 1)
            throw new InvalidOperationException($"Entry {entry.Version} of {entry.Venue} cannot follow entry {Version}.");
        Version = entry.Version;

        if (entry.Delegate is { } person && entry.Kind != EntryKind.Refused)
            Place(person, entry);
        if (entry.Arrival)
        {
            _doors.Enter(entry.At);
            CountArrival(entry.At, +1);
        }

        if (entry.Annuls is { Arrival: true } annulled)
            CountArrival(annulled.At, -1);

        Keep(_recent, entry);
        if (entry.Marks.HasFlag(EntryMarks.ClonedBadge))
            Keep(_alerts, entry);
    }

    /// <summary>The counts as the board shows them.</summary>
    public VenueSummary Summarise(VenuePlan plan, long revision, DateTimeOffset now) => new(
        plan.Venue.Id,
        revision,
        Version,
        new Occupancy(Present, null, plan.Venue.Legal),
        Foyer,
        [.. plan.Rooms.Select(room => new RoomSummary(
            room.Id,
            new Occupancy(PresentIn(room.Id), room.Comfort, room.Legal),
            _rooms.GetValueOrDefault(room.Id)?.Window.Trend(now) ?? 0,
            ArrivalsPerMinute(room.Id, now)))],
        [.. _arrivals.Where(slice => slice.Count > 0 && now - slice.From <= SlicesKept)],
        [.. _recent.Reverse()],
        [.. _alerts.Reverse()]);

    /// <summary>What a later activation starts from instead of the whole stream.</summary>
    public VenueSnapshot Save() => new(
        Version,
        Inside(),
        _doors.Save(),
        [.. _rooms.Select(pair => new RoomWindow(pair.Key, pair.Value.Window.Save()))],
        [.. _arrivals],
        [.. _recent],
        [.. _alerts]);

    private static void Keep(Queue<JournalEntry> kept, JournalEntry entry)
    {
        if (kept.Count == Kept)
            kept.Dequeue();
        kept.Enqueue(entry);
    }

    private void Place(DelegateId person, JournalEntry entry)
    {
        var before = Find(person);
        var stays = before is { } was && entry.Inside && was.Room == entry.Place;
        if (stays)
            return;

        if (before is { Room: { } left })
        {
            CountOf(left).Present--;
            CountOf(left).Window.Leave(entry.At);
        }
        else if (before is not null)
        {
            Foyer--;
        }

        if (!entry.Inside)
        {
            _inside.Remove(person);
            return;
        }

        _inside[person] = new Presence(entry.Place, entry.Kind == EntryKind.Admitted ? entry.Door.Session : null, entry.At, entry.Device);
        if (entry.Place is { } entered)
        {
            CountOf(entered).Present++;
            CountOf(entered).Window.Enter(entry.At);
        }
        else
        {
            Foyer++;
        }
    }

    private void CountArrival(DateTimeOffset at, int change)
    {
        var from = new DateTimeOffset(at.UtcTicks - at.UtcTicks % SliceLength.Ticks, TimeSpan.Zero);
        var place = _arrivals.Count;
        while (place > 0 && _arrivals[place - 1].From > from)
            place--;
        if (place > 0 && _arrivals[place - 1].From == from)
            _arrivals[place - 1] = new ArrivalSlice(from, _arrivals[place - 1].Count + change);
        else if (change > 0)
            _arrivals.Insert(place, new ArrivalSlice(from, change));
        while (_arrivals.Count > 0 && _arrivals[^1].From - _arrivals[0].From > SlicesKept)
            _arrivals.RemoveAt(0);
    }

    private RoomCount CountOf(RoomId room)
    {
        if (!_rooms.TryGetValue(room, out var count))
            _rooms.Add(room, count = new RoomCount(new SlidingWindow()));
        return count;
    }

    private sealed class RoomCount(SlidingWindow window)
    {
        public int Present { get; set; }

        public SlidingWindow Window { get; } = window;
    }
}
