namespace EventOps.Domain.Access;

/// <summary>How wrong passwords lock an account: five in a row for a minute, and each further one for twice as long, up to a quarter of an hour.</summary>
public static class LockRules
{
    /// <summary>How many wrong passwords in a row are free.</summary>
    public const int Free = 5;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>The account after one more wrong password.</summary>
    public static Account AfterWrong(Account account, DateTimeOffset now)
    {
        var failures = account.Failures + 1;
        if (failures < Free)
            return account with { Failures = failures };
        var minutes = First.TotalMinutes * Math.Pow(2, Math.Min(failures - Free, 10));
        return account with { Failures = failures, LockedUntil = now + TimeSpan.FromMinutes(Math.Min(minutes, Longest.TotalMinutes)) };
    }

    /// <summary>The account after the right password.</summary>
    public static Account AfterRight(Account account, DateTimeOffset now) => account with { Failures = 0, LockedUntil = null, LastSignIn = now };

    /// <summary>Whether no password is looked at now.</summary>
    public static bool IsLocked(Account account, DateTimeOffset now) => account.LockedUntil > now;
}
