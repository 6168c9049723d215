using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;
using EventOps.Domain.Board;
using EventOps.Domain.Delegates;
using EventOps.Domain.Sessions;
using EventOps.Domain.Venues;

namespace EventOps.Domain.Tests.Floor;

/// <summary>A scan's way through the house without the house: delegate, session, venue, journal, one after the other in memory.</summary>
internal sealed class FloorModel
{
    private readonly MissionProgramme _programme;
    private readonly ImmutableDictionary<DelegateId, ImmutableArray<Badge>> _badges;
    private readonly Dictionary<Guid, JournalEntry> _byScan = [];
    private long _revision;

    public FloorModel(MissionProgramme programme, IEnumerable<Registration> registrations, ImmutableDictionary<DelegateId, ImmutableArray<Badge>> badges)
    {
        _programme = programme;
        _badges = badges;
        Board = new BoardSums(programme, 0);
        Plans = programme.Venues.ToImmutableDictionary(venue => venue.Id, venue => VenuePlan.Of(programme, venue.Id)!);
        Venues = programme.Venues.ToImmutableDictionary(venue => venue.Id, _ => new VenueState());
        Delegates = badges.Keys.ToImmutableDictionary(person => person, _ => new DelegateState());
        Sessions = programme.Sessions.ToImmutableDictionary(
            session => session.Id,
            session => new SessionState(registrations.Where(registration => registration.Session == session.Id)));
    }

    public ImmutableDictionary<VenueId, VenuePlan> Plans { get; }

    public ImmutableDictionary<VenueId, VenueState> Venues { get; }

    public ImmutableDictionary<DelegateId, DelegateState> Delegates { get; }

    public ImmutableDictionary<SessionId, SessionState> Sessions { get; }

    public BoardSums Board { get; }

    /// <summary>Every entry of every venue, in the order in which they became durable.</summary>
    public List<JournalEntry> Journal { get; } = [];

    /// <summary>Where each annulment wanted the person to be.</summary>
    public Dictionary<Guid, AnnulCommand> Restored { get; } = [];

    public JournalEntry Scan(ScanCommand command)
    {
        if (command.Delegate is not { } id)
            return _byScan.TryGetValue(command.ScanId, out var answered) ? Same(answered, command) : Commit(Decide(command));

        var person = Delegates[id];
        if (person.AnswerTo(command.ScanId) is { } before)
            return Same(before, command);
        if (BadgeRules.Check(_badges[id], command) is { } refusal)
            return Commit(Decide(command with { Refusal = refusal, Sequence = person.Sequence + 1 }));

        var cloned = TravelRule.IsImpossible(_programme, person.Whereabouts, command.Door.Venue, command.ReceivedAt);
        LeaveOtherVenue(person, command);
        return Commit(Decide(WithSessionRules(id, command with { Sequence = person.Sequence + 1, ClonedBadge = cloned })));
    }

    /// <summary>The annulment, or null when the rules do not allow it.</summary>
    public JournalEntry? Annul(AnnulCommand command)
    {
        var person = Delegates[_byScan[command.ScanId].Delegate!.Value];
        var scan = person.AnswerTo(command.ScanId)!;
        if (AnnulRules.Check(scan, person.AnnulmentOf(command.ScanId), command) is not null)
            return null;

        var departure = person.DepartureFor(command.ScanId);
        command = person.Complete(command, scan, departure);
        Restored[command.AnnulmentId] = command;
        var annulment = Commit(DoorRules.Annul(Venues[scan.Venue], Plans[scan.Venue], command));
        if (departure is not null)
        {
            Commit(DoorRules.Annul(Venues[departure.Venue], Plans[departure.Venue], command with
            {
                AnnulmentId = RepeatRules.DepartureOf(command.AnnulmentId),
                ScanId = departure.ScanId,
                Annulled = departure,
                Sequence = person.Sequence + 1,
            }));
        }

        return annulment;
    }

    /// <summary>Where everyone is.</summary>
    public ImmutableSortedDictionary<string, (VenueId? Venue, RoomId? Room)> Places() =>
        Delegates.ToImmutableSortedDictionary(pair => pair.Key.Value, pair => (pair.Value.Whereabouts.Venue, pair.Value.Whereabouts.Room));

    private static JournalEntry Same(JournalEntry answered, ScanCommand command) =>
        RepeatRules.IsSameScan(answered, command) ? answered : throw new ScanIdReusedException($"{command.ScanId} stands for another scan.");

    private void LeaveOtherVenue(DelegateState person, ScanCommand command)
    {
        if (person.Whereabouts.Venue is not { } left || left == command.Door.Venue)
            return;
        var departing = command with { ScanId = RepeatRules.DepartureOf(command.ScanId), Sequence = person.Sequence + 1 };
        Commit(DoorRules.Depart(Venues[left], Plans[left], departing).ShouldNotBeNull());
    }

    private ScanCommand WithSessionRules(DelegateId person, ScanCommand command)
    {
        if (command.Door.Session is not { } id || command.Direction == Direction.Exit)
            return command;
        var session = _programme.Sessions.First(candidate => candidate.Id == id);
        var registration = Sessions[id].Find(person);
        return command with
        {
            Refusal = SessionRules.Check(session, AgendaRules.Place(_programme, session), registration, command),
            HeldSeats = SessionRules.SeatsHeldFromThem(session, Sessions[id], registration, command.ReceivedAt),
            HeldFor = session.HeldFor,
        };
    }

    private JournalEntry Decide(ScanCommand command) => DoorRules.Decide(Venues[command.Door.Venue], Plans[command.Door.Venue], command);

    private JournalEntry Commit(JournalEntry entry)
    {
        Journal.Add(entry);
        _byScan.Add(entry.ScanId, entry);
        Venues[entry.Venue].Apply(entry);
        if (entry.Delegate is { } person)
            Delegates[person].Apply(entry);
        if (entry.Door.Session is { } session)
        {
            Sessions[session].Apply(entry);
            Board.Put(Sessions[session].Summarise(session, ++_revision));
        }

        Board.Put(Venues[entry.Venue].Summarise(Plans[entry.Venue], ++_revision, entry.At));
        return entry;
    }
}
