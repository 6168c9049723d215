using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Board;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;
using EventOps.Contracts.Sessions;
using EventOps.Contracts.Venues;
using EventOps.Dashboard.Delegates;
using EventOps.Domain.Missions;
using EventOps.Storage;
using Microsoft.AspNetCore.SignalR;

namespace EventOps.Dashboard.Live;

/// <summary>A mission's board as this process holds it. Each scope that someone watches is sent what changed of it, in order.</summary>
public sealed class LiveBoard(MissionId mission, Programmes programmes, DelegateDirectories directories, IHubContext<LiveHub> hub, TimeProvider time)
{
    private const int ScansShown = 30;

    private readonly Lock _lock = new();
    private readonly Dictionary<VenueId, VenueSummary> _venues = [];
    private readonly Dictionary<SessionId, SessionSummary> _sessions = [];
    private readonly Dictionary<LiveView, Watched> _watched = [];
    private MissionProgramme _programme = null!;
    private DelegateDirectory _people = null!;
    private BoardState _state = null!;

    /// <summary>The version that this process holds; 0 before the first.</summary>
    public long Version { get; private set; }

    /// <summary>Whether what it holds is old: the grain does not answer, or begins anew and has not heard of everything yet.</summary>
    public bool IsLost { get; internal set; }

    /// <summary>A session's counts, or null until they are known.</summary>
    public SessionSummary? Session(SessionId session)
    {
        lock (_lock)
            return _sessions.GetValueOrDefault(session);
    }

    /// <summary>
    /// Takes the whole board, or a change that follows what is held. Returns whether it follows: if not, the whole board is needed. A whole board that lacks what is held
    /// is not taken: its grain has just moved, and asks everyone.
    /// </summary>
    public async Task<bool> TakeAsync(BoardState state)
    {
        var programme = await programmes.GetAsync(mission, state.ProgrammeVersion);
        if (programme is null)
            return true;
        var people = await directories.GetAsync(programme);
        lock (_lock)
        {
            if (state.Since > Version)
                return false;
            if (state.Version <= Version)
                return true;
            if (state.Since == 0 && Lacks(programme, state))
                return false;
            state = News(state);
            _programme = programme;
            _people = people;
            _state = state;
            Version = state.Version;
            foreach (var venue in state.Venues)
                _venues[venue.Venue] = venue;
            foreach (var session in state.Sessions)
                _sessions[session.Session] = session;
            foreach (var watched in _watched.Values)
                Tell(watched, state);
        }

        return true;
    }

    /// <summary>One more page watches a scope. Returns everything that it shows, or null when there is no such scope.</summary>
    public LiveSnapshot? Watch(LiveView view)
    {
        lock (_lock)
        {
            if (LiveScope.Parse(view.Scope, _programme) is not { } parsed)
                return null;
            if (!_watched.TryGetValue(view, out var watched))
                _watched.Add(view, watched = new Watched(view) { Scope = parsed, ProgrammeVersion = _programme.Version, Told = Version });
            watched.Pages++;
            return new LiveSnapshot(
                mission,
                view.Scope,
                Version,
                time.GetUtcNow(),
                view.Sees == LiveSight.Session ? OneSession.Of(_programme, parsed.Session!.Value) : _programme,
                view.Sees == LiveSight.Session ? 0 : _state.Present,
                view.Sees == LiveSight.Session ? [] : _state.Cities,
                [.. _programme.Venues.Where(venue => parsed.Shows(venue.Id) && _venues.ContainsKey(venue.Id)).Select(venue => ViewOf(watched, _venues[venue.Id]))],
                [.. _programme.Sessions.Where(session => parsed.Shows(session.Id) && _sessions.ContainsKey(session.Id)).Select(session => _sessions[session.Id])],
                Lines(watched, venue => venue.Recent),
                Lines(watched, venue => venue.Alerts));
        }
    }

    /// <summary>One page less watches a scope.</summary>
    public void Unwatch(LiveView view)
    {
        lock (_lock)
        {
            if (_watched.TryGetValue(view, out var watched) && --watched.Pages == 0)
                _watched.Remove(view);
        }
    }

