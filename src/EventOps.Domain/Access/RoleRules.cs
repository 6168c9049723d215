namespace EventOps.Domain.Access;

/// <summary>What each role may do. A role has nothing that its duty does not need.</summary>
public static class RoleRules
{
    private const Permission Supervisor =
        Permission.Board | Permission.People | Permission.Scan | Permission.Search | Permission.Override | Permission.Annul | Permission.Roster | Permission.Muster;

    private const Permission Administrator =
        Supervisor | Permission.Badges | Permission.Import | Permission.Rehearse | Permission.Devices | Permission.Links | Permission.Audit | Permission.Privacy;

    private const Permission Installation = Permission.Missions | Permission.Accounts;

    /// <summary>What a role may do in a mission.</summary>
    public static Permission Of(Role role) => role switch
    {
        Role.Viewer => Permission.Board,
        Role.Host => Permission.Roster,
        Role.Floor => Permission.Board | Permission.Scan,
        Role.Supervisor => Supervisor,
        Role.Administrator => Administrator,
        _ => Permission.None,
    };

    /// <summary>What a grant allows beyond any mission: an administrator of every mission is one of the installation.</summary>
    public static Permission Everywhere(Grant grant) =>
        grant is { IsEverywhere: true, Role: Role.Administrator } ? Installation | Permission.Audit : Permission.None;
}
