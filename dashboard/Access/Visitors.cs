using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Dashboard.Hosting;
using EventOps.Domain.Access;

namespace EventOps.Dashboard.Access;

/// <summary>
/// The demonstration is open to everyone: who comes is its viewer, and each of its accounts is one click away. Outside of it there is no account that nobody made.
/// </summary>
public sealed class Visitors(AccessBook book, SignInDesk desk, Passwords passwords, DashboardOptions options)
{
    private const string Prefix = "demo-";

    /// <summary>The demonstration's accounts with their passwords; null where this is none.</summary>
    public ImmutableArray<DemonstrationAccount>? Accounts => options.Demonstration is null ? null :
    [
        .. book.Accounts.All.Where(account => account.Value.Shown is not null)
            .Select(account => new DemonstrationAccount(account.Value.Name, account.Value.Grants[0].Role, account.Value.Shown!))
            .OrderBy(account => account.Role),
    ];

    /// <summary>Signs a visitor in as the viewer; null outside the demonstration.</summary>
    public async Task<SignedIn?> AdmitAsync(HttpContext context) =>
        options.Demonstration is not null && book.Accounts.Find(Prefix + "viewer") is { Shown: not null, Disabled: false } ? await desk.AdmitAsync(context, Prefix + "viewer") : null;

    /// <summary>Makes an account of each role, once, with a password of its own.</summary>
    /// <param name="mission">The demonstration's mission.</param>
    /// <param name="isAlone">Whether the installation has no other mission, so that its administrator may as well be the installation's.</param>
    public async Task InviteAsync(MissionId mission, bool isAlone)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var id = Prefix + role.ToString().ToLowerInvariant();
            var password = Secret.Create()[..16];
            var hash = passwords.Hash(password);
            var grant = new Grant(role == Role.Administrator && isAlone ? Grant.Every : mission.Value, role);
            await book.ChangeAsync(book.Accounts, id, held => held ?? new Account(id, [grant], hash, Shown: password));
        }
    }
}
