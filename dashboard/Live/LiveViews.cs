using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Board;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;
using EventOps.Contracts.Sessions;
using EventOps.Contracts.Venues;
using EventOps.Dashboard.Delegates;
using EventOps.Dashboard.Scans;

namespace EventOps.Dashboard.Live;

/// <summary>A venue's counts as screens get them.</summary>
/// <param name="Venue">The venue.</param>
/// <param name="Revision">Grows with every change of these counts.</param>
/// <param name="Version">The venue's version, to be compared with the version of a scan's answer.</param>
/// <param name="Occupancy">Everyone inside.</param>
/// <param name="Foyer">Inside and in no room.</param>
/// <param name="Rooms">Every room.</param>
/// <param name="Arrivals">Arrivals in slices of five minutes.</param>
public sealed record VenueView(
    VenueId Venue, long Revision, long Version, Occupancy Occupancy, int Foyer, ImmutableArray<RoomSummary> Rooms, ImmutableArray<ArrivalSlice> Arrivals)
{
    /// <summary>What screens get of a summary.</summary>
    public static VenueView Of(VenueSummary summary) =>
        new(summary.Venue, summary.Revision, summary.Version, summary.Occupancy, summary.Foyer, summary.Rooms, summary.Arrivals);
}

/// <summary>One of the last scans.</summary>
/// <param name="ScanId">The scan.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Kind">admitted, exited, refused, departed or annulled.</param>
/// <param name="Reason">Why not, when refused.</param>
/// <param name="Delegate">Who, or null.</param>
/// <param name="Code">The raw code, when it is nobody's.</param>
/// <param name="Venue">The venue.</param>
/// <param name="Room">The room, or null at the venue's own door.</param>
/// <param name="Session">The session, or null.</param>
/// <param name="Device">The device.</param>
/// <param name="Operator">Who used it.</param>
/// <param name="Overrode">What was overridden, or null.</param>
/// <param name="Why">The operator's reason for an override or an annulment, or null.</param>
/// <param name="Marks">What a person should look at.</param>
public sealed record ScanLine(
    Guid ScanId,
    DateTimeOffset At,
    string Kind,
    RefusalReason? Reason,
    ScanPerson? Delegate,
    string? Code,
    VenueId Venue,
    RoomId? Room,
    SessionId? Session,
    DeviceId Device,
    OperatorId Operator,
    RefusalReason? Overrode,
    string? Why,
    ImmutableArray<string> Marks)
{
    /// <summary>The line of an entry for those who see no personal data: without who it was, what was read, and what an operator wrote.</summary>
    public static ScanLine WithoutPerson(JournalEntry entry) => new(
        entry.ScanId,
        entry.At,
        ScanAnswer.WordOf(entry.Kind),
        entry.Refusal?.Reason,
        null,
        null,
        entry.Venue,
        entry.Door.Room,
        entry.Door.Session,
        entry.Device,
        entry.Operator,
        entry.Overrode,
        null,
        ScanAnswer.MarksOf(entry.Marks));

    /// <summary>The line of an entry.</summary>
    public static ScanLine Of(JournalEntry entry, DelegateDirectory people)
    {
        var person = entry.Delegate is { } id ? people.Find(id) : null;
        return new ScanLine(
            entry.ScanId,
            entry.At,
            ScanAnswer.WordOf(entry.Kind),
            entry.Refusal?.Reason,
            person is null ? null : new ScanPerson(person.Id, person.Name, person.Organisation, person.Vip),
            entry.Delegate is null ? entry.Code : null,
            entry.Venue,
            entry.Door.Room,
            entry.Door.Session,
            entry.Device,
            entry.Operator,
            entry.Overrode,
            entry.Reason,
            ScanAnswer.MarksOf(entry.Marks));
    }
}

/// <summary>Who was scanned.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">As they write it.</param>
/// <param name="Organisation">Whom they represent.</param>
/// <param name="Vip">Whether protocol wants to know.</param>
public sealed record ScanPerson(DelegateId Id, string Name, string Organisation, bool Vip);

/// <summary>Everything that a scope shows.</summary>
/// <param name="Mission">The mission.</param>
/// <param name="Scope">What was subscribed to.</param>
/// <param name="Version">The board's version.</param>
/// <param name="ServerTime">The real time at the server.</param>
/// <param name="Programme">The programme that the ids belong to.</param>
/// <param name="Present">How many people are inside in the whole mission.</param>
/// <param name="Cities">How many in each city.</param>
/// <param name="Venues">The scope's venues.</param>
/// <param name="Sessions">The scope's sessions.</param>
/// <param name="Scans">The scope's last scans, newest first.</param>
/// <param name="Alerts">The scope's last alerts, newest first.</param>
public sealed record LiveSnapshot(
    MissionId Mission,
    string Scope,
    long Version,
    DateTimeOffset ServerTime,
    MissionProgramme Programme,
    int Present,
    ImmutableArray<CityTotal> Cities,
    ImmutableArray<VenueView> Venues,
    ImmutableArray<SessionSummary> Sessions,
    ImmutableArray<ScanLine> Scans,
    ImmutableArray<ScanLine> Alerts);

/// <summary>What has changed of what a scope shows.</summary>
/// <param name="Mission">The mission.</param>
/// <param name="Scope">What was subscribed to.</param>
/// <param name="Since">The version that this follows; who holds an older one subscribes again.</param>
/// <param name="Version">The board's version.</param>
/// <param name="ServerTime">The real time at the server.</param>
/// <param name="ProgrammeVersion">The version of the programme; who holds another subscribes again.</param>
/// <param name="Clock">What time it is for the mission.</param>
/// <param name="Present">How many people are inside in the whole mission.</param>
/// <param name="Cities">How many in each city.</param>
/// <param name="Venues">Those that changed.</param>
/// <param name="Sessions">Those that changed.</param>
/// <param name="Scans">The last scans, when they changed.</param>
/// <param name="Alerts">The last alerts, when they changed.</param>
public sealed record LiveChange(
    MissionId Mission,
    string Scope,
    long Since,
    long Version,
    DateTimeOffset ServerTime,
    long ProgrammeVersion,
    MissionClock Clock,
    int Present,
    ImmutableArray<CityTotal> Cities,
    ImmutableArray<VenueView> Venues,
    ImmutableArray<SessionSummary> Sessions,
    ImmutableArray<ScanLine>? Scans,
    ImmutableArray<ScanLine>? Alerts);

/// <summary>That all is well, when nothing changes.</summary>
/// <param name="Mission">The mission.</param>
/// <param name="Version">The board's version.</param>
/// <param name="ServerTime">The real time at the server.</param>
/// <param name="Clock">What time it is for the mission.</param>
public sealed record LiveBeat(MissionId Mission, long Version, DateTimeOffset ServerTime, MissionClock Clock);
