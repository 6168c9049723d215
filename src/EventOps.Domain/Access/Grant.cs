using System.Collections.Immutable;
using System.Text.Json.Serialization;
using EventOps.Contracts;

namespace EventOps.Domain.Access;

/// <summary>That somebody has a role in a mission.</summary>
/// <param name="Mission">The mission's id, or <see cref="Every"/>.</param>
/// <param name="Role">The role.</param>
/// <param name="Doors">Where they may scan, as <see cref="DoorScope"/> reads it; null for every door.</param>
/// <param name="Sessions">Whose roster they may see; null for every session's.</param>
public sealed record Grant(string Mission, Role Role, ImmutableArray<string>? Doors = null, ImmutableArray<string>? Sessions = null)
{
    /// <summary>Stands for every mission of the installation, also those to come.</summary>
    public const string Every = "*";

    /// <summary>Whether it holds in every mission.</summary>
    [JsonIgnore]
    public bool IsEverywhere => Mission == Every;

    /// <summary>Whether it holds in a mission.</summary>
    public bool HoldsIn(MissionId mission) => IsEverywhere || Mission == mission.Value;
}
