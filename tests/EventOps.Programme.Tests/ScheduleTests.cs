using EventOps.Contracts.Missions;
using EventOps.Programme.Schedule;
using Shouldly;
using Xunit;

namespace EventOps.Programme.Tests;

public sealed class ScheduleTests
{
    private static readonly ScheduleOptions Sized = new() { DefaultCapacity = new(500, 450) };

    [Fact]
    public void A_schedule_becomes_a_city_a_venue_rooms_and_open_sessions()
    {
        var import = Read(Sized, """
            <schedule><conference><title>Camp</title><city>Berlin</city><venue>Old Gasworks</venue><time_zone_name>Europe/Berlin</time_zone_name></conference>
            <day date="2026-07-01"><room name="Große Bühne">
              <event id="12" guid="g"><date>2026-07-01T20:00:00+02:00</date><start>20:00</start><duration>01:30</duration><title> Hello
                 again </title><type>lecture</type><persons><person id="1">Ann</person><person>Bo</person></persons></event>
            </room><room name="Loft"><event id="13"><date>2026-07-01T20:00:00+02:00</date><duration>00:45</duration><title>Knots</title><type>Workshop</type></event></room></day></schedule>
            """).Imported();

        import.Cities.ShouldBe([new City(new("berlin"), "Berlin", "Europe/Berlin")]);
        import.Venues.ShouldBe([new Venue(new("old-gasworks"), new("berlin"), "Old Gasworks", "", 1000)]);
        import.Rooms.ShouldBe([new Room(new("grosse-buhne"), new("old-gasworks"), "Große Bühne", 500, 450), new Room(new("loft"), new("old-gasworks"), "Loft", 500, 450)]);
        import.Sessions[0].ShouldBe(new Session(new("12"), new("grosse-buhne"), "Hello again", SessionKind.Plenary, AccessRule.Open,
            Utc(7, 1, 18), Utc(7, 1, 19, 30), Utc(7, 1, 17, 30), Utc(7, 1, 19, 30), "Ann, Bo", "", SessionStatus.Scheduled, ""));
        import.Sessions[1].Kind.ShouldBe(SessionKind.Workshop);
    }

    [Theory]
    // a date with a time is the moment, whatever stands around it
    [InlineData("date='2026-07-01'", "<date>2026-07-02T00:15:00+02:00</date><start>23:00</start>", "2026-07-01T22:15Z")]
    [InlineData("date='2026-07-01'", "<date>2026-07-01T09:30:00</date>", "2026-07-01T07:30Z")]
    [InlineData("date='2026-07-01'", "<date>2026-07-01T10:00:00Z</date>", "2026-07-01T10:00Z")]
    // pretalx: days begin at four
    [InlineData("date='2026-07-01' start='2026-07-01T04:00:00+02:00' end='2026-07-02T03:59:00+02:00'", "<start>00:30</start>", "2026-07-01T22:30Z")]
    [InlineData("date='2026-07-01' start='2026-07-01T04:00:00' end='2026-07-02T03:59:00'", "<start>04:00</start>", "2026-07-01T02:00Z")]
    // frab: the day's own hours
    [InlineData("date='2026-07-01' start='2026-07-01T11:30:00+02:00' end='2026-07-02T06:00:00+02:00'", "<start>05:15</start>", "2026-07-02T03:15Z")]
    [InlineData("date='2026-07-01' start='2026-07-01T11:30:00+02:00'", "<start>11:30</start>", "2026-07-01T09:30Z")]
    // the day's hours in UTC: 05:30 is half past seven in Berlin
    [InlineData("date='2026-07-01' start='2026-07-01T05:30:00+00:00'", "<start>07:30</start>", "2026-07-01T05:30Z")]
    [InlineData("date='2026-07-01' start='2026-07-01T05:30:00+00:00'", "<start>07:00</start>", "2026-07-02T05:00Z")]
    // nothing is said: the day begins at four
    [InlineData("date='2026-07-01'", "<start>03:59</start>", "2026-07-02T01:59Z")]
    [InlineData("date='2026-07-01'", "<start>4:00</start>", "2026-07-01T02:00Z")]
    // a date without a time says the day
    [InlineData("date='2026-07-01'", "<date>2026-07-02</date><start>00:30</start>", "2026-07-01T22:30Z")]
    [InlineData("date='2026-07-01'", "<date>2026-07-01</date><start>00:30</start>", "2026-07-01T22:30Z")]
    // summer time ends: the same clock is another moment
    [InlineData("date='2026-10-24'", "<start>03:30</start>", "2026-10-25T02:30Z")]
    [InlineData("date='2026-10-24'", "<start>23:30</start>", "2026-10-24T21:30Z")]
    public void Starts_are_told_as_each_writer_of_the_format_means_them(string day, string times, string expected) =>
        Read(Sized, Berlin(day, times + "<duration>00:30</duration>")).Imported().Sessions[0].Start.ShouldBe(DateTimeOffset.Parse(expected, null));

