using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Missions;

namespace EventOps.Programme;

/// <summary>What the mission already has: files may refer to it, and are compared with it.</summary>
/// <param name="rows">Its rows.</param>
/// <param name="badgeOwners">Whose badges all codes are that were ever given out, withdrawn ones too; without it, the delegates' present ones.</param>
public sealed class KnownProgramme(ProgrammeImport rows, IReadOnlyDictionary<string, DelegateId>? badgeOwners = null)
{
    /// <summary>A mission that has nothing yet.</summary>
    public static KnownProgramme Nothing { get; } = new(ProgrammeImport.Empty);

    /// <summary>Cities by id.</summary>
    public IReadOnlyDictionary<CityId, City> Cities { get; } = rows.Cities.ToDictionary(c => c.Id);

    /// <summary>Venues by id.</summary>
    public IReadOnlyDictionary<VenueId, Venue> Venues { get; } = rows.Venues.ToDictionary(v => v.Id);

    /// <summary>Rooms by id.</summary>
    public IReadOnlyDictionary<RoomId, Room> Rooms { get; } = rows.Rooms.ToDictionary(r => r.Id);

    /// <summary>Sessions by id.</summary>
    public IReadOnlyDictionary<SessionId, Session> Sessions { get; } = rows.Sessions.ToDictionary(s => s.Id);

    /// <summary>Delegates by id.</summary>
    public IReadOnlyDictionary<DelegateId, DelegateRecord> Delegates { get; } = rows.Delegates.ToDictionary(d => d.Id);

    /// <summary>Registrations by session and delegate.</summary>
    public IReadOnlyDictionary<(SessionId, DelegateId), Registration> Registrations { get; } = rows.Registrations.ToDictionary(r => (r.Session, r.Delegate));

    /// <summary>Whose badge a code is; it never changes its owner.</summary>
    public IReadOnlyDictionary<string, DelegateId> BadgeOwners { get; } =
        badgeOwners ?? rows.Delegates.Where(d => d.Badge.Length > 0).ToDictionary(d => d.Badge, d => d.Id, StringComparer.Ordinal);
}
