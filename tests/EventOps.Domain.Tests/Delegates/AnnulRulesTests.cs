using EventOps.Contracts.Scans;
using EventOps.Domain.Delegates;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Delegates;

public sealed class AnnulRulesTests
{
    private static readonly JournalEntry Scan = EmptyCentre().Scan(Entry(Ana, HallDoor, Nine));

    [Fact]
    public void The_same_device_annuls_within_fifteen_minutes()
    {
        AnnulRules.Check(Scan, null, Annulment(Scan, Nine.AddMinutes(15))).ShouldBeNull();
        AnnulRules.Check(Scan, null, Annulment(Scan, Nine.AddMinutes(15).AddTicks(1)))
            .ShouldBe("This scan is more than 15 minutes old; a supervisor can annul it.");
    }

    [Fact]
    public void Another_device_does_not_annul() =>
        AnnulRules.Check(Scan, null, Annulment(Scan, Nine) with { Device = OtherGate }).ShouldBe("Another device made this scan; a supervisor can annul it.");

    [Fact]
    public void A_supervisor_annuls_from_any_device_and_at_any_time() =>
        AnnulRules.Check(Scan, null, Annulment(Scan, Nine.AddDays(3)) with { Device = OtherGate, BySupervisor = true }).ShouldBeNull();

    [Fact]
    public void A_scan_is_annulled_once()
    {
        var annulment = Scan with { Kind = EntryKind.Annulled };

        AnnulRules.Check(Scan, annulment, Annulment(Scan, Nine) with { BySupervisor = true }).ShouldBe("This scan has been annulled already.");
    }

    [Fact]
    public void An_exit_is_annulled_as_an_admission_is() =>
        AnnulRules.Check(Scan with { Kind = EntryKind.Exited }, null, Annulment(Scan, Nine)).ShouldBeNull();

    [Theory]
    [InlineData(EntryKind.Refused)]
    [InlineData(EntryKind.Departed)]
    [InlineData(EntryKind.Annulled)]
    public void Nothing_else_is_annulled(EntryKind kind) =>
        AnnulRules.Check(Scan with { Kind = kind }, null, Annulment(Scan, Nine) with { BySupervisor = true })
            .ShouldBe("Only an admission or an exit can be annulled; this scan changed nothing.");
}
