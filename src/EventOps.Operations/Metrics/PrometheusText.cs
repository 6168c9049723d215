using System.Globalization;
using System.Text;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace EventOps.Operations.Metrics;

/// <summary>Prometheus's text exposition format, version 0.0.4: families of samples, each with its HELP and TYPE once.</summary>
internal sealed class PrometheusText
{
    /// <summary>The type under which it is sent.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _families = new(StringComparer.Ordinal);

    /// <summary>Says which program this is, and of which version.</summary>
    public void AddTarget(Resource resource)
    {
        if (!Begin("target_info", "Which program this is.", "gauge"))
            return;
        Sample("target_info", Labels(resource.Attributes!), "1");
    }

    /// <summary>Adds an instrument with all its points. Of two that would have one name, the first is kept: a page has each name once.</summary>
    public void Add(Metric metric)
    {
        var type = metric.MetricType switch
        {
            MetricType.LongSum or MetricType.DoubleSum => "counter",
            MetricType.Histogram => "histogram",
            MetricType.ExponentialHistogram => null,
            _ => "gauge",
        };
        var name = PrometheusNames.OfMetric(metric.Name, metric.Unit, type == "counter", type == "gauge");
        if (type is null || !Begin(name, metric.Description, type))
            return;
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var labels = Labels(point.Tags);
            switch (metric.MetricType)
            {
                case MetricType.Histogram:
                    AddHistogram(name, labels, point);
                    break;
                case MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic:
                    Sample(name, labels, Number(point.GetSumDouble()));
                    break;
                case MetricType.LongSum or MetricType.LongSumNonMonotonic:
                    Sample(name, labels, Number(point.GetSumLong()));
                    break;
                case MetricType.DoubleGauge:
                    Sample(name, labels, Number(point.GetGaugeLastValueDouble()));
                    break;
                default:
                    Sample(name, labels, Number(point.GetGaugeLastValueLong()));
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private bool Begin(string name, string help, string type)
    {
        if (!_families.Add(name))
            return false;
        _text.Append("# HELP ").Append(name).Append(' ').Append(help.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)).Append('\n');
        _text.Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
        return true;
    }

    private void AddHistogram(string name, string labels, in MetricPoint point)
    {
        var (count, before) = (0L, labels.Length == 0 ? "" : $"{labels},");
        foreach (var bucket in point.GetHistogramBuckets())
        {
            count += bucket.BucketCount;
            Sample($"{name}_bucket", $"{before}le=\"{Number(bucket.ExplicitBound)}\"", Number(count));
        }

        Sample($"{name}_sum", labels, Number(point.GetHistogramSum()));
        Sample($"{name}_count", labels, Number(count));
    }

    private void Sample(string name, string labels, string value)
    {
        _text.Append(name);
        if (labels.Length > 0)
            _text.Append('{').Append(labels).Append('}');
        _text.Append(' ').Append(value).Append('\n');
    }

    private static string Labels(OpenTelemetry.ReadOnlyTagCollection tags)
    {
        if (tags.Count == 0)
            return "";
        var pairs = new List<KeyValuePair<string, object?>>(tags.Count);
        foreach (var tag in tags)
            pairs.Add(tag);
        return Labels(pairs);
    }

    private static string Text(object? value) => value is bool yes ? (yes ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Two tags that would have one name become one label: a sample has each name once.</summary>
    private static string Labels(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(
        ',',
        tags.GroupBy(tag => PrometheusNames.OfLabel(tag.Key), tag => Text(tag.Value))
            .Select(label => $"{label.Key}=\"{Escape(string.Join(';', label))}\""));

    private static string Escape(string value) =>
        value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        double.NaN => "NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
