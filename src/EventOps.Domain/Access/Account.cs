using System.Collections.Immutable;

namespace EventOps.Domain.Access;

/// <summary>A person who signs in with a name and a password.</summary>
/// <param name="Name">The name that they type, as it was given; compared without case.</param>
/// <param name="Grants">What they are, and where.</param>
/// <param name="PasswordHash">The hash of their password; empty before they have chosen one.</param>
/// <param name="Disabled">Whether nobody can sign in with it.</param>
/// <param name="Failures">Wrong passwords in a row.</param>
/// <param name="LockedUntil">Until when no password is looked at, or null.</param>
/// <param name="ResetHash">The hash of a single-use secret that sets a password; empty when there is none.</param>
/// <param name="ResetExpiresAt">Until when it is good.</param>
/// <param name="LastSignIn">When somebody last signed in with it, or null.</param>
/// <param name="Shown">The password, which a demonstration's accounts show to everyone; null for all others.</param>
public sealed record Account(
    string Name,
    ImmutableArray<Grant> Grants,
    string PasswordHash = "",
    bool Disabled = false,
    int Failures = 0,
    DateTimeOffset? LockedUntil = null,
    string ResetHash = "",
    DateTimeOffset? ResetExpiresAt = null,
    DateTimeOffset? LastSignIn = null,
    string? Shown = null)
{
    /// <summary>Whether it makes missions and accounts.</summary>
    public bool IsInstallationAdministrator => !Disabled && Grants.Any(grant => RoleRules.Everywhere(grant).HasFlag(Permission.Accounts));
}
