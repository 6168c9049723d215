using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;
using EventOps.Dashboard.Delegates;
using EventOps.Domain.Missions;

namespace EventOps.Dashboard.Scans;

/// <summary>What a device is told of a scan.</summary>
/// <param name="ScanId">The scan.</param>
/// <param name="Outcome">admitted, exited or refused; of an annulment: annulled.</param>
/// <param name="Reason">Why not, when refused.</param>
/// <param name="Text">One or two sentences in the operator's language.</param>
/// <param name="Overridable">Whether an operator may let the person in all the same, with a reason.</param>
/// <param name="Overrode">What was overridden, or null.</param>
/// <param name="Marks">What a person should look at.</param>
/// <param name="Delegate">Who it is, or null when the code says nothing to us.</param>
/// <param name="Session">The session, or null.</param>
/// <param name="Room">The room, or null at the venue's own door.</param>
/// <param name="Venue">The venue.</param>
/// <param name="Occupancy">How many were in the room (at the venue's own door: in the venue) once this had happened.</param>
/// <param name="Version">The venue's version that the occupancy is of.</param>
/// <param name="Facts">What the rule saw that refused; null otherwise.</param>
/// <param name="ServerTime">The mission's clock when it was decided.</param>
public sealed record ScanAnswer(
    Guid ScanId,
    string Outcome,
    RefusalReason? Reason,
    string Text,
    bool Overridable,
    RefusalReason? Overrode,
    ImmutableArray<string> Marks,
    DelegateCard? Delegate,
    SessionName? Session,
    PlaceName? Room,
    PlaceName Venue,
    Occupancy Occupancy,
    long Version,
    RefusalFacts? Facts,
    DateTimeOffset ServerTime)
{
    /// <summary>The answer that an entry of the journal is, in a language.</summary>
    public static ScanAnswer Of(JournalEntry entry, MissionProgramme programme, DelegateDirectory people, string language)
    {
        var index = ProgrammeIndex.Of(programme);
        var person = entry.Delegate is { } id && people.Find(id) is { } record ? DelegateCard.Of(record) : null;
        var session = entry.Door.Session is { } door && index.Session(door) is { } found ? new SessionName(found.Id, found.Title) : null;
        var room = entry.Door.Room is { } place && index.Room(place) is { } known ? new PlaceName(known.Id.Value, known.Name) : null;
        return new ScanAnswer(
            entry.ScanId,
            WordOf(entry.Kind),
            entry.Refusal?.Reason,
            ScanTexts.In(language).Of(entry, programme),
            entry.Refusal?.IsOverridable ?? false,
            entry.Overrode,
            MarksOf(entry.Marks),
            person,
            session,
            room,
            new PlaceName(entry.Venue.Value, index.Venue(entry.Venue)?.Name ?? entry.Venue.Value),
            entry.Occupancy,
            entry.Version,
            entry.Refusal?.Facts,
            entry.At);
    }

    /// <summary>The word for what an entry says.</summary>
    public static string WordOf(EntryKind kind) => kind switch
    {
        EntryKind.Admitted => "admitted",
        EntryKind.Exited => "exited",
        EntryKind.Refused => "refused",
        EntryKind.Departed => "departed",
        _ => "annulled",
    };

    /// <summary>The words for what a person should look at.</summary>
    public static ImmutableArray<string> MarksOf(EntryMarks marks)
    {
        if (marks == EntryMarks.None)
            return [];
        var words = ImmutableArray.CreateBuilder<string>();
        if (marks.HasFlag(EntryMarks.NotInside))
            words.Add("not-inside");
        if (marks.HasFlag(EntryMarks.WasElsewhere))
            words.Add("was-elsewhere");
        if (marks.HasFlag(EntryMarks.ClonedBadge))
            words.Add("cloned-badge");
        if (marks.HasFlag(EntryMarks.NotRestored))
            words.Add("not-restored");
        return words.ToImmutable();
    }
}

/// <summary>A person, as a door or a list needs them.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">As they write it.</param>
/// <param name="Organisation">Whom they represent, or empty.</param>
/// <param name="Sector">Their sector, or empty.</param>
/// <param name="Language">The language that they are spoken to in.</param>
/// <param name="Vip">Whether protocol wants to know when they arrive.</param>
/// <param name="Note">What the door should know, or empty.</param>
public sealed record DelegateCard(DelegateId Id, string Name, string Organisation, string Sector, string Language, bool Vip, string Note)
{
    /// <summary>The card of a person on record: everything but the badge.</summary>
    public static DelegateCard Of(DelegateRecord record) =>
        new(record.Id, record.Name, record.Organisation, record.Sector, record.Language, record.Vip, record.Note);
}

/// <summary>A session by name.</summary>
/// <param name="Id">The session.</param>
/// <param name="Title">Its title.</param>
public sealed record SessionName(SessionId Id, string Title);

/// <summary>A room or venue by name.</summary>
/// <param name="Id">The room or venue.</param>
/// <param name="Name">Its name.</param>
public sealed record PlaceName(string Id, string Name);
