namespace EventOps.Dashboard.Access;

/// <summary>The code that makes the first administrator. It is this process's alone, and good while the installation has none.</summary>
public sealed class SetUp(AccessBook book)
{
    /// <summary>The code, for the console.</summary>
    public string Code { get; } = Secret.Create();

    /// <summary>Whether there is nobody yet who could make accounts.</summary>
    public bool IsOpen => !book.Accounts.All.Any(account => account.Value.IsInstallationAdministrator);

    /// <summary>Whether a code makes the first administrator now.</summary>
    public bool Opens(string? code) => IsOpen && code is not null && Secret.AreSame(code, Code);
}
