using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Board;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Sessions;
using EventOps.Contracts.Venues;
using EventOps.Domain.Missions;

namespace EventOps.Domain.Board;

/// <summary>What the screens of a mission show: the newest summary of each venue and session, and their sums (rule 11).</summary>
public sealed class BoardSums
{
    private readonly Dictionary<VenueId, VenueSummary> _venues = [];
    private readonly Dictionary<SessionId, SessionSummary> _sessions = [];
    private readonly HashSet<VenueId> _changedVenues = [];
    private readonly HashSet<SessionId> _changedSessions = [];
    private MissionProgramme _programme;
    private bool _programmeChanged;

    /// <summary>A board that nothing has been told to.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="version">Where its versions begin: higher than any that an earlier board of the mission gave.</param>
    public BoardSums(MissionProgramme programme, long version)
    {
        _programme = programme;
        Version = version;
    }

    /// <summary>The version of what was last taken.</summary>
    public long Version { get; private set; }

    /// <summary>Whether something has changed since.</summary>
    public bool HasChanged => _programmeChanged || _changedVenues.Count > 0 || _changedSessions.Count > 0;

    /// <summary>Whether a venue has told its counts.</summary>
    public bool Knows(VenueId venue) => _venues.ContainsKey(venue);

    /// <summary>Whether a session has told its counts.</summary>
    public bool Knows(SessionId session) => _sessions.ContainsKey(session);

    /// <summary>Takes a venue's counts unless newer ones are there.</summary>
    public void Put(VenueSummary summary)
    {
        if (_venues.TryGetValue(summary.Venue, out var known) && known.Revision >= summary.Revision)
            return;
        _venues[summary.Venue] = summary;
        _changedVenues.Add(summary.Venue);
    }

    /// <summary>Takes a session's counts unless newer ones are there.</summary>
    public void Put(SessionSummary summary)
    {
        if (_sessions.TryGetValue(summary.Session, out var known) && known.Revision >= summary.Revision)
            return;
        _sessions[summary.Session] = summary;
        _changedSessions.Add(summary.Session);
    }

    /// <summary>Takes a programme unless a newer one is there.</summary>
    public void Put(MissionProgramme programme)
    {
        if (programme.Version <= _programme.Version)
            return;
        // A venue that told its counts before the programme had it is shown from now on.
        _changedVenues.UnionWith(_venues.Keys.Where(id => !IsShown(id)));
        _programme = programme;
        _programmeChanged = true;
    }

    /// <summary>What has changed since the last time, as the next version; what nothing has changed of is left out.</summary>
    public BoardState TakeChanges()
    {
        var since = Version++;
        var change = State(since, _changedVenues.Select(id => _venues[id]), _changedSessions.Select(id => _sessions[id]));
        _changedVenues.Clear();
        _changedSessions.Clear();
        _programmeChanged = false;
        return change;
    }

    /// <summary>The whole board at <see cref="Version"/>.</summary>
    public BoardState Whole() => State(0, _venues.Values, _sessions.Values);

    private BoardState State(long since, IEnumerable<VenueSummary> venues, IEnumerable<SessionSummary> sessions)
    {
        var cities = SumByCity();
        return new BoardState(
            Version,
            since,
            _programme.Version,
            _programme.Clock,
            cities.Sum(city => city.Present),
            cities,
            [.. venues.Where(venue => IsShown(venue.Venue))],
            [.. sessions]);
    }

    private bool IsShown(VenueId venue) => ProgrammeIndex.Of(_programme).Venue(venue) is not null;

    private ImmutableArray<CityTotal> SumByCity()
    {
        var sums = _programme.Cities.ToDictionary(city => city.Id, _ => 0);
        foreach (var venue in _programme.Venues)
        {
            if (_venues.TryGetValue(venue.Id, out var summary))
                sums[venue.City] += summary.Occupancy.Present;
        }

        return [.. _programme.Cities.Select(city => new CityTotal(city.Id, sums[city.Id]))];
    }
}
