namespace EventOps.Dashboard.Tests.Running;

/// <summary>
/// Two cities, three venues, four rooms, six sessions, nine people. Hall A is comfortable for 2 and legal for 4; the centre is legal for 6, less than its
/// halls together. Everything is on 16 February 2026; doors open half an hour before nine and close at a quarter to ten.
/// </summary>
public static class SmallMission
{
    public const string Venues = """
        id,name,city,cityId,timeZone,address,legal
        centre,Centro Reforma,Ciudad de México,mexico,America/Mexico_City,Reforma 1,6
        annex,Anexo,Ciudad de México,mexico,America/Mexico_City,Reforma 2,50
        north,Foro Norte,Monterrey,monterrey,America/Monterrey,Norte 3,50
        """;

    public const string Rooms = """
        id,venue,name,legal,comfort
        hall-a,centre,Salón A,4,2
        hall-b,centre,Salón B,6,5
        annex-hall,annex,Sala Anexa,20,20
        north-hall,north,Sala Norte,20,20
        """;

    public const string Sessions = """
        id,room,title,kind,access,start,end,doorsOpen,doorsClose,host,sector,status,heldFor
        opening,hall-b,Opening plenary,plenary,open,2026-02-16T09:00,2026-02-16T10:00,2026-02-16T08:30,2026-02-16T09:45,Ana Ruiz,,scheduled,
        board,hall-b,Board,high-level-meeting,invited,2026-02-16T09:00,2026-02-16T10:00,2026-02-16T08:30,2026-02-16T09:45,,,scheduled,
        workshop,hall-b,Workshop,workshop,registered,2026-02-16T09:00,2026-02-16T10:00,2026-02-16T08:30,2026-02-16T09:45,,energy,scheduled,
        meeting,hall-a,Meeting,matchmaking,open,2026-02-16T11:00,2026-02-16T12:00,2026-02-16T08:30,2026-02-16T12:00,,,scheduled,Ministers
        dropped,hall-b,Dropped,workshop,open,2026-02-16T09:00,2026-02-16T10:00,2026-02-16T08:30,2026-02-16T09:45,,,cancelled,
        moved,annex-hall,Moved,workshop,open,2026-02-16T09:00,2026-02-16T10:00,2026-02-16T08:30,2026-02-16T09:45,,,scheduled,
        """;

    public const string Delegates = """
        id,name,organisation,sector,language,badge,vip,note
        ana,Ana Díaz,Boréal Hydrogène inc.,energy,es,CODE-ANA,no,
        elodie,Élodie Côté-Bélanger,Boréal Hydrogène inc.,energy,fr,CODE-ELODIE,yes,Speaks at ten
        john,John O'Neil,Maple Works Ltd.,manufacturing,en,CODE-JOHN,no,
        maria,María Peña,Œuvres du Nord,culture,es,CODE-MARIA,no,
        bo,Bo Ångström,Maple Works Ltd.,manufacturing,en,CODE-BO,no,
        zoe,Zoë Łuczak,Œuvres du Nord,culture,en,CODE-ZOE,no,
        tom,Tom Adams,Maple Works Ltd.,manufacturing,en,CODE-TOM,no,
        uma,Uma Rao,Maple Works Ltd.,manufacturing,en,CODE-UMA,no,
        vic,Vic Sato,,,en,CODE-VIC,no,
        """;

    public const string Registrations = """
        session,delegate,kind,seat
        workshop,ana,registered,
        workshop,elodie,registered,
        board,elodie,invited,
        board,john,registered,
        meeting,maria,invited,held
        """;

    public static IReadOnlyList<(string Name, string Text)> Files { get; } =
    [
        ("venues.csv", Venues), ("rooms.csv", Rooms), ("sessions.csv", Sessions), ("delegates.csv", Delegates), ("registrations.csv", Registrations),
    ];
}
