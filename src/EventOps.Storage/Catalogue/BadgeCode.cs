using System.Text;

namespace EventOps.Storage;

/// <summary>What can be the code of a badge. Anything may be read at a door; what no database can hold must not reach a query that others share.</summary>
internal static class BadgeCode
{
    /// <summary>Whether a text is not empty and can be stored: no NUL, no half of a surrogate pair.</summary>
    public static bool IsStorable(string code)
    {
        foreach (var rune in code.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || rune.Value == 0)
                return false;
        }

        return code.Length > 0;
    }
}
