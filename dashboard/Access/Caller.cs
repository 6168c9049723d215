using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using EventOps.Contracts;
using EventOps.Contracts.Scans;
using EventOps.Domain.Access;

namespace EventOps.Dashboard.Access;

/// <summary>What a caller proved to be.</summary>
public enum CallerKind
{
    /// <summary>Nobody known.</summary>
    Nobody,

    /// <summary>A person who signed in.</summary>
    Account,

    /// <summary>A paired device.</summary>
    Device,

    /// <summary>The holder of a host link.</summary>
    HostLink,
}

/// <summary>Who asks (rule 10): from the request's credentials and never from its body.</summary>
/// <param name="Kind">What they proved to be.</param>
/// <param name="Id">The id of the account, the device or the link; empty for nobody.</param>
/// <param name="Name">What people call them.</param>
/// <param name="Grants">What they may do, and where.</param>
public sealed record Caller(CallerKind Kind, string Id, string Name, ImmutableArray<Grant> Grants)
{
    /// <summary>The header in which a paired device says who uses it.</summary>
    public const string OperatorHeader = "EventOps-Operator";

    /// <summary>Who has no credentials, or none that are known.</summary>
    public static readonly Caller Nobody = new(CallerKind.Nobody, "", "", []);

    /// <summary>What it may do beyond its grants, where it has any.</summary>
    public Permission Besides { get; init; }

    /// <summary>The sign-in that this is; empty for others than accounts.</summary>
    public string SignIn { get; init; } = "";

    /// <summary>Until when the credential is good, or null.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Under what its requests are counted.</summary>
    public string LimitKey { get; } = $"{Kind}:{Id}";

    /// <summary>The device that its scans are under.</summary>
    public DeviceId Device => new(Kind == CallerKind.Account ? $"web-{SignIn}" : Id);

    /// <summary>What it may do in the installation, beyond any mission.</summary>
    public Permission Everywhere
    {
        get
        {
            var all = Permission.None;
            foreach (var grant in Grants)
                all |= RoleRules.Everywhere(grant);
            return all;
        }
    }

    /// <summary>The caller of a request, as it was found out before the endpoint was asked.</summary>
    public static Caller Of(HttpContext context) => context.Features.Get<Caller>() ?? Nobody;

    /// <summary>Binds the caller of a request.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter) => new(Of(context));

    /// <summary>What it may do in a mission.</summary>
    public Permission In(MissionId mission)
    {
        var all = Permission.None;
        foreach (var grant in Grants)
        {
            if (grant.HoldsIn(mission))
                all |= RoleRules.Of(grant.Role) | Besides;
        }

        return all;
    }

    /// <summary>Whether it may do something in a mission.</summary>
    public bool May(Permission permission, MissionId mission) => (In(mission) & permission) != Permission.None;

    /// <summary>Whether it may scan at a door.</summary>
    public bool MayScanAt(MissionId mission, Door door) =>
        Grants.Any(grant => grant.HoldsIn(mission) && RoleRules.Of(grant.Role).HasFlag(Permission.Scan) && DoorScope.Allow(grant.Doors, door));

    /// <summary>Whether it may see a session's roster.</summary>
    public bool MaySee(MissionId mission, SessionId session) =>
        Grants.Any(grant => grant.HoldsIn(mission) && RoleRules.Of(grant.Role).HasFlag(Permission.Roster) && (grant.Sessions is null || grant.Sessions.Value.Contains(session.Value)));

    /// <summary>The person who scans: an account itself, or whom a paired device says that it is used by.</summary>
    public OperatorId OperatorOf(HttpRequest request) =>
        Kind == CallerKind.Device && OperatorId.TryParse(request.Headers[OperatorHeader], CultureInfo.InvariantCulture, out var said) ? said : new OperatorId(Id);
}
