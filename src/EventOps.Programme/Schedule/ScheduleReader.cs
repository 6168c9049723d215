using System.Xml;
using System.Xml.Linq;
using EventOps.Contracts;
using EventOps.Contracts.Missions;

namespace EventOps.Programme.Schedule;

/// <summary>
/// Schedule XML, as frab, pretalx and pentabarf write it: one venue in one city, its rooms, and open sessions. The file is someone else's: no DTD, no
/// entities, and a limit on its size.
/// </summary>
internal static class ScheduleReader
{
    public const int MaxCharacters = 32 * 1024 * 1024;

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        MaxCharactersFromEntities = 1024,
        CloseInput = false,
    };

    public static void Read(ImportFile file, ScheduleOptions options, ImportRows rows, ProblemList problems)
    {
        try
        {
            using var reader = XmlReader.Create(file.Content, Safe);
            if (XDocument.Load(reader, LoadOptions.SetLineInfo).Root is { Name.LocalName: "schedule" } root)
                Read(new ScheduleFile(file.Name, root, problems), options, rows);
            else
                problems.Add(file.Name, 1, "schedule", "", "schedule XML: a root element <schedule>");
        }
        catch (XmlException wrong)
        {
            problems.Add(file.Name, wrong.LineNumber, "", "", $"well-formed XML of at most {MaxCharacters} characters, without a DTD ({wrong.Message})");
        }
    }

    private static void Read(ScheduleFile file, ScheduleOptions options, ImportRows rows)
    {
        if (ScheduleZone.Find(file, options) is not { } zone)
            return;
        var title = file.Conference("title") is { Length: > 0 } t ? file.Cut(t, Limits.Name, "the conference's title") : "Conference";
        var city = options.City ?? (file.Conference("city") is { Length: > 0 } c ? c : title);
        var venue = options.Venue ?? (file.Conference("venue") is { Length: > 0 } v ? v : title);
        var cityId = CityId.From(Slug.Of(city));
        var venueId = VenueId.From(Slug.Of(venue));
        rows.Cities[cityId] = new(cityId, city, zone.Id);
        rows.CityOf[venueId] = cityId;
        rows.VenueLines[venueId] = 0;

        var rooms = ReadRooms(file, options, venueId, rows);
        rows.Known.Venues.TryGetValue(venueId, out var before);
        var legal = options.VenueLegal ?? before?.Legal ?? (int)Math.Clamp(rooms.Values.Sum(r => (long)r.Legal), 1, Limits.Capacity);
        rows.Venues.Add(new(venueId, cityId, venue, before?.Address ?? "", legal));
        var times = new ScheduleTimes(file, zone);
        foreach (var @event in file.Events)
            ReadEvent(file, @event, rooms[@event.Room].Id, times, rows);
    }

    private static Dictionary<string, Room> ReadRooms(ScheduleFile file, ScheduleOptions options, VenueId venue, ImportRows rows)
    {
        var rooms = new Dictionary<string, Room>(StringComparer.Ordinal);
        foreach (var @event in file.Events)
        {
            if (rooms.ContainsKey(@event.Room))
                continue;
            var id = RoomId.From(Slug.Of(@event.Room, slug => rows.RoomLines.ContainsKey(RoomId.From(slug))));
            if (@event.Room.Length is 0 or > Limits.Name)
                file.Problem(@event.Element, "room", @event.Room, $"a room's name of 1 to {Limits.Name} characters");
            var capacity = CapacityOf(@event.Room, id, options, rows);
            if (capacity is null)
            {
                file.Problem(@event.Element, "room", @event.Room,
                    $"what the room holds: --capacity \"{@event.Room}=LEGAL/COMFORT\", or --default-capacity LEGAL/COMFORT, or a rooms.csv with room,legal,comfort");
            }

            rows.RoomLines[id] = file.LineOf(@event.Element);
            rows.VenueOf[id] = venue;
            rooms.Add(@event.Room, new(id, venue, @event.Room, capacity?.Legal ?? 1, capacity?.Comfort ?? 1));
        }

        rows.Rooms.AddRange(rooms.Values);
        return rooms;
    }

    /// <summary>What was said about this room, what the mission knows of it, or what was said about all.</summary>
    private static RoomCapacity? CapacityOf(string name, RoomId id, ScheduleOptions options, ImportRows rows)
    {
        if (options.Capacities.TryGetValue(name, out var capacity) || options.Capacities.TryGetValue(id.Value, out capacity))
            return capacity;
        return rows.Known.Rooms.TryGetValue(id, out var known) ? new(known.Legal, known.Comfort) : options.DefaultCapacity;
    }

    /// <summary>What a schedule does not say (who may enter, whom seats are held for) stays as the mission has it.</summary>
    private static void ReadEvent(ScheduleFile file, ScheduleEvent @event, RoomId room, ScheduleTimes times, ImportRows rows)
    {
        var hasId = ReadId(file, @event, out var id);
        if (hasId && !rows.SessionLines.TryAdd(id, file.LineOf(@event.Element)))
            file.Problem(@event.Element, "event id", id.Value, $"each event once: line {rows.SessionLines[id]} has it already");
        var title = file.Cut(@event["title"], Limits.Name, $"the title of event {id}");
        if (title.Length == 0)
            file.Problem(@event.Element, "title", "", $"1 to {Limits.Name} characters");
        var start = times.Start(@event);
        var duration = times.Duration(@event);
        if (!hasId || start is not { } from || duration is not { } lasting)
            return;
        rows.Known.Sessions.TryGetValue(id, out var before);
        rows.Sessions.Add(new(id, room, title, KindOf(@event["type"]), before?.Access ?? AccessRule.Open,
            from, from + lasting, from - Limits.DoorsBeforeStart, from + lasting,
            file.Cut(@event.Persons, Limits.Name, $"the hosts of event {id}"), before?.Sector ?? "", SessionStatus.Scheduled, before?.HeldFor ?? ""));
    }

    /// <summary>The event's number is what frab, pretalx and pentabarf keep when a programme changes; the rest is for files without it.</summary>
    private static bool ReadId(ScheduleFile file, ScheduleEvent @event, out SessionId id)
    {
        foreach (var candidate in new[] { @event.Attribute("id"), @event.Attribute("guid"), @event["slug"] })
        {
            if (!Identifier.IsWellFormed(candidate))
                continue;
            id = SessionId.From(candidate);
            return true;
        }

        id = default;
        file.Problem(@event.Element, "event id", @event.Attribute("id"), $"an id, a guid or a slug of {Identifier.Expected}");
        return false;
    }

    private static SessionKind KindOf(string type) => type.ToLowerInvariant() switch
    {
        "workshop" or "tutorial" or "training" or "hands-on" or "lab" => SessionKind.Workshop,
        "meeting" or "meetup" or "bof" or "matchmaking" => SessionKind.Matchmaking,
        "reception" or "party" or "social" or "concert" or "performance" or "djset" => SessionKind.Reception,
        _ => SessionKind.Plenary,
    };
}
