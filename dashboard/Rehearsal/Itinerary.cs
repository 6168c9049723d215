using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;
using EventOps.Domain.Missions;

namespace EventOps.Dashboard.Rehearsal;

/// <summary>One thing that a member of the crowd will do.</summary>
/// <param name="At">When, on the mission's clock.</param>
/// <param name="Delegate">Who.</param>
/// <param name="Door">Where.</param>
/// <param name="Direction">In or out.</param>
public readonly record struct Step(DateTimeOffset At, DelegateId Delegate, Door Door, Direction Direction);

/// <summary>
/// What a crowd does on a programme: people arrive in a wave before each of their sessions, two in three within the last half hour, some late; some forget to
/// be scanned out, some go for a coffee and come back, some try the wrong door, some are scanned twice. The same seed gives the same crowd.
/// </summary>
public static class Itinerary
{
    /// <summary>How many of those who are registered come.</summary>
    private const double Shows = 0.9;

    /// <summary>All steps of everyone, in the order of time.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="people">Everyone who may come.</param>
    /// <param name="registrations">Who is expected where; sessions that are open draw others too.</param>
    /// <param name="seed">Which crowd.</param>
    public static IReadOnlyList<Step> Of(MissionProgramme programme, IReadOnlyList<DelegateId> people, IReadOnlyList<Registration> registrations, int seed)
    {
        var index = ProgrammeIndex.Of(programme);
        var sessions = programme.Sessions.Where(session => session.Status == SessionStatus.Scheduled).OrderBy(session => session.Start).ToList();
        var expected = registrations.ToLookup(registration => registration.Session, registration => registration.Delegate);
        var free = people.ToDictionary(person => person, _ => DateTimeOffset.MinValue);
        var steps = new List<Step>();
        var chance = new Random(seed);

        foreach (var session in sessions)
        {
            var room = index.Room(session.Room)!;
            var door = new Door(room.Venue, room.Id, session.Id);
            foreach (var person in Drawn(session, room, expected[session.Id], people, chance))
            {
                var arrives = Arrival(session, chance);
                if (free[person] > arrives)
                    arrives = free[person] + Minutes(chance, 3, 10);
                if (arrives >= session.End - TimeSpan.FromMinutes(10))
                    continue;
                free[person] = Attend(steps, new Visit(person, session, door, arrives), chance);
            }
        }

        steps.Sort((one, other) => one.At.CompareTo(other.At));
        return steps;
    }

    private static IEnumerable<DelegateId> Drawn(Session session, Room room, IEnumerable<DelegateId> expected, IReadOnlyList<DelegateId> people, Random chance)
    {
        var drawn = new HashSet<DelegateId>(expected.Where(_ => chance.NextDouble() < Shows));
        if (people.Count == 0)
            return drawn;

        // An open session fills from everyone, now and then a little more than it holds; elsewhere a few try without being expected.
        var walkIns = session.Access == AccessRule.Open && drawn.Count < room.Comfort / 2
            ? Math.Min(people.Count / 2, (int)(room.Legal * (0.25 + 0.85 * chance.NextDouble()))) - drawn.Count
            : Math.Max(1, drawn.Count / 25);
        for (var tried = 0; tried < walkIns; tried++)
            drawn.Add(people[chance.Next(people.Count)]);
        return drawn;
    }

    private static DateTimeOffset Arrival(Session session, Random chance)
    {
        var minutes = chance.NextDouble() switch
        {
            < 0.04 => -chance.Next(35, 50),
            < 0.30 => -chance.Next(25, 35),
            < 0.90 => -(30 - 30 * Math.Sqrt(chance.NextDouble())),
            _ => chance.Next(1, 15),
        };
        return session.Start + TimeSpan.FromMinutes(minutes) + TimeSpan.FromSeconds(chance.Next(60));
    }

    private static DateTimeOffset Attend(List<Step> steps, Visit visit, Random chance)
    {
        var (person, session, door, arrives) = visit;
        var venue = new Door(door.Venue, null, null);
        if (chance.NextDouble() < 0.5)
            steps.Add(new Step(arrives - Minutes(chance, 2, 6), person, venue, Direction.Entry));
        steps.Add(new Step(arrives, person, door, Direction.Entry));
        if (chance.NextDouble() < 0.03)
            steps.Add(new Step(arrives + TimeSpan.FromSeconds(chance.Next(5, 40)), person, door, Direction.Entry));

        var leaves = session.End + Minutes(chance, -8, 6);
        if (chance.NextDouble() < 0.08 && leaves - arrives > TimeSpan.FromMinutes(40))
        {
            var coffee = arrives + Minutes(chance, 15, 30);
            steps.Add(new Step(coffee, person, door, Direction.Exit));
            steps.Add(new Step(coffee + Minutes(chance, 4, 9), person, door, Direction.Entry));
        }

        if (leaves <= arrives)
            leaves = arrives + TimeSpan.FromMinutes(5);
        if (chance.NextDouble() < 0.92)
            steps.Add(new Step(leaves, person, door, Direction.Exit));
        steps.Add(new Step(leaves + Minutes(chance, 2, 15), person, venue, Direction.Exit));
        return leaves + TimeSpan.FromMinutes(16);
    }

    private static TimeSpan Minutes(Random chance, int from, int to) => TimeSpan.FromSeconds(chance.Next(from * 60, to * 60));

    private readonly record struct Visit(DelegateId Person, Session Session, Door Door, DateTimeOffset Arrives);
}
