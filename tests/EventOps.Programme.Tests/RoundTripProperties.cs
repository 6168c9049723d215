using System.Collections.Immutable;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Missions;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace EventOps.Programme.Tests;

/// <summary>What is exported imports as it was, whatever people are called and whenever they meet.</summary>
public sealed class RoundTripProperties
{
    private static readonly Config Thousand = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    [Fact]
    public void An_export_reads_back_as_the_same_mission() =>
        Check.One(Thousand, Prop.ForAll(Missions.ToArbitrary(), mission =>
        {
            foreach (var forExcel in new[] { false, true })
            {
                var import = ProgrammeReader.Read(Exported(mission, forExcel), KnownProgramme.Nothing).Imported();
                import.Cities.ShouldBe(mission.Cities, ignoreOrder: true);
                import.Venues.ShouldBe(mission.Venues);
                import.Rooms.ShouldBe(mission.Rooms);
                import.Sessions.ShouldBe(mission.Sessions);
                import.Delegates.ShouldBe(mission.Delegates);
                import.Registrations.ShouldBe(mission.Registrations);
            }
        }));

    [Fact]
    public void An_export_imported_into_its_own_mission_changes_nothing() =>
        Check.One(Thousand, Prop.ForAll(Missions.ToArbitrary(), mission =>
        {
            var known = new KnownProgramme(mission);
            var changes = ImportDiff.Compare(known, ProgrammeReader.Read(Exported(mission, forExcel: true), known).Imported());
            changes.ShouldBe(new(new(0, 0, mission.Cities.Length), new(0, 0, mission.Venues.Length), new(0, 0, mission.Rooms.Length),
                new(0, 0, mission.Sessions.Length), new(0, 0, mission.Delegates.Length), new(0, 0, mission.Registrations.Length)));
        }));

    [Fact]
    public void Whatever_is_in_a_file_it_is_an_answer_and_no_exception() =>
        Check.One(Thousand, Prop.ForAll(Rubbish.ToArbitrary(), content =>
        {
            var reading = ProgrammeReader.Read([Given.File("delegates.csv", "id,name,badge\n" + content), Given.File("s.xml", content)], KnownProgramme.Nothing);
            reading.Import.ShouldBeSameAs(ProgrammeImport.Empty);
        }));

    private static IEnumerable<ImportFile> Exported(ProgrammeImport mission, bool forExcel)
    {
        foreach (var file in ProgrammeWriter.Files)
        {
            var content = new MemoryStream();
            ProgrammeWriter.Write(file, mission, content, forExcel);
            content.Position = 0;
            yield return new(file + ".csv", content);
        }
    }

    private static Gen<string> Rubbish =>
        from parts in Gen.ArrayOf(Gen.Elements("\"", ",", "\n", "\r", "d1", "x", "<", ">", "<schedule>", "\0", "#", "'", "=", "\uFEFF", "é", "😀", "AAAA1111", ";"))
        select string.Concat(parts);

    /// <summary>Letters of many kinds, and everything that means something to CSV or to a spreadsheet.</summary>
    private static Gen<string> Text =>
        from parts in Gen.ArrayOf(Gen.Elements("a", "Z", "é", "Ł", "名", "😀", " ", "'", "\"", ",", ";", "=", "+", "-", "@", "#", "1", "|", "\\", "’"))
        select string.Concat(parts.Take(40)).Trim();

    private static Gen<string> Name => Text.Select(t => t.Length > 0 ? t : "x");

    private static Gen<DateTimeOffset> Moment =>
        // around the nights on which clocks change, and anywhere
        from day in Gen.OneOf(Gen.Constant(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero)), Gen.Constant(new DateTimeOffset(2026, 3, 8, 0, 0, 0, TimeSpan.Zero)),
            Gen.Choose(0, 20_000).Select(d => DateTimeOffset.UnixEpoch.AddDays(400 + d)))
        from seconds in Gen.OneOf(Gen.Choose(0, 24 * 60).Select(m => m * 60), Gen.Choose(0, 86_400))
        select day.AddSeconds(seconds);

    private static Gen<ProgrammeImport> Missions =>
        from cities in Rows(3, i => from name in Name
                                    from zone in Gen.Elements("America/Mexico_City", "America/Toronto", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe")
                                    select new City(new($"c{i}"), name, zone))
        from venues in Rows(3, i => from name in Name
                                    from address in Text
                                    from legal in Gen.Choose(1, 1_000_000)
                                    select new Venue(new($"v{i}"), cities[i % cities.Length].Id, name, address, legal))
        let housed = cities.Where(c => venues.Any(v => v.City == c.Id)).ToImmutableArray()
        from rooms in Rows(4, i => from name in Name
                                   from comfort in Gen.Choose(1, 500)
                                   from more in Gen.Choose(0, 500)
                                   from venue in Gen.Elements(venues.ToArray())
                                   select new Room(new($"r{i}"), venue.Id, name, comfort + more, comfort))
        from sessions in Rows(4, i => from title in Name
                                      from room in Gen.Elements(rooms.ToArray())
                                      from kind in Gen.Elements(Enum.GetValues<SessionKind>())
                                      from access in Gen.Elements(Enum.GetValues<AccessRule>())
                                      from status in Gen.Elements(Enum.GetValues<SessionStatus>())
                                      from start in Moment
                                      from lasts in Gen.Choose(1, 10_000)
                                      from before in Gen.Choose(0, 5_000)
                                      from host in Text
                                      from heldFor in Text
                                      select new Session(new($"s{i}"), room.Id, title, kind, access, start, start.AddSeconds(lasts), start.AddSeconds(-before),
                                          start.AddSeconds(lasts), host, heldFor, status, heldFor))
        from delegates in Rows(6, i => from name in Name
                                       from organisation in Text
                                       from language in Gen.Elements("en", "fr", "es")
                                       from badge in Gen.Elements("=1+1", "'@SU", "-\"x\"", "a,b;", "#123")
                                       from vip in Gen.Elements(true, false)
                                       from note in Text
                                       select new DelegateRecord(new($"d{i}"), name, organisation, note, language, badge + i, vip, note))
        from registrations in Gen.Elements(RegistrationKind.Registered, RegistrationKind.Invited)
        select new ProgrammeImport(housed, venues, rooms, sessions, delegates,
            [.. sessions.SelectMany((s, i) => delegates.Skip(i).Select((d, j) => new Registration(s.Id, d.Id, registrations, j % 2 == 0)))]);

    private static Gen<ImmutableArray<TRow>> Rows<TRow>(int atMost, Func<int, Gen<TRow>> row) =>
        from count in Gen.Choose(1, atMost)
        from rows in Gen.CollectToArray(Enumerable.Range(0, count), row)
        select rows.ToImmutableArray();
}