    /// <summary>Tells every page that all is well.</summary>
    public void Beat()
    {
        lock (_lock)
        {
            if (_watched.Count > 0)
                _ = hub.Clients.Group(LiveHub.BeatsOf(mission)).SendAsync("beat", new LiveBeat(mission, Version, time.GetUtcNow(), _programme.Clock));
        }
    }

    private bool Lacks(MissionProgramme programme, BoardState state) =>
        programme.Venues.Select(venue => venue.Id).Where(_venues.ContainsKey).Except(state.Venues.Select(venue => venue.Venue)).Any()
        || programme.Sessions.Select(session => session.Id).Where(_sessions.ContainsKey).Except(state.Sessions.Select(session => session.Session)).Any();

    /// <summary>What is not held yet: a board that is asked again has little to tell.</summary>
    private BoardState News(BoardState state) => state with
    {
        Venues = [.. state.Venues.Where(venue => _venues.GetValueOrDefault(venue.Venue)?.Revision != venue.Revision)],
        Sessions = [.. state.Sessions.Where(session => _sessions.GetValueOrDefault(session.Session)?.Revision != session.Revision)],
    };

    private void Tell(Watched watched, BoardState state)
    {
        var programmeChanged = watched.ProgrammeVersion != _programme.Version;
        if (programmeChanged)
        {
            watched.ProgrammeVersion = _programme.Version;
            watched.Scope = LiveScope.Parse(watched.View.Scope, _programme) ?? watched.Scope;
        }

        var scope = watched.Scope;
        ImmutableArray<VenueView> venues = [.. state.Venues.Where(venue => scope.Shows(venue.Venue)).Select(venue => ViewOf(watched, venue))];
        ImmutableArray<SessionSummary> sessions = [.. state.Sessions.Where(session => scope.Shows(session.Session))];
        if (venues.IsEmpty && sessions.IsEmpty && !programmeChanged)
            return;

        var change = new LiveChange(
            mission,
            watched.View.Scope,
            watched.Told,
            Version,
            time.GetUtcNow(),
            _programme.Version,
            _programme.Clock,
            watched.View.Sees == LiveSight.Session ? 0 : state.Present,
            watched.View.Sees == LiveSight.Session ? [] : state.Cities,
            venues,
            sessions,
            venues.IsEmpty ? null : Lines(watched, venue => venue.Recent),
            venues.IsEmpty ? null : Lines(watched, venue => venue.Alerts));
        watched.Told = Version;

        // Not awaited: a page on bad wifi must not hold up the others. Each connection gets its messages in this order.
        _ = hub.Clients.Group(watched.View.Group(mission)).SendAsync("changed", change);
    }

    /// <summary>A venue's counts; who watches one session alone sees of its venue that session's room.</summary>
    private VenueView ViewOf(Watched watched, VenueSummary summary) =>
        watched.View.Sees == LiveSight.Session ? OneSession.Of(VenueView.Of(summary), ProgrammeIndex.Of(_programme).Session(watched.Scope.Session!.Value)!.Room) : VenueView.Of(summary);

    private ImmutableArray<ScanLine> Lines(Watched watched, Func<VenueSummary, ImmutableArray<JournalEntry>> entries) =>
    [
        .. _venues.Values
            .Where(venue => watched.Scope.Shows(venue.Venue))
            .SelectMany(venue => entries(venue))
            .Where(entry => watched.Scope.Session is null || entry.Door.Session == watched.Scope.Session)
            .OrderByDescending(entry => entry.At)
            .ThenByDescending(entry => entry.Version)
            .Take(ScansShown)
            .Select(entry => watched.View.Sees == LiveSight.Counts ? ScanLine.WithoutPerson(entry) : ScanLine.Of(entry, _people)),
    ];

    private sealed class Watched(LiveView view)
    {
        public LiveView View { get; } = view;

        public required LiveScope Scope { get; set; }

        public required long ProgrammeVersion { get; set; }

        public required long Told { get; set; }

        public int Pages { get; set; }
    }
}
