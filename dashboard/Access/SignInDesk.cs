using System.Security.Cryptography;
using EventOps.Dashboard.Audit;
using EventOps.Domain.Access;
using EventOps.Programme;
using EventOps.Storage;

namespace EventOps.Dashboard.Access;

/// <summary>Gives credentials to those who prove who they are, and takes them back.</summary>
public sealed class SignInDesk(AccessBook book, Passwords passwords, AuditTrail audit, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);
    private static readonly TimeSpan ResetLife = TimeSpan.FromHours(24);

    // As many as are looked at together; two accounts that share one wait for each other, and no more.
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>The id of the account with a name, typed as it may be.</summary>
    public static string IdOf(string name) => Slug.Of(name);

    /// <summary>Looks at a name and a password. Returns who it is and their credential; or until when the account is locked; or neither.</summary>
    public async Task<SignedIn> SignInAsync(HttpContext context, string name, string password)
    {
        var id = IdOf(name);
        using var turn = await TurnAsync(id);
        var now = time.GetUtcNow();
        var account = book.Accounts.Find(id);
        if (account is not null && LockRules.IsLocked(account, now))
        {
            await audit.AddAsync(audit.Line(context, "sign-in-refused", null, $"{id}: locked"));
            return new SignedIn(null, null, account.LockedUntil);
        }

        if (passwords.IsIt(account, password) && account is { Disabled: false })
            return await OpenAsync(context, id, $"{id} signed in", LockRules.AfterRight);

        if (account is null)
            await audit.AddAsync(audit.Line(context, "sign-in-refused", null, "no such account"));
        else
            account = await book.ChangeAsync(
                book.Accounts, id, held => LockRules.AfterWrong(held!, now), (_, _) => [audit.Line(context, "sign-in-refused", null, $"{id}: {(account.Disabled ? "disabled" : "wrong password")}")]);
        return new SignedIn(null, null, account is not null && LockRules.IsLocked(account, now) ? account.LockedUntil : null);
    }

    /// <summary>Makes the first administrator, and signs them in.</summary>
    public async Task<SignedIn> SetUpAsync(HttpContext context, string name, string password)
    {
        var id = IdOf(name);
        await book.ChangeAsync(
            book.Accounts,
            id,
            held => (held ?? new Account(name, [])) with { Grants = [new Grant(Grant.Every, Role.Administrator)], PasswordHash = passwords.Hash(password), Disabled = false },
            (_, after) => [audit.Line(context, "account", null, $"{id}: first administrator", null, AccountView.Of(id, after))]);
        return await OpenAsync(context, id, $"{id} signed in", LockRules.AfterRight);
    }

    /// <summary>A new single-use code with which somebody sets an account's password; what it could sign in with before is over.</summary>
    public async Task<string> ResetAsync(string id, Func<Account?, Account, IReadOnlyList<AuditEntry>> remember, Func<Account?, Account>? change = null)
    {
        var code = $"{id}.{Secret.Create()}";
        await book.ChangeAsync(
            book.Accounts,
            id,
            held => (change?.Invoke(held) ?? held!) with { PasswordHash = "", ResetHash = Secret.Hash(code), ResetExpiresAt = time.GetUtcNow() + ResetLife, Failures = 0, LockedUntil = null },
            remember);
        await EndAllAsync(id);
        return code;
    }

    /// <summary>Sets the password of the account that a single-use code is of, and signs in; or null when the code is not good any more.</summary>
    public async Task<SignedIn?> UseResetAsync(HttpContext context, string code, string password)
    {
        var id = code[..Math.Max(code.LastIndexOf('.'), 0)];
        var used = false;
        if (book.Accounts.Find(id) is null)
            await book.RefreshAsync();
        if (book.Accounts.Find(id) is null)
            return null;
        await book.ChangeAsync(
            book.Accounts,
            id,
            held =>
            {
                used = !held!.Disabled && held.ResetExpiresAt > time.GetUtcNow() && Secret.IsIt(code, held.ResetHash);
                return used ? held with { PasswordHash = passwords.Hash(password), ResetHash = "", ResetExpiresAt = null } : held;
            },
            (_, _) => [audit.Line(context, "account", null, $"{id}: password set by link")]);
        return used ? await OpenAsync(context, id, $"{id} signed in", LockRules.AfterRight) : null;
    }

    /// <summary>Changes the caller's password; whoever else is signed in with the account is not any more. False when the old one is wrong.</summary>
    public async Task<SignedIn> ChangePasswordAsync(HttpContext context, Caller caller, string current, string next)
    {
        using var turn = await TurnAsync(caller.Id);
        var now = time.GetUtcNow();
        var account = book.Accounts.Find(caller.Id)!;
        if (LockRules.IsLocked(account, now))
            return new SignedIn(null, null, account.LockedUntil);
        if (!passwords.IsIt(account, current))
        {
            account = await book.ChangeAsync(
                book.Accounts, caller.Id, held => LockRules.AfterWrong(held!, now), (_, _) => [audit.Line(context, "sign-in-refused", null, $"{caller.Id}: wrong password for a change")]);
            return new SignedIn(null, null, LockRules.IsLocked(account, now) ? account.LockedUntil : null);
        }

        await book.ChangeAsync(
            book.Accounts, caller.Id, held => held! with { PasswordHash = passwords.Hash(next), Failures = 0, Shown = null }, (_, _) => [audit.Line(context, "account", null, $"{caller.Id}: password changed")]);
        await EndAllAsync(caller.Id);
        return await OpenAsync(context, caller.Id, $"{caller.Id} signed in", LockRules.AfterRight);
    }

    /// <summary>Signs an account in without a password: for the demonstration's viewer.</summary>
    public Task<SignedIn> AdmitAsync(HttpContext context, string id) => OpenAsync(context, id, $"{id} came in", (account, _) => account);

    /// <summary>Ends one sign-in.</summary>
    public Task SignOutAsync(HttpContext context, Caller caller) => book.ChangeAsync(
        book.SignIns, caller.SignIn, held => held! with { EndedAt = time.GetUtcNow() }, (_, _) => [audit.Line(context, "sign-in", null, $"{caller.Id} signed out")]);

    /// <summary>Ends all sign-ins of an account.</summary>
    public async Task EndAllAsync(string account)
    {
        var now = time.GetUtcNow();
        foreach (var (id, _) in book.SignIns.All.Where(signIn => signIn.Value.Account == account && signIn.Value.EndedAt is null && signIn.Value.ExpiresAt > now).ToArray())
            await book.ChangeAsync(book.SignIns, id, held => held! with { EndedAt = now });
    }

    /// <summary>One password of an account is looked at after the other: guesses that come at once do not slip past its lock.</summary>
    private async Task<Turn> TurnAsync(string id)
    {
        var turns = _turns[(uint)id.GetHashCode(StringComparison.Ordinal) % (uint)_turns.Length];
        await turns.WaitAsync();
        return new Turn(turns);
    }

    private async Task<SignedIn> OpenAsync(HttpContext context, string account, string what, Func<Account, DateTimeOffset, Account> change)
    {
        var now = time.GetUtcNow();
        var held = await book.ChangeAsync(book.Accounts, account, was => change(was!, now));
        var id = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var secret = Secret.Create();
        var caller = new Caller(CallerKind.Account, account, held.Name, held.Grants) { SignIn = id, ExpiresAt = now + Life };
        await book.ChangeAsync(
            book.SignIns,
            id,
            _ => new SignIn(account, Secret.Hash(secret), now, now + Life),
            (_, _) => [audit.LineBy(caller, context, "sign-in", null, what)]);
        await book.RemoveAsync(book.SignIns, book.SignIns.All.Where(signIn => signIn.Value.ExpiresAt + Life < now).Select(signIn => signIn.Id).ToArray());
        return new SignedIn(caller, Credentials.OfSignIn(id, secret), null);
    }

    private readonly struct Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}

/// <summary>What came of a sign-in.</summary>
/// <param name="Caller">Who it is, or null when it was refused.</param>
/// <param name="Credential">Their credential.</param>
/// <param name="LockedUntil">Until when no password is looked at, or null.</param>
public sealed record SignedIn(Caller? Caller, string? Credential, DateTimeOffset? LockedUntil);
