using EventOps.Domain.Access;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Access;

public sealed class LockRulesTests
{
    private static readonly Account Account = new("Ana", []);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(7, 4)]
    [InlineData(8, 8)]
    [InlineData(9, 15)]
    [InlineData(10, 15)]
    [InlineData(1_000, 15)]
    public void After_so_many_wrong_passwords_in_a_row_it_is_locked_for_so_many_minutes(int wrong, int minutes)
    {
        var account = After(wrong);

        account.Failures.ShouldBe(wrong);
        account.LockedUntil.ShouldBe(minutes == 0 ? null : Nine.AddMinutes(minutes));
        LockRules.IsLocked(account, Nine).ShouldBe(minutes > 0);
    }

    [Fact]
    public void A_lock_never_becomes_shorter_with_one_more_wrong_password()
    {
        for (var wrong = 1; wrong < 100; wrong++)
            (After(wrong + 1).LockedUntil ?? Nine).ShouldBeGreaterThanOrEqualTo(After(wrong).LockedUntil ?? Nine);
    }

    [Fact]
    public void It_opens_on_the_very_moment()
    {
        var account = After(5);

        LockRules.IsLocked(account, Nine.AddMinutes(1).AddTicks(-1)).ShouldBeTrue();
        LockRules.IsLocked(account, Nine.AddMinutes(1)).ShouldBeFalse();
    }

    [Fact]
    public void The_right_password_begins_the_count_again()
    {
        var account = LockRules.AfterRight(After(7), Nine.AddHours(1));

        account.ShouldBe(Account with { LastSignIn = Nine.AddHours(1) });
        LockRules.AfterWrong(account, Nine.AddHours(1)).LockedUntil.ShouldBeNull();
    }

    [Fact]
    public void A_lock_that_is_over_does_not_begin_the_count_again() =>
        LockRules.AfterWrong(After(5), Nine.AddDays(1)).LockedUntil.ShouldBe(Nine.AddDays(1).AddMinutes(2));

    private static Account After(int wrong) => Enumerable.Range(0, wrong).Aggregate(Account, (account, _) => LockRules.AfterWrong(account, Nine));
}
