using System.Globalization;
using System.Text;
using EventOps.Contracts;

namespace EventOps.Programme;

/// <summary>Makes an identifier of a name: "Salón Águila 2" becomes "salon-aguila-2".</summary>
public static class Slug
{
    /// <summary>The identifier of a name: small letters, digits and hyphens.</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var character in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsAsciiLetterOrDigit(character))
                slug.Append(char.ToLowerInvariant(character));
            else if (Plain(character) is { } plain)
                slug.Append(plain);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        var text = slug.ToString().TrimEnd('-');
        if (text.Length > Identifier.MaxLength - 9)
            text = text[..(Identifier.MaxLength - 9)].TrimEnd('-');
        return text.Length > 0 ? text : Mark(name);
    }

    /// <summary>An identifier for a name whose slug another name has taken, or that has no Latin letter in it.</summary>
    public static string Of(string name, Func<string, bool> taken) => Of(name) is var slug && taken(slug) ? $"{slug}-{Mark(name)}" : slug;

    private static string? Plain(char character) => char.ToLowerInvariant(character) switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => null,
    };

    /// <summary>FNV-1a: the same for the same name on every machine, so that importing again finds the same row.</summary>
    private static string Mark(string name)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(name.Normalize()))
            hash = (hash ^ octet) * 16777619u;
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
