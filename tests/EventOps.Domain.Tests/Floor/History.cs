using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;
using FsCheck;
using FsCheck.Fluent;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Floor;

/// <summary>What one step of a history does.</summary>
internal enum StepKind
{
    Enter,
    Leave,
    Repeat,
    Annul,
}

/// <summary>One step, by number, so that a history that fails can be made shorter and still means something.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Person">Who, or one more than everyone for a code that is nobody's.</param>
/// <param name="Door">Where.</param>
/// <param name="Earlier">Which earlier scan, for a repeat or an annulment.</param>
/// <param name="Seconds">How much later than the last step.</param>
/// <param name="IsBold">An override for an entry, a revoked badge for an exit, a supervisor for an annulment.</param>
/// <param name="ByName">Whether the person is picked by name.</param>
internal sealed record Step(StepKind Kind, int Person, int Door, int Earlier, int Seconds, bool IsBold, bool ByName);

/// <summary>A random mission of two cities, three venues, six rooms, four sessions and 25 delegates, and what happens in it.</summary>
/// <param name="Capacities">Legal capacity of the venues, then legal and comfort capacity of the rooms.</param>
/// <param name="Steps">What happens, at most 200 steps.</param>
internal sealed record History(ImmutableArray<int> Capacities, ImmutableArray<Step> Steps)
{
    private const int People = 25;

    private static readonly Gen<Step> AnyStep =
        from kind in Gen.Frequency(
            (10, Gen.Constant(StepKind.Enter)), (4, Gen.Constant(StepKind.Leave)), (2, Gen.Constant(StepKind.Repeat)), (3, Gen.Constant(StepKind.Annul)))
        from numbers in Gen.Choose(0, int.MaxValue)
        select new Step(
            kind,
            numbers % (People + 1),
            numbers / 26 % 13,
            numbers / 338 % 200,
            numbers / 67_600 % 120,
            numbers / 8_112_000 % 3 == 0,
            numbers / 24_336_000 % 4 == 0);

    /// <summary>Histories, long ones among them.</summary>
    public static Arbitrary<History> Any { get; } = Arb.From(
        from capacities in Gen.Choose(1, 6).ArrayOf(15)
        from length in Gen.Choose(1, 200)
        from steps in AnyStep.ArrayOf(length)
        select new History([.. capacities], [.. steps]),
        Shorter);

    /// <summary>The mission in which it happens.</summary>
    public MissionProgramme Programme => new(
        Expo,
        "Expo",
        1,
        MissionClock.Real,
        [new City(MexicoCity, "Ciudad de México", "America/Mexico_City"), new City(Monterrey, "Monterrey", "America/Monterrey")],
        [.. Enumerable.Range(0, 3).Select(venue => new Venue(VenueOf(venue), venue < 2 ? MexicoCity : Monterrey, $"Venue {venue}", "", 2 * Capacities[venue]))],
        [.. Enumerable.Range(0, 6).Select(AnyRoom)],
        [.. Enumerable.Range(0, 4).Select(session => PlenarySession((AccessRule)(session % 3)) with
        {
            Id = SessionOf(session),
            Room = RoomOf(session),
            DoorsOpen = Nine.AddMinutes(10 * session),
            DoorsClose = Nine.AddMinutes(100),
        })]);

    /// <summary>The mission before anything has happened.</summary>
    public FloorModel Begin() => new(Programme, Registrations(), Enumerable.Range(0, People).ToImmutableDictionary(PersonOf, Badges));

    /// <summary>Lets it happen in a floor; after each step the check is told the answer, or null when the rules did not allow the step.</summary>
    public FloorModel Play(Action<FloorModel, JournalEntry?>? check = null)
    {
        var floor = Begin();
        var sent = new List<ScanCommand>();
        var at = Nine;
        foreach (var step in Steps)
        {
            at = at.AddSeconds(step.Seconds);
            var answer = Do(floor, step, sent, at);
            check?.Invoke(floor, answer);
        }

        return floor;
    }

