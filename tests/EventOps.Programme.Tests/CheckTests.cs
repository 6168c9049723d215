using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Missions;
using Shouldly;
using Xunit;

namespace EventOps.Programme.Tests;

public sealed class CheckTests
{
    [Fact]
    public void Five_small_files_become_a_mission()
    {
        var import = Given.Read(
            ("registrations.csv", Given.Registrations), ("delegates.csv", Given.Delegates), ("sessions.csv", Given.Sessions), ("rooms.csv", Given.Rooms),
            ("venues.csv", Given.Venues)).Imported();

        import.Cities.ShouldBe([new City(new("guadalajara"), "Guadalajara", "America/Mexico_City")]);
        import.Venues.ShouldBe([new Venue(new("v1"), new("guadalajara"), "Palacio", "", 300)]);
        import.Rooms.ShouldBe([new Room(new("r1"), new("v1"), "Sala", 100, 80)]);
        import.Sessions.ShouldBe([new Session(new("s1"), new("r1"), "Opening", SessionKind.Plenary, AccessRule.Open, At(15), At(16), At(14, 30), At(16), "", "", SessionStatus.Scheduled, "")]);
        import.Sessions[0].Start.Offset.ShouldBe(TimeSpan.Zero);
        import.Delegates.Length.ShouldBe(2);
        import.Registrations.ShouldBe([new Registration(new("s1"), new("d1"), RegistrationKind.Invited, true)]);
    }

    [Fact]
    public void A_row_with_an_unknown_room_is_listed_with_its_line_and_nothing_is_imported()
    {
        var problem = Given.Read(Given.Mission(), ("sessions.csv", Given.Sessions + "s2,r9,Later,workshop,open,2026-02-16T11:00,2026-02-16T12:00\n")).OnlyProblem();

        problem.ShouldBe(new("sessions.csv", 3, "room", "r9", "the id of a room, in rooms.csv or in the mission"));
    }

    [Fact]
    public void Rows_may_refer_to_what_the_mission_already_has()
    {
        var import = Given.Read(Given.Mission(), ("registrations.csv", "session,delegate\ns1,d2\n")).Imported();

        import.Registrations.ShouldBe([new Registration(new("s1"), new("d2"), RegistrationKind.Registered, false)]);
    }

    [Fact]
    public void A_city_is_known_by_its_name_where_a_file_gives_no_id()
    {
        const string Named = "id,name,city,cityId,timeZone,legal\nv1,P,Ciudad de México,mexico-city,America/Mexico_City,9\n";
        const string Unnamed = "id,name,city,timeZone,legal\nv2,Q,Ciudad de México,America/Mexico_City,9\n";

        Given.Read(new KnownProgramme(Given.Read(("venues.csv", Named)).Imported()), ("venues.csv", Unnamed)).Imported().Venues[0].City.ShouldBe(new("mexico-city"));
        Given.Read(("venues.csv", Unnamed)).Imported().Venues[0].City.ShouldBe(new("ciudad-de-mexico"));
    }

    [Fact]
    public void A_row_that_is_wrong_in_itself_does_not_make_those_wrong_that_refer_to_it() =>
        Given.Read(("venues.csv", Given.Venues), ("rooms.csv", "id,venue,name,legal,comfort\nr1,v1,Sala,none,80\n"), ("sessions.csv", Given.Sessions)).Problems
            .Select(p => (p.File, p.Column)).ShouldBe([("rooms.csv", "legal")]);

    [Fact]
    public void All_that_is_wrong_in_a_row_is_told_at_once()
    {
        var reading = Given.Read(Given.Mission(), ("sessions.csv", "id,room,title,kind,access,start,end,status\ns 1,r9,,party,all,9:00,2026-02-16 10:00,maybe\n"));

        reading.Problems.Select(p => p.Column).ShouldBe(["id", "room", "title", "kind", "access", "status", "start"]);
        reading.Problems.Single(p => p.Column == "kind").ShouldBe(
            new("sessions.csv", 2, "kind", "party", "one of plenary, high-level-meeting, workshop, matchmaking, reception"));
        reading.Problems.Single(p => p.Column == "access").Expected.ShouldBe("one of open, registered, invited");
    }

