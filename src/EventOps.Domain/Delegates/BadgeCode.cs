namespace EventOps.Domain.Delegates;

/// <summary>
/// The codes of badges that are issued here: 19 random characters and a check character, of 23 that nobody takes for one another. They say nothing about
/// the person, and nobody guesses one (85.9 bits). Codes that an import brings are any text, and none of this is asked of them.
/// </summary>
public static class BadgeCode
{
    /// <summary>
    /// Without 0 O Q, 1 I L, S (5), Z (2), B (8), G (6), U V Y. That leaves a prime number, so the check character, a sum weighted by place, finds every
    /// single wrong character and every two that changed places.
    /// </summary>
    public const string Alphabet = "23456789ACDEFHJKMNPRTWX";

    /// <summary>The length of a code, its check character included: just what the smallest QR code holds with medium error correction.</summary>
    public const int Length = 20;

    /// <summary>The code that 128 random bits make. Which code it is differs from chance by less than one part in 10^12.</summary>
    public static string From(UInt128 random) => string.Create(Length, random, static (code, rest) =>
    {
        for (var place = 0; place < Length - 1; place++)
        {
            (rest, var value) = UInt128.DivRem(rest, (UInt128)Alphabet.Length);
            code[place] = Alphabet[(int)value];
        }

        code[^1] = Alphabet[Sum(code[..^1])];
    });

    /// <summary>The code that a text is, however its letters, spaces and hyphens were typed; or null when it is not well formed.</summary>
    public static string? Read(string text)
    {
        var code = Compact(text);
        if (code.Length != Length || code.AsSpan().ContainsAnyExcept(Alphabet))
            return null;
        return Alphabet[Sum(code.AsSpan(..^1))] == code[^1] ? code : null;
    }

    /// <summary>Whether a text was most likely meant to be a code of ours: as long as one, and wrong.</summary>
    public static bool IsMistyped(string text)
    {
        var code = Compact(text);
        return code.Length == Length && code.All(char.IsAsciiLetterOrDigit) && Read(code) is null;
    }

    private static string Compact(string text) =>
        text.Length > 4 * Length ? "" : string.Concat(text.Where(character => character is not (' ' or '-')).Select(char.ToUpperInvariant));

    private static int Sum(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var place = 0; place < code.Length; place++)
            sum += (place + 1) * Alphabet.IndexOf(code[place], StringComparison.Ordinal);
        return sum % Alphabet.Length;
    }
}
