using System.Globalization;
using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;
using EventOps.Domain.Missions;
using Microsoft.Extensions.Primitives;

namespace EventOps.Dashboard.Scans;

/// <summary>What a door is told, in words: short, with the facts, and with what to do. One class a language.</summary>
public abstract class ScanTexts
{
    private static readonly ScanTexts English = new EnglishScanTexts();
    private static readonly ScanTexts French = new FrenchScanTexts();
    private static readonly ScanTexts Spanish = new SpanishScanTexts();

    /// <summary>The languages that there are texts in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "fr", "es"];

    /// <summary>The texts of a language; English for one that there is none of.</summary>
    public static ScanTexts In(string language) => language switch
    {
        "fr" => French,
        "es" => Spanish,
        _ => English,
    };

    /// <summary>The language that a request asks for: of those in Accept-Language that there are texts in, the one that is wanted most.</summary>
    public static string LanguageOf(HttpRequest request) => request.Headers.AcceptLanguage.Count == 0
        ? "en"
        : request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(wanted => wanted.Quality ?? 1)
            .Select(wanted => Languages.FirstOrDefault(known => IsA(wanted.Value, known)))
            .FirstOrDefault(known => known is not null) ?? "en";

    /// <summary>The text of an entry.</summary>
    public string Of(JournalEntry entry, MissionProgramme programme) => entry.Kind switch
    {
        EntryKind.Admitted when entry.Overrode is not null => AdmittedByOverride,
        EntryKind.Admitted => Admitted,
        EntryKind.Exited when entry.Marks.HasFlag(EntryMarks.NotInside) => ExitedNotInside,
        EntryKind.Exited when entry.Marks.HasFlag(EntryMarks.WasElsewhere) => ExitedElsewhere,
        EntryKind.Exited => Exited,
        EntryKind.Annulled when entry.Marks.HasFlag(EntryMarks.NotRestored) => AnnulledNotRestored,
        EntryKind.Annulled => Annulled,
        EntryKind.Departed => Departed,
        _ => Refused(entry.Refusal!.Reason, new Words(entry, programme, Culture)),
    };

    /// <summary>'fr-CA' is a French, 'fry' is not.</summary>
    private static bool IsA(StringSegment wanted, string known) =>
        wanted.StartsWith(known, StringComparison.OrdinalIgnoreCase) && (wanted.Length == known.Length || wanted[known.Length] == '-');

    /// <summary>The culture of numbers and times.</summary>
    protected abstract CultureInfo Culture { get; }

    /// <summary>Let in.</summary>
    protected abstract string Admitted { get; }

    /// <summary>Let in past a soft limit.</summary>
    protected abstract string AdmittedByOverride { get; }

    /// <summary>Left.</summary>
    protected abstract string Exited { get; }

    /// <summary>Left, without having been inside.</summary>
    protected abstract string ExitedNotInside { get; }

    /// <summary>Left by a door of another place than the one they were in.</summary>
    protected abstract string ExitedElsewhere { get; }

    /// <summary>Undone.</summary>
    protected abstract string Annulled { get; }

    /// <summary>Undone, but the place where they were is full.</summary>
    protected abstract string AnnulledNotRestored { get; }

    /// <summary>Seen at another venue.</summary>
    protected abstract string Departed { get; }

    /// <summary>Why not.</summary>
    protected abstract string Refused(RefusalReason reason, Words words);

    /// <summary>The facts of a refusal as words.</summary>
    protected sealed class Words(JournalEntry entry, MissionProgramme programme, CultureInfo culture)
    {
        private readonly RefusalFacts _facts = entry.Refusal?.Facts ?? RefusalFacts.None;
        private readonly ProgrammeIndex _index = ProgrammeIndex.Of(programme);
        private readonly TimeZoneInfo _zone = ZoneOf(entry, ProgrammeIndex.Of(programme));

        /// <summary>How many are inside.</summary>
        public int Inside => _facts.Occupancy ?? 0;

        /// <summary>How many may be.</summary>
        public int Capacity => _facts.Capacity ?? 0;

        /// <summary>Seats that are free.</summary>
        public int FreeSeats => _facts.FreeSeats ?? 0;

        /// <summary>Seats that are held.</summary>
        public int HeldSeats => _facts.HeldSeats ?? 0;

        /// <summary>Whom they are held for, or null.</summary>
        public string? HeldFor => string.IsNullOrEmpty(_facts.HeldFor) ? null : _facts.HeldFor;

        /// <summary>When the doors open.</summary>
        public string DoorsOpen => Time(_facts.DoorsOpen);

        /// <summary>When the doors closed.</summary>
        public string DoorsClosed => Time(_facts.DoorsClosed);

        /// <summary>Since when the person is inside.</summary>
        public string InsideSince => Time(_facts.InsideSince);

        /// <summary>Which device let them in.</summary>
        public string ByDevice => _facts.ByDevice?.Value ?? "";

        /// <summary>When the badge was revoked.</summary>
        public string RevokedAt => Time(_facts.RevokedAt);

        /// <summary>Why the badge was revoked, or null.</summary>
        public string? RevokedWhy => _facts.RevokedWhy;

        /// <summary>Where the session is now, and when.</summary>
        public string? MovedTo => _facts.MovedTo is { } place ? $"{Room(place.Room)}, {Venue(place.Venue)}, {Time(place.Start)}" : null;

        /// <summary>The sessions that the person has now, and where; or null.</summary>
        public string? SessionsNow => _facts.SessionsNow is { Length: > 0 } places
            ? string.Join("; ", places.Select(place => $"{_index.Session(place.Session)?.Title ?? place.Session.Value}, {Room(place.Room)}, {Time(place.Start)}"))
            : null;

        private static TimeZoneInfo ZoneOf(JournalEntry entry, ProgrammeIndex index) =>
            index.Venue(entry.Venue) is { } venue && index.City(venue.City) is { } city && TimeZoneInfo.TryFindSystemTimeZoneById(city.TimeZone, out var zone)
                ? zone
                : TimeZoneInfo.Utc;

        private string Room(RoomId id) => _index.Room(id)?.Name ?? id.Value;

        private string Venue(VenueId id) => _index.Venue(id)?.Name ?? id.Value;

        private string Time(DateTimeOffset? moment)
        {
            if (moment is null)
                return "";
            var local = TimeZoneInfo.ConvertTime(moment.Value, _zone);
            var today = TimeZoneInfo.ConvertTime(entry.At, _zone).Date == local.Date;
            return local.ToString(today ? "HH:mm" : "d MMMM, HH:mm", culture);
        }
    }
}
