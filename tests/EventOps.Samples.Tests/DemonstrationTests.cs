using Shouldly;
using Xunit;

namespace EventOps.Samples.Tests;

public sealed class DemonstrationTests
{
    private static readonly List<Delegate> Delegates = Crowd.Draw(Demonstration.Seed, Demonstration.Delegates);
    private static readonly List<Registration> Expected = Registrations.Draw(Demonstration.Seed, Delegates, [.. Agenda.Sessions.OrderBy(s => s.Start)]);

    [Fact]
    public void The_committed_files_are_what_the_generator_writes()
    {
        var written = Demonstration.Write();

        Directory.GetFiles(Committed, "*.csv").Select(Path.GetFileName).Order().ShouldBe(written.Keys.Order());
        foreach (var (name, content) in written)
            File.ReadAllBytes(Path.Combine(Committed, name)).SequenceEqual(content).ShouldBeTrue($"{name} differs: run the generator again.");
    }

    [Fact]
    public void The_mission_has_the_size_that_was_announced()
    {
        Delegates.Count.ShouldBe(372);
        Delegates.Select(d => d.Organisation).Distinct().Count().ShouldBe(243);
        Delegates.Select(d => d.Sector).Distinct().Count().ShouldBe(4);
        Places.Venues.Count.ShouldBe(9);
        Places.Venues.Select(v => v.CityId).Distinct().Count().ShouldBe(3);
        Places.Rooms.Count.ShouldBe(31);
        Agenda.Sessions.Count.ShouldBe(64);
        Agenda.Sessions.Select(s => s.Kind).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void Ids_and_badges_are_given_once()
    {
        Delegates.Select(d => d.Id).ShouldBeUnique();
        Delegates.Select(d => d.Badge).ShouldBeUnique();
        Agenda.Sessions.Select(s => s.Id).ShouldBeUnique();
        Places.Rooms.Select(r => r.Id).ShouldBeUnique();
    }

    [Fact]
    public void Some_rooms_expect_more_than_is_comfortable_and_a_few_more_than_is_legal()
    {
        var rooms = Places.Rooms.ToDictionary(r => r.Id);
        var expected = Expected.CountBy(r => r.Session).ToDictionary();
        int Over(Func<Room, int> limit) => Agenda.Sessions.Count(s => expected.GetValueOrDefault(s.Id) > limit(rooms[s.Room]));

        Over(r => r.Comfort).ShouldBeInRange(15, 35);
        Over(r => r.Legal).ShouldBeInRange(2, 6);
    }

    [Fact]
    public void Comfort_is_below_legal_in_every_room() => Places.Rooms.ShouldAllBe(r => r.Comfort < r.Legal);

    [Fact]
    public void Nobody_is_expected_at_two_sessions_at_once_or_in_two_cities_after_the_split()
    {
        var sessions = Agenda.Sessions.ToDictionary(s => s.Id);
        var venues = Places.Venues.ToDictionary(v => v.Id);
        var rooms = Places.Rooms.ToDictionary(r => r.Id);
        foreach (var person in Expected.GroupBy(r => r.Delegate))
        {
            var mine = person.Select(r => sessions[r.Session]).OrderBy(s => s.Start).ToList();
            foreach (var (first, second) in mine.Zip(mine.Skip(1)))
                first.End.ShouldBeLessThanOrEqualTo(second.Start, $"{person.Key}: {first.Id} and {second.Id}");
            mine.Where(s => s.Start.Day > 17).Select(s => venues[rooms[s.Room].Venue].CityId).Distinct().Count().ShouldBeLessThanOrEqualTo(1);
        }
    }

    [Fact]
    public void No_room_has_two_sessions_at_once()
    {
        foreach (var room in Agenda.Sessions.GroupBy(s => s.Room))
        {
            var booked = room.OrderBy(s => s.Start).ToList();
            foreach (var (first, second) in booked.Zip(booked.Skip(1)))
                first.End.ShouldBeLessThanOrEqualTo(second.Start, $"{first.Id} and {second.Id}");
        }
    }

    [Fact]
    public void Monday_opens_at_half_past_eight_with_a_plenary_for_everyone()
    {
        var opening = Agenda.Sessions.Single(s => s.Id == "feb16-opening-plenary");

        opening.DoorsOpen.ShouldBe(new DateTime(2026, 2, 16, 8, 30, 0));
        Expected.Count(r => r.Session == opening.Id).ShouldBeGreaterThan(350);
        Expected.Count(r => r.Session == opening.Id && r.Seat == "held").ShouldBe(9);
    }

    [Fact]
    public void A_bigger_crowd_keeps_the_proportion_of_organisations_and_the_badges_unique()
    {
        var crowd = Crowd.Draw(7, 20_000);

        crowd.Count.ShouldBe(20_000);
        crowd.Select(d => d.Badge).ShouldBeUnique();
        crowd.Select(d => d.Organisation).Distinct().Count().ShouldBe(20_000 * 243 / 372);
    }

    [Fact]
    public void The_generator_gives_the_reference_numbers_of_SplitMix64()
    {
        // the first three outputs for seed 1234567, as published with the algorithm
        var chance = new Chance(1234567);

        chance.Next().ShouldBe(6457827717110365317UL);
        chance.Next().ShouldBe(3203168211198807973UL);
        chance.Next().ShouldBe(9817491932198370423UL);
    }

    [Fact]
    public void A_badge_code_shows_any_wrong_character_and_any_swap_of_neighbours()
    {
        var code = BadgeCode.Draw(new Chance(3));
        code.Length.ShouldBe(17);
        bool Valid(ReadOnlySpan<char> c) => BadgeCode.Check(c[..16]) == c[16];
        Valid(code).ShouldBeTrue();

        for (var i = 0; i < code.Length; i++)
        {
            foreach (var other in BadgeCode.Alphabet.Where(c => c != code[i]))
                Valid(code[..i] + other + code[(i + 1)..]).ShouldBeFalse();
            if (i + 1 < 16 && code[i] != code[i + 1])
                Valid(code[..i] + code[i + 1] + code[i] + code[(i + 2)..]).ShouldBeFalse();
        }
    }

    private static string Committed => Path.Combine(AppContext.BaseDirectory, "demonstration");
}
