using System.Collections.Immutable;
using System.Text.Json;
using EventOps.Dashboard.Audit;
using EventOps.Domain.Access;

namespace EventOps.Dashboard.Access;

/// <summary>Who a browser is, and what it may do.</summary>
/// <param name="Kind">nobody, account, device or host-link.</param>
/// <param name="Id">The id of the account, device or link; empty for nobody.</param>
/// <param name="Name">What people call them.</param>
/// <param name="Everywhere">What they may do in the installation.</param>
/// <param name="Missions">What they may do in each mission; "*" stands for every one.</param>
/// <param name="Doors">Where they may scan; null for every door.</param>
/// <param name="Sessions">Whose roster they may see; null for every session's.</param>
/// <param name="Mission">The mission of a device or a link.</param>
/// <param name="ExpiresAt">Until when the credential is good, or null.</param>
/// <param name="MustSetUp">Whether there is no account yet.</param>
/// <param name="Demonstration">The demonstration's accounts, where this is one.</param>
public sealed record MeView(
    string Kind,
    string Id,
    string Name,
    ImmutableArray<string> Everywhere,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Missions,
    ImmutableArray<string>? Doors,
    ImmutableArray<string>? Sessions,
    string? Mission,
    DateTimeOffset? ExpiresAt,
    bool MustSetUp,
    ImmutableArray<DemonstrationAccount>? Demonstration)
{
    private static readonly Permission[] Single = [.. Enum.GetValues<Permission>().Where(permission => permission != Permission.None)];

    /// <summary>The names of permissions, as the API writes them.</summary>
    public static ImmutableArray<string> NamesOf(Permission permissions) =>
        [.. Single.Where(permission => permissions.HasFlag(permission)).Select(permission => JsonNamingPolicy.KebabCaseLower.ConvertName(permission.ToString()))];

    internal static MeView Of(Caller caller, bool mustSetUp, ImmutableArray<DemonstrationAccount>? demonstration) => new(
        AuditTrail.WordOf(caller.Kind),
        caller.Id,
        caller.Name,
        NamesOf(caller.Everywhere),
        caller.Grants.Select(grant => grant.Mission).Distinct(StringComparer.Ordinal).ToImmutableSortedDictionary(
            mission => mission,
            mission => NamesOf(caller.Grants.Where(grant => grant.Mission == mission).Aggregate(caller.Besides, (all, grant) => all | RoleRules.Of(grant.Role))),
            StringComparer.Ordinal),
        Union(caller, Permission.Scan, grant => grant.Doors),
        Union(caller, Permission.Roster, grant => grant.Sessions),
        caller.Kind is CallerKind.Device or CallerKind.HostLink ? caller.Grants[0].Mission : null,
        caller.ExpiresAt,
        mustSetUp,
        demonstration);

    /// <summary>What the grants with a permission are limited to; null when one of them is not.</summary>
    private static ImmutableArray<string>? Union(Caller caller, Permission permission, Func<Grant, ImmutableArray<string>?> limit)
    {
        Grant[] grants = [.. caller.Grants.Where(grant => RoleRules.Of(grant.Role).HasFlag(permission))];
        return grants.Any(grant => limit(grant) is null) ? null : [.. grants.SelectMany(grant => limit(grant)!.Value).Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>An account of the demonstration, which everyone may use.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">What it is.</param>
/// <param name="Password">Its password.</param>
public sealed record DemonstrationAccount(string Name, Role Role, string Password);
