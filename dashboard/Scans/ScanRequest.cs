namespace EventOps.Dashboard.Scans;

/// <summary>A scan as a device sends it, unchecked.</summary>
/// <param name="ScanId">UUID made by the device, time-ordered (version 7) at best: the idempotency key.</param>
/// <param name="Code">What was read, 1 to 128 characters; or <paramref name="DelegateId"/>.</param>
/// <param name="DelegateId">The person, picked by name; or <paramref name="Code"/>.</param>
/// <param name="Door">Where.</param>
/// <param name="Direction">entry or exit.</param>
/// <param name="ScannedAt">The device's clock at the scan, ISO 8601 with an offset.</param>
/// <param name="SentAt">The device's clock when it sent this.</param>
/// <param name="Override">Lets someone in past a soft limit.</param>
public sealed record ScanRequest(
    string? ScanId,
    string? Code,
    string? DelegateId,
    DoorRequest? Door,
    string? Direction,
    string? ScannedAt,
    string? SentAt,
    OverrideRequest? Override);

/// <summary>A door: a session's, a room's, or a venue's own.</summary>
/// <param name="Session">The session that the door is kept for.</param>
/// <param name="Room">The room that the door leads to; beside a session, where the device stands.</param>
/// <param name="Venue">The venue, at its own door.</param>
public sealed record DoorRequest(string? Session, string? Room, string? Venue);

/// <summary>Why someone is let in past a soft limit.</summary>
/// <param name="Reason">1 to 500 characters.</param>
public sealed record OverrideRequest(string? Reason);

/// <summary>Why a scan is made not to have happened.</summary>
/// <param name="AnnulmentId">UUID made by the device: the idempotency key.</param>
/// <param name="Reason">1 to 500 characters.</param>
public sealed record AnnulRequest(string? AnnulmentId, string? Reason);
