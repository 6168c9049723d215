using EventOps.Domain.Access;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Access;

public sealed class RoleRulesTests
{
    [Theory]
    [InlineData(Role.Viewer, Permission.Board)]
    [InlineData(Role.Host, Permission.Roster)]
    [InlineData(Role.Floor, Permission.Board | Permission.Scan)]
    [InlineData(Role.Supervisor, Permission.Board | Permission.People | Permission.Scan | Permission.Search | Permission.Override | Permission.Annul | Permission.Roster | Permission.Muster)]
    [InlineData(
        Role.Administrator,
        Permission.Board | Permission.People | Permission.Scan | Permission.Search | Permission.Override | Permission.Annul | Permission.Roster | Permission.Muster | Permission.Badges | Permission.Import | Permission.Rehearse | Permission.Devices | Permission.Links | Permission.Audit | Permission.Privacy)]
    public void A_role_may_do_exactly_this(Role role, Permission expected) => RoleRules.Of(role).ShouldBe(expected);

    [Fact]
    public void A_role_that_is_none_may_do_nothing() => RoleRules.Of((Role)99).ShouldBe(Permission.None);

    [Fact]
    public void No_role_of_a_mission_makes_missions_or_accounts()
    {
        foreach (var role in Enum.GetValues<Role>())
            (RoleRules.Of(role) & (Permission.Missions | Permission.Accounts)).ShouldBe(Permission.None, role.ToString());
    }

    [Fact]
    public void Only_an_administrator_of_every_mission_is_one_of_the_installation()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            RoleRules.Everywhere(new Grant(Expo.Value, role)).ShouldBe(Permission.None, role.ToString());
            RoleRules.Everywhere(new Grant(Grant.Every, role)).ShouldBe(role == Role.Administrator ? Permission.Missions | Permission.Accounts | Permission.Audit : Permission.None, role.ToString());
        }
    }

    [Fact]
    public void A_grant_holds_in_its_mission_and_one_for_every_mission_in_all()
    {
        new Grant(Expo.Value, Role.Viewer).HoldsIn(Expo).ShouldBeTrue();
        new Grant("other", Role.Viewer).HoldsIn(Expo).ShouldBeFalse();
        new Grant(Expo.Value.ToUpperInvariant(), Role.Viewer).HoldsIn(Expo).ShouldBeFalse();
        new Grant(Grant.Every, Role.Viewer).HoldsIn(Expo).ShouldBeTrue();
    }

    [Fact]
    public void A_disabled_account_administers_nothing()
    {
        var account = new Account("Ana", [new Grant(Expo.Value, Role.Viewer), new Grant(Grant.Every, Role.Administrator)]);

        account.IsInstallationAdministrator.ShouldBeTrue();
        (account with { Disabled = true }).IsInstallationAdministrator.ShouldBeFalse();
        (account with { Grants = [new Grant(Expo.Value, Role.Administrator)] }).IsInstallationAdministrator.ShouldBeFalse();
    }
}
