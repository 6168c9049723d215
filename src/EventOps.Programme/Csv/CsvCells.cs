using System.Globalization;
using System.Text.Json;
using EventOps.Contracts;

namespace EventOps.Programme.Csv;

/// <summary>The cells of a row by what they mean. Each lists its own problem and returns something to go on with, so that one row tells all that is wrong.</summary>
internal static class CsvCells
{
    /// <summary>An identifier; false, with the problem listed, when it is none.</summary>
    public static bool Id<TId>(this CsvTable row, string column, out TId id)
        where TId : struct, IIdentifier<TId>
    {
        var text = row[column];
        if (Identifier.IsWellFormed(text))
        {
            id = TId.From(text);
            return true;
        }

        id = default;
        row.Problem(column, Identifier.Expected);
        return false;
    }

    /// <summary>Text of 1 to <paramref name="max"/> characters.</summary>
    public static string Text(this CsvTable row, string column, int max)
    {
        var text = row.OptionalText(column, max, "");
        if (text.Length == 0)
            row.Problem(column, $"1 to {max} characters");
        return text;
    }

    /// <summary>
    /// Text of at most <paramref name="max"/> characters. A file that does not have the column says nothing about it, and leaves what was known before.
    /// </summary>
    public static string OptionalText(this CsvTable row, string column, int max, string before)
    {
        if (!row.Has(column))
            return before;
        var text = row[column];
        if (text.Length > max)
            row.Problem(column, $"at most {max} characters, not {text.Length}");
        else if (text.AsSpan().ContainsAnyInRange('\0', '\u001f') || text.AsSpan().ContainsAnyInRange('\u007f', '\u009f'))
            row.Problem(column, "text without control characters");
        return text;
    }

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>; <paramref name="otherwise"/> to go on with when it is none.</summary>
    public static int Number(this CsvTable row, string column, int min, int max, int otherwise)
    {
        if (int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
            return number;
        row.Problem(column, $"a whole number from {min} to {max}");
        return otherwise;
    }

    /// <summary>One of the kebab-case words of an enumeration, in any case; <paramref name="otherwise"/> when the cell is empty and that is given.</summary>
    public static TEnum Choice<TEnum>(this CsvTable row, string column, TEnum? otherwise = null)
        where TEnum : struct, Enum
    {
        var text = row[column];
        if (text.Length == 0 && otherwise is { } value)
            return value;
        if (Words<TEnum>.Values.TryGetValue(text, out value))
            return value;
        row.Problem(column, $"one of {string.Join(", ", Words<TEnum>.Values.Keys)}");
        return default;
    }

    /// <summary>The word of an enumeration's value, as files, the API and the screens write it.</summary>
    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>A moment, local to a time zone or with an offset; null, with the problem listed, when it is none.</summary>
    public static DateTimeOffset? Time(this CsvTable row, string column, TimeZoneInfo zone)
    {
        if (LocalTime.TryRead(row[column], zone, out var moment, out var expected))
            return moment;
        row.Problem(column, expected);
        return null;
    }

    /// <summary>True when the row is the first of its key; a problem that names the first row's line when it is not.</summary>
    public static bool IsFirst<TKey>(this CsvTable row, string column, TKey key, Dictionary<TKey, int> lines)
        where TKey : notnull
    {
        if (lines.TryAdd(key, row.Line))
            return true;
        row.Problem(column, $"each one once: line {lines[key]} has it already");
        return false;
    }

    private static class Words<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<string, TEnum> Values = Enum.GetValues<TEnum>().ToDictionary(Word, StringComparer.OrdinalIgnoreCase);
    }
}
