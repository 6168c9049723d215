using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;
using EventOps.Domain.Venues;

namespace EventOps.Domain.Tests;

/// <summary>A small mission in which every test begins: two venues in Mexico City and one in Monterrey.</summary>
internal static class Given
{
    public static readonly MissionId Expo = new("expo");
    public static readonly CityId MexicoCity = new("mex");
    public static readonly CityId Monterrey = new("mty");
    public static readonly VenueId Centre = new("centre");
    public static readonly VenueId Museum = new("museum");
    public static readonly VenueId Forum = new("forum");
    public static readonly RoomId Hall = new("hall");
    public static readonly RoomId Salon = new("salon");
    public static readonly RoomId Gallery = new("gallery");
    public static readonly RoomId Stage = new("stage");
    public static readonly SessionId Plenary = new("plenary");
    public static readonly DelegateId Ana = new("ana");
    public static readonly DelegateId Ben = new("ben");
    public static readonly DelegateId Chloe = new("chloe");
    public static readonly DeviceId Gate = new("gate-1");
    public static readonly DeviceId OtherGate = new("gate-2");
    public static readonly OperatorId Olga = new("olga");

    public static readonly DateTimeOffset Nine = new(2026, 2, 16, 9, 0, 0, TimeSpan.Zero);

    public static readonly Door CentreDoor = new(Centre, null, null);
    public static readonly Door HallDoor = new(Centre, Hall, null);
    public static readonly Door SalonDoor = new(Centre, Salon, null);
    public static readonly Door PlenaryDoor = new(Centre, Hall, Plenary);

    public static readonly MissionProgramme Programme = new(
        Expo,
        "Expo",
        7,
        MissionClock.Real,
        [new City(MexicoCity, "Ciudad de México", "America/Mexico_City"), new City(Monterrey, "Monterrey", "America/Monterrey")],
        [
            new Venue(Centre, MexicoCity, "Centre", "", 5),
            new Venue(Museum, MexicoCity, "Museum", "", 5),
            new Venue(Forum, Monterrey, "Forum", "", 5),
        ],
        [
            new Room(Hall, Centre, "Hall", 3, 2),
            new Room(Salon, Centre, "Salón", 2, 2),
            new Room(Gallery, Museum, "Gallery", 3, 3),
            new Room(Stage, Forum, "Stage", 3, 3),
        ],
        [PlenarySession()]);

    public static readonly VenuePlan CentrePlan = VenuePlan.Of(Programme, Centre)!;

    /// <summary>A plenary at ten, with doors from half past nine until half past ten.</summary>
    public static Session PlenarySession(AccessRule access = AccessRule.Open) => new(
        Plenary,
        Hall,
        "Opening plenary",
        SessionKind.Plenary,
        access,
        Nine.AddHours(1),
        Nine.AddHours(2),
        Nine.AddMinutes(30),
        Nine.AddMinutes(90),
        "Olga",
        "",
        SessionStatus.Scheduled,
        "speakers");

    public static ScanCommand Entry(DelegateId? person, Door door, DateTimeOffset at) => new(
        Guid.NewGuid(),
        Expo,
        person,
        person is { } known ? CodeOf(known) : "code-of-nobody",
        door,
        Direction.Entry,
        at.AddSeconds(-2),
        at.AddSeconds(-1),
        at,
        Gate,
        Olga,
        null,
        Programme.Version);

    public static ScanCommand Exit(DelegateId person, Door door, DateTimeOffset at) => Entry(person, door, at) with { Direction = Direction.Exit };

    public static ScanCommand Override(this ScanCommand command, string reason = "Protocol asked") => command with { OverrideReason = reason };

    public static AnnulCommand Annulment(JournalEntry scan, DateTimeOffset at) =>
        new(Guid.NewGuid(), scan.ScanId, Expo, at, Gate, Olga, false, "Wrong person", Programme.Version);

    public static string CodeOf(DelegateId person) => $"code-of-{person}";

    /// <summary>An empty centre.</summary>
    public static VenueState EmptyCentre() => new();

    /// <summary>Decides a scan at the centre and applies what was decided.</summary>
    public static JournalEntry Scan(this VenueState centre, ScanCommand command)
    {
        var entry = DoorRules.Decide(centre, CentrePlan, command);
        centre.Apply(entry);
        return entry;
    }

    /// <summary>Lets strangers into a place of the centre.</summary>
    public static VenueState Filled(this VenueState centre, Door door, int people, DateTimeOffset at)
    {
        for (var count = 0; count < people; count++)
            centre.Scan(Entry(new DelegateId($"stranger-{centre.Version}"), door, at).Override()).Kind.ShouldBe(EntryKind.Admitted);
        return centre;
    }

    /// <summary>Annuls a scan of a person who is then wherever they are to be restored to.</summary>
    public static JournalEntry Annul(this VenueState centre, JournalEntry scan, Whereabouts restore, DateTimeOffset at)
    {
        var entry = DoorRules.Annul(centre, CentrePlan, Annulment(scan, at) with { Annulled = scan, Restore = restore });
        centre.Apply(entry);
        return entry;
    }

    public static Whereabouts In(VenueId venue, RoomId? room = null) => new(venue, room, null, Nine);
}
