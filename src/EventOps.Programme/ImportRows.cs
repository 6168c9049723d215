using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Missions;

namespace EventOps.Programme;

/// <summary>The rows that were read so far, beside what the mission has: what later rows may refer to.</summary>
internal sealed class ImportRows(KnownProgramme known)
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeZoneInfo> _zones = new(StringComparer.Ordinal);

    public KnownProgramme Known => known;

    public Dictionary<CityId, City> Cities { get; } = [];
    public ImmutableArray<Venue>.Builder Venues { get; } = ImmutableArray.CreateBuilder<Venue>();
    public ImmutableArray<Room>.Builder Rooms { get; } = ImmutableArray.CreateBuilder<Room>();
    public ImmutableArray<Session>.Builder Sessions { get; } = ImmutableArray.CreateBuilder<Session>();
    public ImmutableArray<DelegateRecord>.Builder Delegates { get; } = ImmutableArray.CreateBuilder<DelegateRecord>();
    public ImmutableArray<Registration>.Builder Registrations { get; } = ImmutableArray.CreateBuilder<Registration>();

    /// <summary>Ids that a file has given, with the line; rows with another problem count too, so that one mistake is told once.</summary>
    public Dictionary<VenueId, int> VenueLines { get; } = [];
    public Dictionary<RoomId, int> RoomLines { get; } = [];
    public Dictionary<SessionId, int> SessionLines { get; } = [];
    public Dictionary<DelegateId, int> DelegateLines { get; } = [];

    /// <summary>Where a venue and a room of the files are.</summary>
    public Dictionary<VenueId, CityId> CityOf { get; } = [];
    public Dictionary<RoomId, VenueId> VenueOf { get; } = [];

    public bool Has(VenueId venue) => VenueLines.ContainsKey(venue) || known.Venues.ContainsKey(venue);

    public bool Has(RoomId room) => RoomLines.ContainsKey(room) || known.Rooms.ContainsKey(room);

    public bool Has(SessionId session) => SessionLines.ContainsKey(session) || known.Sessions.ContainsKey(session);

    public bool Has(DelegateId @delegate) => DelegateLines.ContainsKey(@delegate) || known.Delegates.ContainsKey(@delegate);

    /// <summary>The time zone of the city in which a room is; UTC when a row on the way there is wrong, which is a problem of that row.</summary>
    public TimeZoneInfo ZoneOf(RoomId room)
    {
        var venue = VenueOf.TryGetValue(room, out var v) ? v : known.Rooms.TryGetValue(room, out var r) ? r.Venue : default;
        var city = CityOf.TryGetValue(venue, out var c) ? c : known.Venues.TryGetValue(venue, out var w) ? w.City : default;
        var name = Cities.TryGetValue(city, out var mine) ? mine.TimeZone : known.Cities.TryGetValue(city, out var theirs) ? theirs.TimeZone : "";
        if (!_zones.TryGetValue(name, out var zone))
            _zones[name] = zone = TimeZones.TryFind(name, out var found) ? found : TimeZoneInfo.Utc;
        return zone;
    }

    /// <summary>One object for each text: 100,000 delegates share their organisations, sectors and languages.</summary>
    public string Shared(string text)
    {
        if (text.Length == 0)
            return "";
        if (_texts.TryGetValue(text, out var shared))
            return shared;
        _texts.Add(text, text);
        return text;
    }

    public ProgrammeImport ToImport() => new(
        [.. Cities.Values], Venues.DrainToImmutable(), Rooms.DrainToImmutable(), Sessions.DrainToImmutable(), Delegates.DrainToImmutable(), Registrations.DrainToImmutable());
}
