using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;
using EventOps.Dashboard.Delegates;
using EventOps.Dashboard.Hosting;
using EventOps.Domain.Missions;
using EventOps.Storage;

namespace EventOps.Dashboard.Scans;

/// <summary>Takes a checked scan to whoever decides it: the person whose badge it is, or the venue when the code is nobody's.</summary>
public sealed class ScanDesk(IGrainFactory grains, Programmes programmes, DelegateDirectories people, StartUp start, TimeProvider time)
{
    /// <summary>The entry that was written for a scan.</summary>
    /// <param name="programme">The mission's programme.</param>
    /// <param name="scan">The scan.</param>
    /// <param name="device">The device that it comes from.</param>
    /// <param name="person">Who uses the device.</param>
    public async Task<JournalEntry> DecideAsync(MissionProgramme programme, CheckedScan scan, DeviceId device, OperatorId person)
    {
        var began = time.GetTimestamp();
        var finding = await FindAsync(programme, scan);
        if (finding.Owner is null && await programmes.NewestAsync(programme.Mission) is { } newest && newest.Version > programme.Version)
        {
            // The badge may have been issued by another process a moment ago.
            programme = newest;
            finding = await FindAsync(programme, scan);
        }

        var command = new ScanCommand(
            scan.ScanId,
            programme.Mission,
            finding.Owner,
            scan.Code,
            scan.Door,
            scan.Direction,
            scan.ScannedAt,
            scan.SentAt,
            programme.Clock.At(time.GetUtcNow()),
            device,
            person,
            scan.OverrideReason,
            programme.Version,
            finding.Owner is null ? new Refusal(finding.IsElsewhere ? RefusalReason.WrongMission : RefusalReason.UnknownBadge) : null);
        var entry = command.Delegate is { } owner
            ? await grains.Delegate(programme.Mission, owner).Scan(command)
            : await grains.Venue(programme.Mission, scan.Door.Venue).Scan(command);
        ScanMetrics.Decided(entry, time.GetElapsedTime(began));
        start.ScanAccepted(time);
        return entry;
    }

    private async ValueTask<BadgeFinding> FindAsync(MissionProgramme programme, CheckedScan scan) =>
        scan.Code is { } code ? await people.FindBadgeAsync(programme, code) : new BadgeFinding(scan.Delegate, false);
}

/// <summary>A scan whose every field is well formed, and whose door is one of the mission's.</summary>
/// <param name="ScanId">The idempotency key.</param>
/// <param name="Code">What was read, or null.</param>
/// <param name="Delegate">The person who was picked by name, or null.</param>
/// <param name="Door">Where.</param>
/// <param name="Direction">In or out.</param>
/// <param name="ScannedAt">The device's clock at the scan.</param>
/// <param name="SentAt">The device's clock when it sent the scan, or null.</param>
/// <param name="OverrideReason">Why someone is let in past a soft limit, or null.</param>
public sealed record CheckedScan(
    Guid ScanId, string? Code, DelegateId? Delegate, Door Door, Direction Direction, DateTimeOffset ScannedAt, DateTimeOffset? SentAt, string? OverrideReason)
{
    /// <summary>The longest code that is read.</summary>
    public const int LongestCode = 128;

    /// <summary>The longest reason that is kept.</summary>
    public const int LongestReason = 500;

    /// <summary>Checks a scan; what is wrong is noted field by field. The door is looked up afterwards, for an unknown one is a 404.</summary>
    public static CheckedScan? Check(ScanRequest request, FieldErrors errors)
    {
        var id = errors.Uuid("scanId", request.ScanId);
        var code = request.Code is null ? null : errors.Text("code", request.Code, LongestCode);
        DelegateId? person = request.DelegateId is null ? null : errors.Identifier<DelegateId>("delegateId", request.DelegateId);
        if (code is null == person is null)
            errors.Add(code is null ? "code" : "delegateId", "expected either the code that was read, or the delegateId of the person who was picked by name");
        var direction = request.Direction switch
        {
            "entry" => Direction.Entry,
            "exit" => Direction.Exit,
            _ => Wrong<Direction>("direction", "expected entry or exit"),
        };
        var scannedAt = errors.Moment("scannedAt", request.ScannedAt);
        DateTimeOffset? sentAt = request.SentAt is null ? null : errors.Moment("sentAt", request.SentAt);
        var reason = request.Override is null ? null : errors.Text("override.reason", request.Override.Reason, LongestReason);
        CheckDoor(request.Door, errors);
        return errors.None ? new CheckedScan(id, code, person, null!, direction, scannedAt, sentAt, reason) : null;

        T Wrong<T>(string field, string expected)
        {
            errors.Add(field, expected);
            return default!;
        }
    }

    /// <summary>The door that a request names, or null and what this mission does not have.</summary>
    public static Door? FindDoor(DoorRequest request, MissionProgramme programme, out string unknown)
    {
        var index = ProgrammeIndex.Of(programme);
        unknown = "";
        if (request.Session is { } sessionId)
        {
            unknown = $"session '{sessionId}'";
            if (index.Session(new SessionId(sessionId)) is not { } session)
                return null;
            if (request.Room is not { } said)
                return index.DoorOf(session.Id);
            unknown = $"room '{said}'";
            return index.DoorOf(new RoomId(said)) is { } beside ? beside with { Session = session.Id } : null;
        }

        if (request.Room is { } roomId)
        {
            unknown = $"room '{roomId}'";
            return index.DoorOf(new RoomId(roomId));
        }

        unknown = $"venue '{request.Venue}'";
        return index.Venue(new VenueId(request.Venue!)) is { } venue ? new Door(venue.Id, null, null) : null;
    }

    private static void CheckDoor(DoorRequest? door, FieldErrors errors)
    {
        if (door is null or { Session: null, Room: null, Venue: null } || (door.Venue is not null && (door.Session ?? door.Room) is not null))
        {
            errors.Add("door", """expected {"session": id}, {"session": id, "room": id}, {"room": id} or {"venue": id}""");
            return;
        }

        if (door.Session is not null)
            errors.Identifier<SessionId>("door.session", door.Session);
        if (door.Room is not null)
            errors.Identifier<RoomId>("door.room", door.Room);
        if (door.Venue is not null)
            errors.Identifier<VenueId>("door.venue", door.Venue);
    }
}
