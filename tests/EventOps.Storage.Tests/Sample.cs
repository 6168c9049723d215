namespace EventOps.Storage.Tests;

/// <summary>A small programme, and people for it.</summary>
internal static class Sample
{
    private static readonly DateTimeOffset Nine = new(2026, 2, 16, 9, 0, 0, TimeSpan.Zero);

    public static ProgrammeImport Import { get; } = new(
        [new(new("mexico"), "Ciudad de México", "America/Mexico_City"), new(new("guadalajara"), "Guadalajara", "America/Mexico_City")],
        [new(new("hotel"), new("mexico"), "Hotel", "Reforma 1", 900), new(new("annex"), new("mexico"), "Annex", "", 100)],
        [new(new("salon-b"), new("hotel"), "Salón B", 120, 100), new(new("salon-a"), new("hotel"), "Salón A", 500, 450)],
        [Session("workshop", "Workshop", 2), Session("opening", "Opening", 0), Session("breakfast", "Breakfast", 0)],
        [Person(1), Person(2), Person(3)],
        [
            new(new("opening"), new("D-00001"), RegistrationKind.Invited, true),
            new(new("opening"), new("D-00002"), RegistrationKind.Registered, false),
            new(new("workshop"), new("D-00001"), RegistrationKind.Registered, false),
        ]);

    public static DelegateRecord Person(int number) => new(
        new($"D-{number:00000}"), $"Zoë Lefèbvre-{number}", number % 2 == 0 ? "" : $"Organisation {number % 50}", "Énergie", "fr", $"B-{number:00000}", number == 1, "");

    public static ProgrammeImport People(int count) => ProgrammeImport.Empty with
    {
        Delegates = [.. Enumerable.Range(1, count).Select(Person)],
        Registrations = [.. Enumerable.Range(1, count).Select(number =>
            new Registration(new("opening"), Person(number).Id, RegistrationKind.Registered, false))],
    };

    private static Session Session(string id, string title, int hour) => new(
        new(id),
        new("salon-a"),
        title,
        SessionKind.HighLevelMeeting,
        AccessRule.Registered,
        Nine.AddHours(hour),
        Nine.AddHours(hour + 1),
        Nine.AddHours(hour).AddMinutes(-30),
        Nine.AddHours(hour).AddMinutes(30),
        "the minister",
        "Énergie",
        SessionStatus.Scheduled,
        "speakers");
}