    [Theory]
    [InlineData("venues.csv", "id,name,city,timeZone,legal\nv2,P,C,Mars/Olympus,1\n", "timeZone", "an IANA time zone such as America/Mexico_City")]
    [InlineData("venues.csv", "id,name,city,timeZone,legal\nv2,P,C,Central Standard Time,1\n", "timeZone", "an IANA time zone such as America/Mexico_City")]
    [InlineData("venues.csv", "id,name,city,timeZone,legal\nv2,P,C,America/Mexico_City,0\n", "legal", "a whole number from 1 to 1000000")]
    [InlineData("venues.csv", "id,name,city,timeZone,legal\nv2,P,C,America/Mexico_City,1.5\n", "legal", "a whole number from 1 to 1000000")]
    [InlineData("venues.csv", "id,name,city,timeZone,legal\nv2,P,C,America/Mexico_City,1\nv3,P,C,America/Cancun,1\n", "timeZone", "America/Mexico_City, as an earlier line has for the city c")]
    [InlineData("venues.csv", "id,name,city,cityId,timeZone,legal\nv2,P,C,c,America/Mexico_City,1\nv3,P,D,c,America/Mexico_City,1\n", "city", "'C', as an earlier line has for the city c")]
    [InlineData("rooms.csv", "id,venue,name,legal,comfort\nr2,v1,S,10,11\n", "comfort", "at most the legal capacity, 10")]
    [InlineData("rooms.csv", "id,venue,name,legal,comfort\nr2,v9,S,10,9\n", "venue", "the id of a venue, in venues.csv or in the mission")]
    [InlineData("rooms.csv", "id,venue,name,legal,comfort\nr2,v1,S,10,9\nr2,v1,T,10,9\n", "id", "each one once: line 2 has it already")]
    [InlineData("delegates.csv", "id,name,badge,language\nd3,A,CCCC3333,de\n", "language", "en, fr or es")]
    [InlineData("delegates.csv", "id,name,badge,vip\nd3,A,CCCC3333,perhaps\n", "vip", "yes or no")]
    [InlineData("delegates.csv", "id,name,badge\nd/3,A,CCCC3333\n", "id", "1 to 64 letters, digits, '.', '_' or '-'")]
    [InlineData("delegates.csv", "id,name,badge\nd3,A,CC 33\n", "badge", "4 to 64 printable characters without spaces or accents")]
    [InlineData("delegates.csv", "id,name,badge\nd3,A,CC3\n", "badge", "4 to 64 printable characters without spaces or accents")]
    [InlineData("delegates.csv", "id,name,badge\nd3,A,CCCC3333\nd4,B,CCCC3333\n", "badge", "each one once: line 2 has it already")]
    [InlineData("delegates.csv", "id,name,badge\nd3,A,AAAA1111\n", "badge", "a code that nobody else has had: it is d1's in this mission")]
    [InlineData("registrations.csv", "session,delegate\ns1,d9\n", "delegate", "the id of a delegate, in delegates.csv or in the mission")]
    [InlineData("registrations.csv", "session,delegate\ns9,d1\n", "session", "the id of a session, in sessions.csv or in the mission")]
    [InlineData("registrations.csv", "session,delegate,kind\ns1,d1,guest\n", "kind", "one of registered, invited")]
    [InlineData("registrations.csv", "session,delegate,seat\ns1,d1,3B\n", "seat", "held, or nothing")]
    [InlineData("registrations.csv", "session,delegate\ns1,d1\ns1,d1\n", "delegate", "each one once: line 2 has it already")]
    public void A_wrong_value_is_told_with_what_was_expected(string file, string content, string column, string expected)
    {
        var problem = Given.Read(Given.Mission(), (file, content)).OnlyProblem();

        (problem.File, problem.Column, problem.Expected).ShouldBe((file, column, expected));
    }

