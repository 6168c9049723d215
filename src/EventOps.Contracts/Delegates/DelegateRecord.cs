using System.Text.Json.Serialization;

namespace EventOps.Contracts.Delegates;

/// <summary>A person as the catalogue holds them. Personal data: it is in the catalogue and in answers, never in the journal.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">As they write it, at most 200 characters.</param>
/// <param name="Organisation">Whom they represent, or empty.</param>
/// <param name="Sector">Their sector, or empty.</param>
/// <param name="Language">The language that they are spoken to in: en, fr or es.</param>
/// <param name="Badge">The code of their active badge.</param>
/// <param name="Vip">Whether protocol wants to know when they arrive.</param>
/// <param name="Note">What the door should know, or empty.</param>
[GenerateSerializer, Immutable, Alias("eventops.delegate-record")]
public sealed record DelegateRecord(
    [property: Id(0)] DelegateId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Organisation,
    [property: Id(3)] string Sector,
    [property: Id(4)] string Language,
    [property: Id(5)] string Badge,
    [property: Id(6)] bool Vip,
    [property: Id(7)] string Note)
{
    /// <summary>Whether nothing says any more who it was: erased or anonymised, they are called by their id, and nothing else is known.</summary>
    [JsonIgnore]
    public bool IsNameless => Name == Id.Value && Organisation.Length == 0 && Note.Length == 0;
}

/// <summary>A badge that was given to a person, active or not.</summary>
/// <param name="Code">The opaque code that is read at doors; it belongs to one person for ever.</param>
/// <param name="RevokedAt">Since when it is not valid, or null while it is.</param>
/// <param name="RevokedWhy">Why it was withdrawn, or null.</param>
[GenerateSerializer, Immutable, Alias("eventops.badge")]
public sealed record Badge(
    [property: Id(0)] string Code,
    [property: Id(1)] DateTimeOffset? RevokedAt,
    [property: Id(2)] string? RevokedWhy);

/// <summary>That a delegate is expected in a session.</summary>
/// <param name="Session">The session.</param>
/// <param name="Delegate">The person.</param>
/// <param name="Kind">How they come to be expected.</param>
/// <param name="SeatHeld">Whether a seat is held for them until the session starts.</param>
[GenerateSerializer, Immutable, Alias("eventops.registration")]
public readonly record struct Registration(
    [property: Id(0)] SessionId Session,
    [property: Id(1)] DelegateId Delegate,
    [property: Id(2)] RegistrationKind Kind,
    [property: Id(3)] bool SeatHeld);

/// <summary>How a delegate comes to be expected in a session.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<RegistrationKind>))]
public enum RegistrationKind
{
    /// <summary>They signed up.</summary>
    Registered,

    /// <summary>They were asked.</summary>
    Invited,
}
