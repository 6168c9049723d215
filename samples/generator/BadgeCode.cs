namespace EventOps.Samples;

/// <summary>
/// Badge codes: 16 random characters and a check character, of 31 that nobody confuses when reading aloud (no 0 O 1 I L).
/// 31 is a prime, so the weighted sum catches every single wrong character and every swap of two.
/// </summary>
internal static class BadgeCode
{
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 16;

    public static string Draw(Chance chance)
    {
        Span<char> code = stackalloc char[Length + 1];
        for (var i = 0; i < Length; i++)
            code[i] = Alphabet[chance.Below(Alphabet.Length)];
        code[Length] = Check(code[..Length]);
        return new string(code);
    }

    public static char Check(ReadOnlySpan<char> characters)
    {
        var sum = 0;
        for (var i = 0; i < characters.Length; i++)
            sum += (i + 1) * Alphabet.IndexOf(characters[i], StringComparison.Ordinal);
        return Alphabet[sum % Alphabet.Length];
    }
}
