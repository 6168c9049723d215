using System.Collections.Immutable;
using EventOps.Contracts;

namespace EventOps.Domain.Access;

/// <summary>A phone, tablet or scanner that a mission's administrator paired.</summary>
/// <param name="Mission">The mission.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Role">floor or supervisor.</param>
/// <param name="FindsPeople">Whether it may also find people by name.</param>
/// <param name="Doors">Where it may scan, as <see cref="DoorScope"/> reads it; null for every door.</param>
/// <param name="PairingHash">The hash of the code that pairs it; empty once it was used.</param>
/// <param name="PairingExpiresAt">Until when the code is good.</param>
/// <param name="SecretHash">The hash of the device's own secret; empty before it is paired.</param>
/// <param name="PairedAt">When it was paired, or null.</param>
/// <param name="RevokedAt">When its access was withdrawn, or null.</param>
/// <param name="RevokedWhy">Why.</param>
/// <param name="LastSeen">When it was last heard of, to the minute, or null.</param>
public sealed record Device(
    MissionId Mission,
    string Name,
    Role Role,
    bool FindsPeople,
    ImmutableArray<string>? Doors,
    string PairingHash = "",
    DateTimeOffset? PairingExpiresAt = null,
    string SecretHash = "",
    DateTimeOffset? PairedAt = null,
    DateTimeOffset? RevokedAt = null,
    string RevokedWhy = "",
    DateTimeOffset? LastSeen = null);
