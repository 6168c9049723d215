using System.Text;
using EventOps.Contracts.Missions;
using Shouldly;

namespace EventOps.Programme.Tests;

/// <summary>Files as people write them, and a small mission that they fit.</summary>
internal static class Given
{
    public const string Venues = "id,name,city,timeZone,legal\nv1,Palacio,Guadalajara,America/Mexico_City,300\n";
    public const string Rooms = "id,venue,name,legal,comfort\nr1,v1,Sala,100,80\n";
    public const string Sessions = "id,room,title,kind,access,start,end\ns1,r1,Opening,plenary,open,2026-02-16T09:00,2026-02-16T10:00\n";
    public const string Delegates = "id,name,badge\nd1,Zoë Díaz,AAAA1111\nd2,Ann Lee,BBBB2222\n";
    public const string Registrations = "session,delegate,kind,seat\ns1,d1,invited,held\n";

    public static ImportFile File(string name, string content) => new(name, new MemoryStream(Encoding.UTF8.GetBytes(content)));

    public static ImportReading Read(params (string Name, string Content)[] files) => Read(KnownProgramme.Nothing, files);

    public static ImportReading Read(KnownProgramme known, params (string Name, string Content)[] files) =>
        ProgrammeReader.Read(files.Select(f => File(f.Name, f.Content)), known);

    public static ProgrammeImport Imported(this ImportReading reading)
    {
        reading.Problems.ShouldBeEmpty();
        reading.Succeeded.ShouldBeTrue();
        return reading.Import;
    }

    /// <summary>The one problem of a reading, which imports nothing.</summary>
    public static ImportProblem OnlyProblem(this ImportReading reading)
    {
        reading.Succeeded.ShouldBeFalse();
        reading.Import.ShouldBeSameAs(ProgrammeImport.Empty);
        return reading.Problems.ShouldHaveSingleItem();
    }

    public static KnownProgramme Mission() => new(
        Read(("venues.csv", Venues), ("rooms.csv", Rooms), ("sessions.csv", Sessions), ("delegates.csv", Delegates), ("registrations.csv", Registrations)).Imported());
}
