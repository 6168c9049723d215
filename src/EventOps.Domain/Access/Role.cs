using System.Text.Json.Serialization;
using EventOps.Contracts;

namespace EventOps.Domain.Access;

/// <summary>What a person is on a mission.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Role>))]
public enum Role
{
    /// <summary>Boards, without personal data.</summary>
    Viewer,

    /// <summary>The roster of their sessions.</summary>
    Host,

    /// <summary>Scans at their doors.</summary>
    Floor,

    /// <summary>Finds people, overrides soft limits, annuls.</summary>
    Supervisor,

    /// <summary>Everything of the mission.</summary>
    Administrator,
}
