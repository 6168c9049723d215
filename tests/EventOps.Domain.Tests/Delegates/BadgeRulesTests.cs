using EventOps.Contracts.Delegates;
using EventOps.Contracts.Scans;
using EventOps.Domain.Delegates;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Delegates;

public sealed class BadgeRulesTests
{
    private static readonly Badge[] Badges = [new("old", Nine.AddDays(-1), "Lost"), new(CodeOf(Ana), null, null)];

    [Fact]
    public void The_active_badge_is_good() => BadgeRules.Check(Badges, Entry(Ana, HallDoor, Nine)).ShouldBeNull();

    [Fact]
    public void A_revoked_badge_is_refused_with_when_and_why() =>
        BadgeRules.Check(Badges, Entry(Ana, HallDoor, Nine) with { Code = "old" })
            .ShouldBe(new Refusal(RefusalReason.RevokedBadge, new RefusalFacts { RevokedAt = Nine.AddDays(-1), RevokedWhy = "Lost" }));

    [Fact]
    public void A_code_that_was_never_this_persons_is_refused_as_unknown() =>
        BadgeRules.Check(Badges, Entry(Ana, HallDoor, Nine) with { Code = "OLD" }).ShouldBe(new Refusal(RefusalReason.UnknownBadge));

    [Fact]
    public void A_code_of_ours_is_good_however_it_was_typed_and_one_of_an_import_as_it_is_written()
    {
        Badge[] badges = [new(BadgeCode.From(7), null, null), new("Import-1", null, null)];

        BadgeRules.Check(badges, Entry(Ana, HallDoor, Nine) with { Code = "9222-2222 2222-2222-2229" }).ShouldBeNull();
        BadgeRules.Check(badges, Entry(Ana, HallDoor, Nine) with { Code = "Import-1" }).ShouldBeNull();
        BadgeRules.Check(badges, Entry(Ana, HallDoor, Nine) with { Code = "import-1" }).ShouldBe(new Refusal(RefusalReason.UnknownBadge));
    }

    [Fact]
    public void Someone_picked_by_name_shows_no_badge() =>
        BadgeRules.Check([], Entry(Ana, HallDoor, Nine) with { Code = null }).ShouldBeNull();

    [Fact]
    public void An_exit_with_a_revoked_badge_succeeds() =>
        BadgeRules.Check(Badges, Exit(Ana, HallDoor, Nine) with { Code = "old" }).ShouldBeNull();
}