    [Theory]
    [InlineData("<day_change>09:00:00</day_change>", "08:30", "2026-07-02T06:30Z")]
    [InlineData("<day_change>09:00</day_change>", "09:00", "2026-07-01T07:00Z")]
    [InlineData("<day_change>00:00:00</day_change>", "00:30", "2026-06-30T22:30Z")]
    public void Pentabarf_says_when_its_days_change(string dayChange, string start, string expected)
    {
        var text = Berlin("date='2026-07-01'", $"<start>{start}</start><duration>00:30</duration>").Replace("</conference>", dayChange + "</conference>", StringComparison.Ordinal);

        Read(Sized, text).Imported().Sessions[0].Start.ShouldBe(DateTimeOffset.Parse(expected, null));
    }

    [Fact]
    public void A_start_in_the_hour_that_the_clocks_skip_is_a_problem() =>
        Read(Sized, Berlin("date='2026-03-28'", "<start>02:30</start><duration>00:30</duration>")).OnlyProblem()
            .Expected.ShouldBe("a time that exists: in Europe/Berlin the clocks go forward over it that day");

    [Theory]
    [InlineData("01:30", 90)]
    [InlineData("45", 45)]
    [InlineData("1:02:30", 26 * 60 + 30)]
    [InlineData("25:30", 25 * 60 + 30)]
    public void Durations_are_hours_days_or_minutes(string text, int minutes)
    {
        var session = Read(Sized, Berlin("date='2026-07-01'", $"<start>10:00</start><duration>{text}</duration>")).Imported().Sessions[0];

        (session.End - session.Start).ShouldBe(TimeSpan.FromMinutes(minutes));
    }

    [Theory]
    [InlineData("<start>10:00</start><duration>00:00</duration>", "duration", "00:00")]
    [InlineData("<start>10:00</start><duration>1:99</duration>", "duration", "1:99")]
    [InlineData("<start>10:00</start>", "duration", "")]
    [InlineData("<start>noon</start><duration>00:30</duration>", "start", "noon")]
    [InlineData("<date>2026-13-01T10:00:00+02:00</date><duration>00:30</duration>", "date", "2026-13-01T10:00:00+02:00")]
    public void What_cannot_be_told_is_a_problem_at_the_events_line(string times, string column, string value)
    {
        var problem = Read(Sized, Berlin("date='2026-07-01'", times)).OnlyProblem();

        (problem.File, problem.Line, problem.Column, problem.Value).ShouldBe(("schedule.xml", 3, column, value));
    }

    [Fact]
    public void A_room_without_a_capacity_is_a_problem_that_says_how_to_give_it()
    {
        var problem = Read(new(), Berlin("date='2026-07-01'", "<start>10:00</start><duration>00:30</duration>")).OnlyProblem();

        problem.ShouldBe(new("schedule.xml", 3, "room", "Saal 1",
            "what the room holds: --capacity \"Saal 1=LEGAL/COMFORT\", or --default-capacity LEGAL/COMFORT, or a rooms.csv with room,legal,comfort"));
    }

    [Theory]
    [InlineData("saal 1")]
    [InlineData("saal-1")]
    public void A_capacity_is_given_by_a_rooms_name_or_id(string room)
    {
        var text = Berlin("date='2026-07-01'", "<start>10:00</start><duration>00:30</duration>");
        var options = new ScheduleOptions();

        Read(options with { Capacities = options.Capacities.Add(room, new(3000, 2800)) }, text).Imported().Rooms[0].Legal.ShouldBe(3000);
        Given.Read(("schedule.xml", text), ("rooms.csv", $"room,legal,comfort\n{room},3000,2800\n")).Imported().Rooms[0].Comfort.ShouldBe(2800);
    }

    [Fact]
    public void A_schedule_that_is_imported_again_keeps_what_it_does_not_say()
    {
        var text = Berlin("date='2026-07-01'", "<start>10:00</start><duration>00:30</duration>");
        var first = Read(Sized, text).Imported();
        var known = new KnownProgramme(first with { Sessions = [first.Sessions[0] with { Access = AccessRule.Registered, HeldFor = "Press" }] });

        var again = ProgrammeReader.Read([Given.File("schedule.xml", text)], known).Imported();

        ImportDiff.Compare(known, again).ShouldBe(new(new(0, 0, 1), new(0, 0, 1), new(0, 0, 1), new(0, 0, 1), default, default));
    }

    [Theory]
    [InlineData("3000/2800", true)]
    [InlineData(" 3000 / 3000 ", true)]
    [InlineData("3000", false)]
    [InlineData("2800/3000", false)]
    [InlineData("0/0", false)]
    public void A_capacity_is_legal_and_comfort(string text, bool good) => RoomCapacity.TryParse(text, out _).ShouldBe(good);

