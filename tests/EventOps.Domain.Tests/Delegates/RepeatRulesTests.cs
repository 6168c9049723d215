using EventOps.Contracts.Scans;
using EventOps.Domain.Delegates;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Delegates;

public sealed class RepeatRulesTests
{
    private static readonly ScanCommand Command = Entry(Ana, PlenaryDoor, Nine);
    private static readonly JournalEntry Answered = EmptyCentre().Scan(Command);

    [Fact]
    public void The_same_scan_sent_again_later_is_the_same() =>
        RepeatRules.IsSameScan(Answered, Command with { SentAt = Nine.AddMinutes(3), ReceivedAt = Nine.AddMinutes(3), CatalogueVersion = 99 }).ShouldBeTrue();

    [Fact]
    public void The_same_scan_of_a_session_that_has_moved_since_is_the_same() =>
        RepeatRules.IsSameScan(Answered, Command with { Door = PlenaryDoor with { Venue = Museum, Room = Gallery } }).ShouldBeTrue();

    [Fact]
    public void The_same_scan_in_another_time_zone_is_the_same() =>
        RepeatRules.IsSameScan(Answered, Command with { ScannedAt = Command.ScannedAt.ToOffset(TimeSpan.FromHours(-6)) }).ShouldBeTrue();

    [Fact]
    public void A_refused_scan_sent_again_is_the_same()
    {
        var refused = EmptyCentre().Scan(Command with { Refusal = new Refusal(RefusalReason.TooEarly) });

        RepeatRules.IsSameScan(refused, Command).ShouldBeTrue();
    }

    public static TheoryData<string, ScanCommand> OtherContent => new()
    {
        { "another code", Command with { Code = "other" } },
        { "by name", Command with { Code = null } },
        { "another direction", Command with { Direction = Direction.Exit } },
        { "another time", Command with { ScannedAt = Command.ScannedAt.AddTicks(1) } },
        { "another session", Command with { Door = HallDoor } },
        { "an override", Command.Override() },
    };

    [Theory]
    [MemberData(nameof(OtherContent), DisableDiscoveryEnumeration = true)]
    public void Other_content_is_another_scan(string what, ScanCommand other) => RepeatRules.IsSameScan(Answered, other).ShouldBeFalse(what);

    [Fact]
    public void Another_room_is_another_scan_where_there_is_no_session()
    {
        var atRoom = Entry(Ana, HallDoor, Nine);

        RepeatRules.IsSameScan(EmptyCentre().Scan(atRoom), atRoom with { Door = SalonDoor }).ShouldBeFalse();
    }

    [Fact]
    public void Another_person_picked_by_name_is_another_scan()
    {
        var byName = Command with { Code = null };

        RepeatRules.IsSameScan(EmptyCentre().Scan(byName), byName with { Delegate = Ben }).ShouldBeFalse();
    }

    [Theory]
    [InlineData(EntryKind.Departed)]
    [InlineData(EntryKind.Annulled)]
    public void What_was_no_scan_is_not_the_same_scan(EntryKind kind) => RepeatRules.IsSameScan(Answered with { Kind = kind }, Command).ShouldBeFalse();

    [Fact]
    public void An_annulment_is_the_same_when_it_annuls_the_same_scan_for_the_same_reason()
    {
        var command = Annulment(Answered, Nine);
        var entry = Answered with { Annuls = new AnnulledScan(Answered.ScanId, EntryKind.Admitted, Nine, true), Reason = command.Reason };

        RepeatRules.IsSameAnnulment(entry, command with { ReceivedAt = Nine.AddHours(1) }).ShouldBeTrue();
        RepeatRules.IsSameAnnulment(entry, command with { ScanId = Guid.NewGuid() }).ShouldBeFalse();
        RepeatRules.IsSameAnnulment(entry, command with { Reason = "Another" }).ShouldBeFalse();
        RepeatRules.IsSameAnnulment(Answered, command).ShouldBeFalse();
    }

    [Fact]
    public void A_departure_has_an_id_of_its_own_that_leads_back_to_the_scan()
    {
        var departure = RepeatRules.DepartureOf(Command.ScanId);

        departure.ShouldNotBe(Command.ScanId);
        RepeatRules.DepartureOf(departure).ShouldBe(Command.ScanId);
    }

    [Fact]
    public void The_id_of_a_departure_is_a_stored_contract() =>
        RepeatRules.DepartureOf(new Guid("0198c0de-0000-7000-8000-000000000001")).ShouldBe(new Guid("0198c0de-0000-7000-8000-0000000000d4"));
}
