using System.Runtime.CompilerServices;
using EventOps.Contracts;
using EventOps.Domain.Access;

namespace EventOps.Dashboard.Access;

/// <summary>
/// Reads who a credential is. It is a text of three parts, what it is of, which one and its secret, in a cookie that scripts do not see or as a bearer's token.
/// </summary>
public sealed class Credentials(AccessBook book, TimeProvider time)
{
    /// <summary>The name of the cookie.</summary>
    public const string Cookie = "eventops";

    private const string Bearer = "Bearer ";
    private const int Longest = 256;

    private readonly string _own = Secret.Create();
    private readonly ConditionalWeakTable<Device, Caller> _devices = [];

    /// <summary>The credential of an account's sign-in.</summary>
    public static string OfSignIn(string id, string secret) => $"a.{id}.{secret}";

    /// <summary>The credential of a device.</summary>
    public static string OfDevice(string id, string secret) => $"d.{id}.{secret}";

    /// <summary>The credential of a host link.</summary>
    public static string OfLink(string id, string secret) => $"h.{id}.{secret}";

    /// <summary>The credential of a device of a rehearsal's crowd, which this process plays itself, and which is good at this process alone.</summary>
    public string OfRehearsal(MissionId mission, string device) => $"r.{mission}/{device}.{_own}";

    /// <summary>The credential that a request brings, or null; and whether a browser brought it by itself.</summary>
    public static string? In(HttpRequest request, out bool isCookie)
    {
        var authorization = request.Headers.Authorization.ToString();
        isCookie = !authorization.StartsWith(Bearer, StringComparison.Ordinal);
        return isCookie ? request.Cookies[Cookie] : authorization[Bearer.Length..];
    }

    /// <summary>Gives a browser its credential, or takes it away.</summary>
    public static void Give(HttpContext context, string? credential, DateTimeOffset? expires = null)
    {
        var options = new CookieOptions { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", Expires = expires, IsEssential = true };
        if (credential is null)
            context.Response.Cookies.Delete(Cookie, options);
        else
            context.Response.Cookies.Append(Cookie, credential, options);
    }

    /// <summary>Who a credential is; nobody when it is not known, or no longer good. One that another process has just made is looked for.</summary>
    public async ValueTask<Caller> IdentifyAsync(string? credential)
    {
        if (credential is null or { Length: > Longest })
            return Caller.Nobody;
        if (Find(credential, out var unknown) is { } caller)
            return caller;
        if (!unknown)
            return Caller.Nobody;
        await book.RefreshAsync();
        return Find(credential, out _) ?? Caller.Nobody;
    }

    /// <summary>Who a credential is by what this process knows now, or null; and whether there may be one that it has not heard of.</summary>
    public Caller? Find(string credential, out bool unknown)
    {
        unknown = false;
        var last = credential.LastIndexOf('.');
        if (last < 3 || credential[1] != '.')
            return null;
        var id = credential[2..last];
        var secret = credential.AsSpan(last + 1);
        switch (credential[0])
        {
            case 'd' when book.Devices.Find(id) is { } device:
                // A device that is paired again has another secret, which this process may not have heard of.
                unknown = !Secret.IsIt(secret, device.SecretHash);
                return unknown || device.RevokedAt is not null ? null : OfDevice(id, device);
            case 'a' when book.SignIns.Find(id) is { } signIn:
                return Secret.IsIt(secret, signIn.SecretHash) && signIn.EndedAt is null && signIn.ExpiresAt > time.GetUtcNow()
                    && book.Accounts.Find(signIn.Account) is { Disabled: false } account
                    ? new Caller(CallerKind.Account, signIn.Account, account.Name, account.Grants) { SignIn = id, ExpiresAt = signIn.ExpiresAt }
                    : null;
            case 'h' when book.Links.Find(id) is { } link:
                return Secret.IsIt(secret, link.SecretHash) && link.RevokedAt is null && link.ExpiresAt > time.GetUtcNow() ? OfLink(id, link) : null;
            case 'r' when id.Split('/') is [var mission, var device] && Secret.AreSame(secret, _own):
                return new Caller(CallerKind.Device, device, device, [new Grant(mission, Role.Supervisor)]);
            default:
                unknown = credential[0] is 'd' or 'a' or 'h';
                return null;
        }
    }

    /// <summary>Who a device is, and what it may do.</summary>
    internal static Caller CallerOf(string id, Device device) => new(CallerKind.Device, id, device.Name, [new Grant(device.Mission.Value, device.Role, device.Doors)])
    {
        Besides = device.FindsPeople ? Permission.Search : Permission.None,
    };

    /// <summary>Why a credential that was good is not any more, in the words of the live connection.</summary>
    public string WhyEnded(string credential) => credential[0] switch
    {
        'a' when book.SignIns.Find(IdIn(credential)) is { EndedAt: null } signIn =>
            book.Accounts.Find(signIn.Account) is { Disabled: true } ? "revoked" : signIn.ExpiresAt <= time.GetUtcNow() ? "expired" : "changed",
        'a' => "signed-out",
        'h' when book.Links.Find(IdIn(credential)) is { RevokedAt: null } => "expired",
        _ => "revoked",
    };

    private static string IdIn(string credential) => credential[2..credential.LastIndexOf('.')];

    // Made once for each state of a device: it is asked for with every scan.
    private Caller OfDevice(string id, Device device) => _devices.TryGetValue(device, out var made) ? made : _devices.GetValue(device, _ => CallerOf(id, device));

    private static Caller OfLink(string id, HostLink link) => new(CallerKind.HostLink, id, link.Name, [new Grant(link.Mission.Value, Role.Host, Sessions: [link.Session.Value])])
    {
        ExpiresAt = link.ExpiresAt,
    };
}
