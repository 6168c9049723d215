using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using EventOps.Domain.Delegates;

namespace EventOps.Dashboard.Access;

/// <summary>Secrets that the holder keeps and the database only has the hash of.</summary>
public static class Secret
{
    private const int Bytes = 32;
    private const int Longest = 128;
    private const int PairingLength = 12;

    /// <summary>A new one of 256 random bits, to be shown once. Its hash needs no salt and no work factor.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>A new code that a person can type: twelve characters without look-alikes, 54 bits. It is used once and within minutes.</summary>
    public static string CreatePairingCode() => RandomNumberGenerator.GetString(BadgeCode.Alphabet, PairingLength);

    /// <summary>A pairing code as it was made, however its groups and letters were typed.</summary>
    public static string ReadPairingCode(string? typed) =>
        typed is null or { Length: > Longest } ? "" : string.Concat(typed.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant));

    /// <summary>What is stored of a secret.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether two secrets are one, in a time that says nothing about how much of them is the same.</summary>
    public static bool AreSame(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(one), MemoryMarshal.AsBytes(other));

    /// <summary>Whether a secret has this hash, in a time that says nothing about how much of it is right.</summary>
    public static bool IsIt(ReadOnlySpan<char> secret, ReadOnlySpan<char> hash)
    {
        if (secret.Length > Longest)
            return false;
        Span<byte> text = stackalloc byte[Longest * 3];
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..Encoding.UTF8.GetBytes(secret, text)], digest);
        return Convert.FromHexString(hash, expected, out _, out _) == System.Buffers.OperationStatus.Done && CryptographicOperations.FixedTimeEquals(digest, expected);
    }
}
