using EventOps.Dashboard.Hosting;
using EventOps.Domain.Access;
using Microsoft.AspNetCore.Identity;

namespace EventOps.Dashboard.Access;

/// <summary>Passwords, hashed by the framework's hasher (PBKDF2, salted). Looking at one takes a good part of 100 ms of a processor on purpose.</summary>
public sealed class Passwords
{
    /// <summary>The shortest password, in characters; NIST SP 800-63B asks for length and for nothing else.</summary>
    public const int Shortest = 12;

    private const int Longest = 128;

    private readonly PasswordHasher<string> _hasher = new();
    private readonly string _nobodys;

    /// <summary>Ready to look at passwords.</summary>
    public Passwords() => _nobodys = Hash(Secret.Create());

    /// <summary>What is stored of a password.</summary>
    public string Hash(string password) => _hasher.HashPassword("", password);

    /// <summary>Whether it is an account's password. One that is nobody's takes as long.</summary>
    public bool IsIt(Account? account, string password) =>
        _hasher.VerifyHashedPassword("", account is { PasswordHash.Length: > 0 } ? account.PasswordHash : _nobodys, password) != PasswordVerificationResult.Failed
        && account is { PasswordHash.Length: > 0 };

    /// <summary>Checks a password that somebody chose.</summary>
    public static string Check(string field, string? password, FieldErrors errors)
    {
        if (password is null || password.Length is < Shortest or > Longest)
            errors.Add(field, $"expected {Shortest} to {Longest} characters; a few words make a good password");
        return password ?? "";
    }
}
