using System.Collections.Immutable;
using System.Text.Json.Serialization;
using EventOps.Contracts.Missions;

namespace EventOps.Contracts.Scans;

/// <summary>Why a scan was refused, with the facts behind it: one reason, the first rule that says no.</summary>
/// <param name="Reason">The rule.</param>
/// <param name="Facts">What the rule saw; only the facts of that reason are there.</param>
[GenerateSerializer, Immutable, Alias("eventops.refusal")]
[method: JsonConstructor]
public sealed record Refusal([property: Id(0)] RefusalReason Reason, [property: Id(1)] RefusalFacts Facts)
{
    /// <summary>A refusal that carries no facts.</summary>
    public Refusal(RefusalReason reason)
        : this(reason, RefusalFacts.None)
    {
    }

    /// <summary>Whether an operator may let the person in all the same, with a reason: the soft limits only.</summary>
    [JsonIgnore]
    public bool IsOverridable => Reason is RefusalReason.OverComfort or RefusalReason.HeldSeats;
}

/// <summary>The reasons of the contract, in the order in which a scan meets them.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<RefusalReason>))]
public enum RefusalReason
{
    /// <summary>The code was never issued here.</summary>
    UnknownBadge,

    /// <summary>The badge was replaced or withdrawn.</summary>
    RevokedBadge,

    /// <summary>A valid badge of another mission.</summary>
    WrongMission,

    /// <summary>The session does not take place.</summary>
    SessionCancelled,

    /// <summary>The session takes place elsewhere.</summary>
    SessionMoved,

    /// <summary>The session is by invitation.</summary>
    NotInvited,

    /// <summary>The session is by registration.</summary>
    NotRegistered,

    /// <summary>The doors have not opened.</summary>
    TooEarly,

    /// <summary>The doors have closed.</summary>
    TooLate,

    /// <summary>An entry, while present in that room.</summary>
    AlreadyInside,

    /// <summary>The legal capacity of the room is reached; never overridable.</summary>
    RoomFull,

    /// <summary>The legal capacity of the venue is reached; never overridable.</summary>
    VenueFull,

    /// <summary>The comfort capacity of the room is reached; overridable.</summary>
    OverComfort,

    /// <summary>The free seats of the room are held for others; overridable.</summary>
    HeldSeats,
}

/// <summary>What a rule saw when it refused. Each reason sets its own; the rest is absent.</summary>
[GenerateSerializer, Immutable, Alias("eventops.refusal-facts")]
public sealed record RefusalFacts
{
    /// <summary>No facts.</summary>
    public static RefusalFacts None { get; } = new();

    /// <summary>When the badge was revoked.</summary>
    [Id(0)]
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Why the badge was revoked.</summary>
    [Id(1)]
    public string? RevokedWhy { get; init; }

    /// <summary>The session's access rule.</summary>
    [Id(2)]
    public AccessRule? Access { get; init; }

    /// <summary>The sessions that this delegate has now, and where.</summary>
    [Id(3)]
    public ImmutableArray<SessionPlace>? SessionsNow { get; init; }

    /// <summary>When the doors open.</summary>
    [Id(4)]
    public DateTimeOffset? DoorsOpen { get; init; }

    /// <summary>When the doors closed.</summary>
    [Id(5)]
    public DateTimeOffset? DoorsClosed { get; init; }

    /// <summary>Since when the person has been inside.</summary>
    [Id(6)]
    public DateTimeOffset? InsideSince { get; init; }

    /// <summary>Through which door they came in.</summary>
    [Id(7)]
    public Door? ThroughDoor { get; init; }

    /// <summary>Which device let them in.</summary>
    [Id(8)]
    public DeviceId? ByDevice { get; init; }

    /// <summary>How many people are inside.</summary>
    [Id(9)]
    public int? Occupancy { get; init; }

    /// <summary>How many people may be inside.</summary>
    [Id(10)]
    public int? Capacity { get; init; }

    /// <summary>How many people came in in the last ten minutes, a minute.</summary>
    [Id(11)]
    public double? ArrivalsPerMinute { get; init; }

    /// <summary>How many seats are free.</summary>
    [Id(12)]
    public int? FreeSeats { get; init; }

    /// <summary>How many of them are held.</summary>
    [Id(13)]
    public int? HeldSeats { get; init; }

    /// <summary>Whom they are held for.</summary>
    [Id(14)]
    public string? HeldFor { get; init; }

    /// <summary>Where the session is now.</summary>
    [Id(15)]
    public SessionPlace? MovedTo { get; init; }
}

/// <summary>A session, and where and when it is.</summary>
/// <param name="Session">The session.</param>
/// <param name="Room">Its room.</param>
/// <param name="Venue">Its venue.</param>
/// <param name="Start">When it begins.</param>
[GenerateSerializer, Immutable, Alias("eventops.session-place")]
public sealed record SessionPlace(
    [property: Id(0)] SessionId Session,
    [property: Id(1)] RoomId Room,
    [property: Id(2)] VenueId Venue,
    [property: Id(3)] DateTimeOffset Start);
