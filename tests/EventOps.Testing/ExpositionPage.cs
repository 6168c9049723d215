using System.Globalization;
using System.Text.RegularExpressions;

namespace EventOps.Testing;

/// <summary>One sample of a page of metrics.</summary>
/// <param name="Name">Its name, with _bucket, _sum or _count when it is part of a histogram.</param>
/// <param name="Labels">Its labels, unescaped.</param>
/// <param name="Value">Its value.</param>
public sealed record Sample(string Name, IReadOnlyDictionary<string, string> Labels, double Value);

/// <summary>All samples of one name, with what the page says of them.</summary>
public sealed record Family(string Name, string Help, string Type, IReadOnlyList<Sample> Samples)
{
    /// <summary>The sum of the samples that have these labels, with any others.</summary>
    public double Sum(params (string Name, string Value)[] labels) =>
        Samples.Where(sample => sample.Name == Name && labels.All(label => sample.Labels.GetValueOrDefault(label.Name) == label.Value)).Sum(sample => sample.Value);
}

/// <summary>
/// Reads Prometheus's text exposition format, version 0.0.4, as strictly as it is written: each family once, HELP and TYPE before its samples, nothing
/// between them, no sample twice, names and escapes as allowed, whole histograms.
/// </summary>
public static partial class ExpositionPage
{
    /// <exception cref="FormatException">The page is not what the format says; the message has the line.</exception>
    public static IReadOnlyDictionary<string, Family> Read(string page)
    {
        if (!page.EndsWith('\n'))
            throw new FormatException("The last line has no end.");
        var families = new Dictionary<string, Family>(StringComparer.Ordinal);
        var (help, open, samples) = (("", ""), default(Family), new List<Sample>());
        foreach (var line in page[..^1].Split('\n'))
        {
            if (Help().Match(line) is { Success: true } helpLine)
            {
                help = (helpLine.Groups["name"].Value, Unescape(helpLine.Groups["text"].Value, quotes: false, line));
            }
            else if (Type().Match(line) is { Success: true } type)
            {
                Require(help.Item1 == type.Groups["name"].Value, "TYPE follows the HELP of its family", line);
                open = new Family(help.Item1, help.Item2, type.Groups["type"].Value, samples = []);
                Require(families.TryAdd(open.Name, open), "each family is there once", line);
            }
            else
            {
                Require(open is not null, "TYPE comes before samples", line);
                samples.Add(ReadSample(open!, line));
            }
        }

        foreach (var family in families.Values)
            Check(family);
        return families;
    }

    private static Sample ReadSample(Family family, string line)
    {
        var match = SampleLine().Match(line);
        Require(match.Success, "this is a sample", line);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in match.Groups["label"].Captures.Zip(match.Groups["text"].Captures))
            Require(labels.TryAdd(name.Value, Unescape(value.Value, quotes: true, line)), "a sample has each label once", line);
        var sample = new Sample(match.Groups["name"].Value, labels, Number(match.Groups["value"].Value));
        var suffix = sample.Name.StartsWith(family.Name, StringComparison.Ordinal) ? sample.Name[family.Name.Length..] : "?";
        Require(family.Type == "histogram" ? suffix is "_bucket" or "_sum" or "_count" : suffix.Length == 0, "a sample is of the family above it", line);
        Require(family.Type == "histogram" || !labels.ContainsKey("le"), "only buckets have le", line);
        return sample;
    }

    private static void Check(Family family)
    {
        var keys = family.Samples.Select(sample => sample.Name + Key(sample.Labels)).ToList();
        Require(keys.Distinct(StringComparer.Ordinal).Count() == keys.Count, "no sample is there twice", family.Name);
        if (family.Type == "counter")
        {
            Require(family.Name.EndsWith("_total", StringComparison.Ordinal), "a counter is called _total", family.Name);
            Require(family.Samples.All(sample => sample.Value >= 0), "a counter is not negative", family.Name);
        }

        if (family.Type != "histogram")
            return;
        foreach (var one in family.Samples.GroupBy(sample => Key(sample.Labels.Where(label => label.Key != "le")), StringComparer.Ordinal))
        {
            var buckets = one.Where(sample => sample.Name == $"{family.Name}_bucket").ToList();
            var bounds = buckets.ConvertAll(bucket => Number(bucket.Labels["le"]));
            Require(bounds.Zip(bounds.Skip(1)).All(pair => pair.First < pair.Second) && double.IsPositiveInfinity(bounds[^1]), "bounds rise to +Inf", family.Name);
            Require(buckets.Zip(buckets.Skip(1)).All(pair => pair.First.Value <= pair.Second.Value), "buckets count all below", family.Name);
            Require(one.Single(sample => sample.Name == $"{family.Name}_count").Value.Equals(buckets[^1].Value), "the last bucket is the count", family.Name);
            Require(one.Count(sample => sample.Name == $"{family.Name}_sum") == 1, "there is one sum", family.Name);
        }
    }

    private static string Key(IEnumerable<KeyValuePair<string, string>> labels) =>
        string.Join('\n', labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}"));

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        "NaN" => double.NaN,
        _ => double.Parse(text, NumberStyles.Float & ~NumberStyles.AllowLeadingWhite & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture),
    };

    private static string Unescape(string text, bool quotes, string line) => Escape().Replace(text, escape => escape.Value switch
    {
        @"\\" => @"\",
        @"\n" => "\n",
        "\\\"" when quotes => "\"",
        _ => throw new FormatException($"Unknown escape {escape.Value}: {line}"),
    });

    private static void Require(bool holds, string what, string line)
    {
        if (!holds)
            throw new FormatException($"Not so: {what}: {line}");
    }

    [GeneratedRegex("^# HELP (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<text>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Help();

    [GeneratedRegex("^# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<type>counter|gauge|histogram)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Type();

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<label>[a-zA-Z_][a-zA-Z0-9_]*)="(?<text>([^"\\]|\\.)*)"(,(?<label>[a-zA-Z_][a-zA-Z0-9_]*)="(?<text>([^"\\]|\\.)*)")*\})? (?<value>\S+)$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SampleLine();

    [GeneratedRegex(@"\\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();
}
