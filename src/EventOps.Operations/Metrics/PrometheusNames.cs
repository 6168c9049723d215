using System.Text;

namespace EventOps.Operations.Metrics;

/// <summary>What an instrument is called in Prometheus: letters, digits and underscores, the unit spelt out, and _total behind what only grows.</summary>
internal static class PrometheusNames
{
    private const string Total = "_total";

    /// <summary>The name of a family of samples.</summary>
    public static string OfMetric(string name, string unit, bool isCounter, bool isGauge)
    {
        var text = Clean(name, ':');
        if (text.EndsWith(Total, StringComparison.Ordinal))
            text = text[..^Total.Length];
        if (UnitOf(unit, isGauge) is { Length: > 0 } spelt && !text.EndsWith(spelt, StringComparison.Ordinal))
            text = $"{text}_{spelt}";
        return isCounter ? text + Total : text;
    }

    /// <summary>The name of a label.</summary>
    public static string OfLabel(string name) => Clean(name, '_');

    private static string UnitOf(string unit, bool isGauge)
    {
        // What stands in braces is a remark: {scan}.
        var brace = unit.IndexOf('{', StringComparison.Ordinal);
        var parts = (brace < 0 ? unit : unit[..brace]).Split('/', 2);
        var first = parts[0] == "1" && isGauge && parts.Length == 1 ? "ratio" : Spell(parts[0]);
        return parts.Length == 1 ? first : $"{first}_per_{PerOf(parts[1])}".TrimStart('_');
    }

    private static string Spell(string unit) => unit switch
    {
        "1" => "",
        "s" => "seconds",
        "ms" => "milliseconds",
        "us" => "microseconds",
        "ns" => "nanoseconds",
        "min" => "minutes",
        "h" => "hours",
        "d" => "days",
        "By" => "bytes",
        "KiBy" => "kibibytes",
        "MiBy" => "mebibytes",
        "%" => "percent",
        _ => Clean(unit, '_').Trim('_'),
    };

    private static string PerOf(string unit) => unit switch { "s" => "second", "min" => "minute", "h" => "hour", "d" => "day", _ => Spell(unit) };

    private static string Clean(string name, char also)
    {
        var text = new StringBuilder(name.Length + 1);
        foreach (var letter in name)
        {
            var kept = char.IsAsciiLetterOrDigit(letter) || letter == also ? letter : '_';
            if (kept != '_' || text.Length == 0 || text[^1] != '_')
                text.Append(kept);
        }

        if (text.Length == 0 || char.IsAsciiDigit(text[0]))
            text.Insert(0, '_');
        return text.ToString();
    }
}