    [Theory]
    [InlineData("2026-02-16T09:00,2026-02-16T09:00,,", "end", "a time after the start")]
    [InlineData("2026-02-16T09:00,2026-02-16T10:00,2026-02-16T09:01,", "doorsOpen", "a time at or before the start")]
    [InlineData("2026-02-16T09:00,2026-02-16T10:00,,2026-02-16T08:30", "doorsClose", "a time after the doors open")]
    [InlineData("16/02/2026 09:00,2026-02-16T10:00,,", "start", "a time such as 2026-02-16T09:00, in the venue's time zone or with an offset such as -06:00")]
    [InlineData("0001-01-01T00:00,2026-02-16T10:00,,", "start", "a time such as 2026-02-16T09:00, in the venue's time zone or with an offset such as -06:00")]
    public void Times_that_contradict_each_other_are_told(string times, string column, string expected)
    {
        var problem = Given.Read(Given.Mission(), ("sessions.csv", $"id,room,title,kind,access,start,end,doorsOpen,doorsClose\ns2,r1,T,plenary,open,{times}\n")).OnlyProblem();

        (problem.Column, problem.Expected).ShouldBe((column, expected));
    }

    [Theory]
    [InlineData("2026-03-08T02:30", "a time that exists: in America/Toronto the clocks go forward over it that day")]
    [InlineData("2026-11-01T01:30", "an offset (-04:00 or -05:00): in America/Toronto the clocks go back that day and show this time twice")]
    public void A_local_time_that_the_clocks_skip_or_show_twice_is_refused(string start, string expected)
    {
        var problem = InToronto(start).OnlyProblem();

        (problem.Line, problem.Column, problem.Value, problem.Expected).ShouldBe((2, "start", start, expected));
    }

    [Theory]
    [InlineData("2026-11-01T01:30-04:00", 5)]
    [InlineData("2026-11-01T01:30-05:00", 6)]
    [InlineData("2026-11-01 06:30:00Z", 6)]
    public void An_offset_says_which_of_the_two_it_is(string start, int utcHour) =>
        InToronto(start).Imported().Sessions[0].Start.ShouldBe(new DateTimeOffset(2026, 11, 1, utcHour, 30, 0, TimeSpan.Zero));

    [Fact]
    public void Who_comes_without_a_code_keeps_the_one_they_have_or_has_none()
    {
        var known = new KnownProgramme(Given.Read(("delegates.csv", "id,name,badge\nd1,A,AAAA1111\nd2,B,\nd3,C,\n")).Imported());

        foreach (var file in new[] { "id,name\nd1,A\nd2,B\nd4,D\n", "id,name,badge\nd1,A,\nd2,B,\nd4,D,\n" })
        {
            var import = Given.Read(known, ("delegates.csv", file)).Imported();
            import.Delegates.Select(person => person.Badge).ShouldBe(["AAAA1111", "", ""]);
            ImportDiff.Compare(known, import).Delegates.ShouldBe(new(1, 0, 2));
        }
    }

    [Fact]
    public void A_withdrawn_badge_stays_its_owners()
    {
        var known = new KnownProgramme(ProgrammeImport.Empty, new Dictionary<string, DelegateId> { ["OLD-1111"] = new("d1") });

        Given.Read(known, ("delegates.csv", "id,name,badge\nd1,A,OLD-1111\n")).Imported();
        Given.Read(known, ("delegates.csv", "id,name,badge\nd2,A,OLD-1111\n")).OnlyProblem().Expected.ShouldContain("it is d1's");
    }

    [Fact]
    public void A_file_says_nothing_about_a_column_that_it_does_not_have()
    {
        var known = new KnownProgramme(Given.Read(("delegates.csv", "id,name,badge,organisation,language,vip,note\nd1,A,AAAA1111,Acme,fr,yes,Guide dog\n")).Imported());

        Given.Read(known, ("delegates.csv", "id,name,badge\nd1,B,AAAA1111\n")).Imported().Delegates[0]
            .ShouldBe(new(new("d1"), "B", "Acme", "", "fr", "AAAA1111", true, "Guide dog"));
        Given.Read(known, ("delegates.csv", "id,name,badge,note\nd1,B,AAAA1111,\n")).Imported().Delegates[0].Note.ShouldBe("");
    }