    [Fact]
    public void A_rooms_capacity_is_told_after_its_name()
    {
        RoomCapacity.TryParse("A=B=30/20", out var room, out var capacity).ShouldBeTrue();
        (room, capacity).ShouldBe(("A=B", new RoomCapacity(30, 20)));
        RoomCapacity.TryParse("=30/20", out _, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Berlin", "Europe/Berlin")]
    [InlineData("Mexico City", "America/Mexico_City")]
    [InlineData("America/Toronto", "America/Toronto")]
    public void A_time_zone_may_be_a_citys_name(string name, string zone)
    {
        var text = Berlin("date='2026-07-01'", "<start>10:00</start><duration>00:30</duration>").Replace("Europe/Berlin", name, StringComparison.Ordinal);

        Read(Sized, text).Imported().Cities[0].TimeZone.ShouldBe(zone);
    }

    [Fact]
    public void Without_a_time_zone_the_one_offset_of_all_times_is_it()
    {
        var text = Berlin("date='2014-12-27'", "<date>2014-12-27T11:00:00+01:00</date><duration>00:30</duration>").Replace("Europe/Berlin", "", StringComparison.Ordinal);

        var import = Read(Sized, text).Imported();

        import.Cities[0].TimeZone.ShouldBe("Etc/GMT-1");
        import.Sessions[0].Start.ShouldBe(new DateTimeOffset(2014, 12, 27, 10, 0, 0, TimeSpan.Zero));
        Read(Sized with { TimeZone = "Europe/Berlin" }, text).Imported().Cities[0].TimeZone.ShouldBe("Europe/Berlin");
    }

    [Fact]
    public void Without_any_time_zone_it_is_asked_for()
    {
        var text = Berlin("date='2026-07-01'", "<start>10:00</start><duration>00:30</duration>").Replace("Europe/Berlin", "", StringComparison.Ordinal);

        Read(Sized, text).OnlyProblem().Expected.ShouldBe("an IANA time zone such as America/Mexico_City; the file names none, so give it: --time-zone");
    }

    [Fact]
    public void Rooms_whose_names_have_the_same_letters_or_no_latin_ones_get_ids_of_their_own()
    {
        var rooms = Read(Sized, """
            <schedule><conference><title>Camp</title><time_zone_name>Asia/Tokyo</time_zone_name></conference><day date="2026-07-01">
            <room name="Saal 1"><event id="1"><start>10:00</start><duration>1:00</duration><title>a</title></event></room>
            <room name="Sääl 1"><event id="2"><start>10:00</start><duration>1:00</duration><title>b</title></event></room>
            <room name="会議室"><event id="3"><start>10:00</start><duration>1:00</duration><title>c</title></event></room>
            </day></schedule>
            """).Imported().Rooms;

        rooms.Select(r => r.Name).ShouldBe(["Saal 1", "Sääl 1", "会議室"]);
        rooms.Select(r => r.Id.Value).ShouldBe(["saal-1", "saal-1-5bd821ad", "44e398e7"], "the marks are the same on every machine");
    }

    [Fact]
    public void An_event_that_stands_twice_is_a_problem_that_names_the_first()
    {
        var once = Berlin("date='2026-07-01'", "<start>10:00</start><duration>00:30</duration>");
        var problem = Read(Sized, once.Replace("</room>", "\n<event id='7'><start>11:00</start><duration>5</duration><title>x</title></event></room>", StringComparison.Ordinal)).OnlyProblem();

        (problem.Line, problem.Expected).ShouldBe((4, "each event once: line 3 has it already"));
    }

    [Fact]
    public void A_long_title_is_cut_and_told()
    {
        var text = Berlin("date='2026-07-01'", "<start>10:00</start><duration>00:30</duration>").Replace("Talk", new string('x', 300), StringComparison.Ordinal);

        var reading = Read(Sized, text);

        reading.Imported().Sessions[0].Title.ShouldBe(new string('x', 199) + "…");
        reading.Warnings.ShouldHaveSingleItem().Text.ShouldBe("The title of event 7 has 300 characters and was cut to 200.");
    }

    [Theory]
    [InlineData("<!DOCTYPE s [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><schedule>&a;</schedule>")]
    [InlineData("<!DOCTYPE s [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;'>]><schedule>&b;</schedule>")]
    [InlineData("<schedule><day>")]
    [InlineData("no xml")]
    [InlineData("")]
    public void Xml_that_is_broken_or_defines_anything_is_a_problem(string text) =>
        Read(Sized, text).OnlyProblem().Expected.ShouldStartWith("well-formed XML of at most 33554432 characters, without a DTD");

    [Fact]
    public void Other_xml_is_a_problem() => Read(Sized, "<rss/>").OnlyProblem().Expected.ShouldBe("schedule XML: a root element <schedule>");

    private static ImportReading Read(ScheduleOptions options, string text) =>
        ProgrammeReader.Read([Given.File("schedule.xml", text)], KnownProgramme.Nothing, options);

    private static string Berlin(string day, string times) => $"""
        <schedule><conference><title>Camp</title><time_zone_name>Europe/Berlin</time_zone_name></conference>
        <day {day}><room name="Saal 1">
        <event id="7">{times}<title>Talk</title></event></room></day></schedule>
        """;

    private static DateTimeOffset Utc(int month, int day, int hour, int minute = 0) => new(2026, month, day, hour, minute, 0, TimeSpan.Zero);
}
