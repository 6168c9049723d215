using EventOps.Contracts;

namespace EventOps.Domain.Access;

/// <summary>A link that shows one session to its host.</summary>
/// <param name="Mission">The mission.</param>
/// <param name="Session">The session.</param>
/// <param name="Name">For whom it is.</param>
/// <param name="SecretHash">The hash of what the link holds.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="ExpiresAt">Until when it is good.</param>
/// <param name="RevokedAt">When it was withdrawn, or null.</param>
/// <param name="RevokedWhy">Why.</param>
/// <param name="LastSeen">When it was last used, to the minute, or null.</param>
public sealed record HostLink(
    MissionId Mission,
    SessionId Session,
    string Name,
    string SecretHash,
    string CreatedBy,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt = null,
    string RevokedWhy = "",
    DateTimeOffset? LastSeen = null);