    [Fact]
    public void The_first_thousand_problems_are_listed_and_all_are_counted()
    {
        var reading = Given.Read(("delegates.csv", "id,name,badge\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"d{i},,BBBB{i}\n"))));

        reading.ProblemCount.ShouldBe(5_000);
        reading.Problems.Length.ShouldBe(1_000);
        reading.Problems[^1].Line.ShouldBe(1_001);
    }

    [Fact]
    public void A_wrong_value_is_repeated_up_to_eighty_characters()
    {
        var value = Given.Read(("delegates.csv", $"id,name,badge\nd1,{new string('x', 78)}😀{new string('y', 200)},AAAA1111\n")).OnlyProblem().Value;

        value.ShouldBe(new string('x', 78) + "…");
    }

    [Fact]
    public void A_file_of_another_name_or_one_that_is_given_twice_is_a_problem()
    {
        Given.Read(("people.csv", Given.Delegates)).OnlyProblem().Expected.ShouldBe(
            "a file named venues.csv, rooms.csv, sessions.csv, delegates.csv, registrations.csv, or schedule XML");
        Given.Read(("delegates.csv", Given.Delegates), ("a/Delegates.CSV", Given.Delegates)).OnlyProblem().Expected.ShouldBe("each file once");
    }

    [Fact]
    public void The_demonstration_mission_imports_without_a_problem_or_a_warning()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "demonstration"), "*.csv").Select(f => new ImportFile(f, new MemoryStream(File.ReadAllBytes(f))));

        var reading = ProgrammeReader.Read(files, KnownProgramme.Nothing);

        var import = reading.Imported();
        reading.Warnings.ShouldBeEmpty();
        (import.Cities.Length, import.Venues.Length, import.Rooms.Length, import.Sessions.Length, import.Delegates.Length).ShouldBe((3, 9, 31, 64, 372));
        import.Cities.Select(c => c.Id.Value).ShouldBe(["mexico-city", "monterrey", "guadalajara"]);
        import.Sessions.Single(s => s.Id.Value == "feb16-opening-plenary").DoorsOpen.ShouldBe(At(14, 30));
    }

    [Fact]
    public void Progress_grows_to_one_and_counts_the_rows()
    {
        var reports = new Reports();
        var delegates = "id,name,badge\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"d{i},A B C,BBBB{i}\n"));

        ProgrammeReader.Read([Given.File("delegates.csv", delegates), Given.File("venues.csv", Given.Venues)], KnownProgramme.Nothing, progress: reports);

        reports.All.Count.ShouldBeGreaterThan(20);
        reports.All[^1].ShouldBe(new("delegates.csv", 20_000, 1));
        reports.All.Zip(reports.All.Skip(1)).ShouldAllBe(pair => pair.First.Fraction <= pair.Second.Fraction);
    }

    [Fact]
    public void A_reading_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        var delegates = "id,name,badge\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"d{i},A B C,BBBB{i}\n"));
        var onFirstReport = new Reports { Then = stop.Cancel };

        Should.Throw<OperationCanceledException>(
            () => ProgrammeReader.Read([Given.File("delegates.csv", delegates)], KnownProgramme.Nothing, progress: onFirstReport, cancellationToken: stop.Token));
        onFirstReport.All.Count.ShouldBe(1);
    }

    private static ImportReading InToronto(string start) => Given.Read(
        ("venues.csv", "id,name,city,timeZone,legal\nv1,P,Toronto,America/Toronto,300\n"), ("rooms.csv", Given.Rooms),
        ("sessions.csv", $"id,room,title,kind,access,start,end\ns1,r1,T,plenary,open,{start},2026-12-01T10:00\n"));

    private static DateTimeOffset At(int utcHour, int minute = 0) => new(2026, 2, 16, utcHour, minute, 0, TimeSpan.Zero);

    private sealed class Reports : IProgress<ImportProgress>
    {
        public List<ImportProgress> All { get; } = [];

        public Action Then { get; init; } = () => { };

        public void Report(ImportProgress value)
        {
            All.Add(value);
            Then();
        }
    }
}