    /// <summary>A scan that a step stands for.</summary>
    public ScanCommand Scan(Step step, int number, DateTimeOffset at)
    {
        DelegateId? person = step.Person < People ? PersonOf(step.Person) : null;
        var isEntry = step.Kind != StepKind.Leave;
        return Entry(person, DoorOf(step.Door), at) with
        {
            ScanId = IdOf(1, number),
            Direction = isEntry ? Direction.Entry : Direction.Exit,
            Code = person is null ? "code-of-nobody" : step.ByName ? null : step.IsBold && step.Door % 4 == 0 ? $"old-{person}" : CodeOf(person.Value),
            OverrideReason = step.IsBold && isEntry ? "Protocol asked" : null,
            Device = new DeviceId($"gate-{step.Door}"),
        };
    }

    public override string ToString() => $"Capacities {string.Join(' ', Capacities)}{Environment.NewLine}{string.Join(Environment.NewLine, Steps)}";

    private JournalEntry? Do(FloorModel floor, Step step, List<ScanCommand> sent, DateTimeOffset at)
    {
        var earlier = sent.Count == 0 ? null : sent[sent.Count - 1 - step.Earlier % Math.Min(sent.Count, step.IsBold ? 200 : 8)];
        switch (step.Kind)
        {
            case StepKind.Repeat when earlier is not null:
                return floor.Scan(earlier with { SentAt = at, ReceivedAt = at });
            case StepKind.Annul when earlier is { Delegate: not null }:
                return floor.Annul(new AnnulCommand(
                    IdOf(2, floor.Journal.Count), earlier.ScanId, Expo, at, earlier.Device, Olga, step.IsBold, "Wrong person", 1));
            default:
                sent.Add(Scan(step, sent.Count, at));
                return floor.Scan(sent[^1]);
        }
    }

    private static IEnumerable<History> Shorter(History history)
    {
        var steps = history.Steps;
        for (var chunk = steps.Length / 2; chunk > 0; chunk /= 2)
        {
            for (var from = 0; from + chunk <= steps.Length; from += chunk)
                yield return history with { Steps = steps.RemoveRange(from, chunk) };
        }
    }

    /// <summary>Every other person is expected in a session; every fourth has a seat held.</summary>
    public static IEnumerable<Registration> Registrations() =>
        from person in Enumerable.Range(0, People)
        from session in Enumerable.Range(0, 4)
        where (person + session) % 2 == 0
        select new Registration(
            SessionOf(session), PersonOf(person), person % 3 == 0 ? RegistrationKind.Invited : RegistrationKind.Registered, (person + session) % 8 == 0);

    private static ImmutableArray<Badge> Badges(int person) =>
        [new Badge($"old-{PersonOf(person)}", Nine.AddDays(-1), "Lost"), new Badge(CodeOf(PersonOf(person)), null, null)];

    private Room AnyRoom(int number)
    {
        var (legal, comfort) = (Capacities[3 + number], Capacities[9 + number]);
        return new Room(RoomOf(number), VenueOf(number / 2), $"Room {number}", legal, Math.Min(legal, comfort));
    }

    private static Door DoorOf(int number) => number switch
    {
        < 3 => new Door(VenueOf(number), null, null),
        < 9 => new Door(VenueOf((number - 3) / 2), RoomOf(number - 3), null),
        _ => new Door(VenueOf((number - 9) / 2), RoomOf(number - 9), SessionOf(number - 9)),
    };

    private static Guid IdOf(int kind, int number) => new(number, (short)kind, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);

    private static DelegateId PersonOf(int number) => new($"d-{number}");

    private static VenueId VenueOf(int number) => new($"v-{number}");

    private static RoomId RoomOf(int number) => new($"r-{number}");

    private static SessionId SessionOf(int number) => new($"s-{number}");
}
