using System.Text;

namespace EventOps.Programme.Csv;

/// <summary>
/// How text is written into a cell and read from it. A cell that a spreadsheet would take for a formula (it begins with = + - @) gets an apostrophe
/// before it on export; a cell that begins with apostrophes before such a character loses one on import. So what is exported reads back as it was, and
/// no name that someone registered under can run in the organiser's spreadsheet.
/// </summary>
internal static class CsvText
{
    public static string Write(string text)
    {
        if (LooksLikeFormula(text))
            text = "'" + text;
        return text.AsSpan().ContainsAny(",;\"\t\r\n") || text.StartsWith('#') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    /// <summary>A cell on one line, trimmed, without the export's guard.</summary>
    public static string Read(string cell)
    {
        var text = cell.Trim();
        if (text.AsSpan().ContainsAny("\r\n\t"))
            text = OnOneLine(text);
        return text.StartsWith('\'') && LooksLikeFormula(text) ? text[1..] : text;
    }

    private static bool LooksLikeFormula(string text)
    {
        var rest = text.AsSpan().TrimStart('\'');
        return rest.Length > 0 && rest[0] is ('=' or '+' or '-' or '@');
    }

    private static string OnOneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var part in text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            line.Append(line.Length > 0 ? " " : "").Append(part);
        return line.ToString();
    }
}
