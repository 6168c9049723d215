using System.Collections.Immutable;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Scans;

namespace EventOps.Contracts.Sessions;

/// <summary>A session's roster: who may attend, who has, how many are expected. Scans interleave.</summary>
[Alias("eventops.session-roster")]
public interface ISessionGrain : IGrainWithStringKey
{
    /// <summary>Adds the session's rules to a scan at its door, passes it to the venue, and counts the attendance that came of it.</summary>
    [Alias("Scan")]
    Task<JournalEntry> Scan(ScanCommand command);

    /// <summary>Passes an annulment to the venue and takes back the attendance.</summary>
    [Alias("Annul")]
    Task<JournalEntry> Annul(AnnulCommand command);

    /// <summary>Everyone who is expected or has attended.</summary>
    [Alias("Roster")]
    Task<Roster> Roster();

    /// <summary>Reads a programme that is at least this new, and shows the board what is now so.</summary>
    [Alias("Refresh")]
    Task Refresh(long catalogueVersion);
}

/// <summary>Who is expected in a session and who has attended.</summary>
/// <param name="Summary">The counts, made of the same state.</param>
/// <param name="Lines">One for each person, in no particular order.</param>
[GenerateSerializer, Immutable, Alias("eventops.roster")]
public sealed record Roster([property: Id(0)] SessionSummary Summary, [property: Id(1)] ImmutableArray<RosterLine> Lines);

/// <summary>One person of a roster.</summary>
/// <param name="Delegate">The person.</param>
/// <param name="Expected">How they come to be expected; null for one who just came.</param>
/// <param name="SeatHeld">Whether a seat is held for them.</param>
/// <param name="ArrivedAt">When they first came in, or null while they are missing.</param>
/// <param name="Visits">How often they came in; leaving and coming back is one attendance with two visits (rule 6).</param>
[GenerateSerializer, Immutable, Alias("eventops.roster-line")]
public sealed record RosterLine(
    [property: Id(0)] DelegateId Delegate,
    [property: Id(1)] RegistrationKind? Expected,
    [property: Id(2)] bool SeatHeld,
    [property: Id(3)] DateTimeOffset? ArrivedAt,
    [property: Id(4)] int Visits);

/// <summary>A session's counts, as the board shows them.</summary>
/// <param name="Session">The session.</param>
/// <param name="Revision">Grows with every change; a lower one never replaces a higher one (rule 11).</param>
/// <param name="Expected">How many people are expected.</param>
/// <param name="Arrived">How many people have attended, expected or not.</param>
/// <param name="ArrivedExpected">How many of the expected have attended.</param>
/// <param name="HeldSeats">How many held seats wait for their people.</param>
[GenerateSerializer, Immutable, Alias("eventops.session-summary")]
public sealed record SessionSummary(
    [property: Id(0)] SessionId Session,
    [property: Id(1)] long Revision,
    [property: Id(2)] int Expected,
    [property: Id(3)] int Arrived,
    [property: Id(4)] int ArrivedExpected,
    [property: Id(5)] int HeldSeats);
