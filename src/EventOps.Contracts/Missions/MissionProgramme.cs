using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace EventOps.Contracts.Missions;

/// <summary>What a mission consists of, without its people: small enough to be held by every process.</summary>
/// <param name="Mission">The mission.</param>
/// <param name="Name">Its name as people say it.</param>
/// <param name="Version">Grows with every change of the programme, the delegates or the clock.</param>
/// <param name="Clock">What time it is for this mission.</param>
/// <param name="Cities">In the order in which screens show them.</param>
/// <param name="Venues">In the order in which screens show them.</param>
/// <param name="Rooms">In the order in which screens show them.</param>
/// <param name="Sessions">By start, then title.</param>
[GenerateSerializer, Immutable, Alias("eventops.mission-programme")]
public sealed record MissionProgramme(
    [property: Id(0)] MissionId Mission,
    [property: Id(1)] string Name,
    [property: Id(2)] long Version,
    [property: Id(3)] MissionClock Clock,
    [property: Id(4)] ImmutableArray<City> Cities,
    [property: Id(5)] ImmutableArray<Venue> Venues,
    [property: Id(6)] ImmutableArray<Room> Rooms,
    [property: Id(7)] ImmutableArray<Session> Sessions);

/// <summary>A city of the mission.</summary>
/// <param name="Id">The city.</param>
/// <param name="Name">As people write it.</param>
/// <param name="TimeZone">IANA name of its time zone; screens show its times in it.</param>
[GenerateSerializer, Immutable, Alias("eventops.city")]
public sealed record City(
    [property: Id(0)] CityId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string TimeZone);

/// <summary>A building. People inside it and in none of its rooms are in its foyer.</summary>
/// <param name="Id">The venue.</param>
/// <param name="City">Where it stands.</param>
/// <param name="Name">As people write it.</param>
/// <param name="Address">Street address, or empty.</param>
/// <param name="Legal">How many people may be inside at once, at least 1; never exceeded (rule 3).</param>
[GenerateSerializer, Immutable, Alias("eventops.venue")]
public sealed record Venue(
    [property: Id(0)] VenueId Id,
    [property: Id(1)] CityId City,
    [property: Id(2)] string Name,
    [property: Id(3)] string Address,
    [property: Id(4)] int Legal);

/// <summary>A room of a venue.</summary>
/// <param name="Id">The room.</param>
/// <param name="Venue">The building that it is in.</param>
/// <param name="Name">As people write it.</param>
/// <param name="Legal">How many people may be inside at once, at least 1; never exceeded (rule 3).</param>
/// <param name="Comfort">How many people the organiser wants inside, 1 to <paramref name="Legal"/>; may be exceeded with a reason.</param>
[GenerateSerializer, Immutable, Alias("eventops.room")]
public sealed record Room(
    [property: Id(0)] RoomId Id,
    [property: Id(1)] VenueId Venue,
    [property: Id(2)] string Name,
    [property: Id(3)] int Legal,
    [property: Id(4)] int Comfort);

/// <summary>Something that takes place in a room.</summary>
/// <param name="Id">The session.</param>
/// <param name="Room">Where.</param>
/// <param name="Title">As printed in the programme.</param>
/// <param name="Kind">What sort of session.</param>
/// <param name="Access">Who may enter.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends, after <paramref name="Start"/>.</param>
/// <param name="DoorsOpen">From when people may enter, at or before <paramref name="Start"/>.</param>
/// <param name="DoorsClose">Until when people may enter, after <paramref name="DoorsOpen"/>.</param>
/// <param name="Host">Who hosts it, or empty.</param>
/// <param name="Sector">The sector that it is for, or empty.</param>
/// <param name="Status">Whether it takes place.</param>
/// <param name="HeldFor">Whom the held seats are for, or empty.</param>
[GenerateSerializer, Immutable, Alias("eventops.session")]
public sealed record Session(
    [property: Id(0)] SessionId Id,
    [property: Id(1)] RoomId Room,
    [property: Id(2)] string Title,
    [property: Id(3)] SessionKind Kind,
    [property: Id(4)] AccessRule Access,
    [property: Id(5)] DateTimeOffset Start,
    [property: Id(6)] DateTimeOffset End,
    [property: Id(7)] DateTimeOffset DoorsOpen,
    [property: Id(8)] DateTimeOffset DoorsClose,
    [property: Id(9)] string Host,
    [property: Id(10)] string Sector,
    [property: Id(11)] SessionStatus Status,
    [property: Id(12)] string HeldFor);

/// <summary>The sorts of sessions.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<SessionKind>))]
public enum SessionKind
{
    /// <summary>For everyone.</summary>
    Plenary,

    /// <summary>By invitation.</summary>
    HighLevelMeeting,

    /// <summary>For a sector.</summary>
    Workshop,

    /// <summary>Short one-to-one meetings at numbered tables.</summary>
    Matchmaking,

    /// <summary>Standing, with drinks.</summary>
    Reception,
}

/// <summary>Who may enter a session.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<AccessRule>))]
public enum AccessRule
{
    /// <summary>Every delegate of the mission.</summary>
    Open,

    /// <summary>Those who are registered or invited.</summary>
    Registered,

    /// <summary>Those who are invited.</summary>
    Invited,
}

/// <summary>Whether a session takes place.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<SessionStatus>))]
public enum SessionStatus
{
    /// <summary>It takes place as the programme says.</summary>
    Scheduled,

    /// <summary>It does not take place.</summary>
    Cancelled,
}
