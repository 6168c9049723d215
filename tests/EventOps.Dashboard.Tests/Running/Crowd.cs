using System.Globalization;

namespace EventOps.Dashboard.Tests.Running;

/// <summary>Many people and one room.</summary>
public static class Crowd
{
    public const string Venue = "arena";
    public const string Door = """{"room":"pit"}""";
    public const string SessionDoor = """{"session":"concert"}""";

    public static string Code(int person) => string.Create(CultureInfo.InvariantCulture, $"CROWD-{person:000000}");

    public static IReadOnlyList<(string Name, string Text)> Files(int people, int legal) =>
    [
        ("venues.csv", "id,name,city,cityId,timeZone,legal\narena,Arena,Toluca,toluca,America/Mexico_City,1000000\n"),
        ("rooms.csv", string.Create(CultureInfo.InvariantCulture, $"id,venue,name,legal,comfort\npit,arena,Pit,{legal},{legal}\n")),
        ("sessions.csv", "id,room,title,kind,access,start,end\nconcert,pit,Concert,reception,open,2026-02-16T09:00,2026-02-16T12:00\n"),
        ("delegates.csv", Delegates(people)),
    ];

    public static string Delegates(int people) => string.Concat(
        Enumerable.Range(0, people)
            .Select(person => string.Create(
                CultureInfo.InvariantCulture, $"p{person:000000},Persona {Names[person % Names.Length]} {person:000000},Órgano {person % 977:000},CROWD-{person:000000}\n"))
            .Prepend("id,name,organisation,badge\n"));

    private static readonly string[] Names = ["Ávila", "Bélanger", "Çelik", "Dvořák", "Estévez", "Fjørtoft", "García", "Håkansson"];
}
