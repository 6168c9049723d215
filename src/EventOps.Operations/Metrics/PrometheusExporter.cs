using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace EventOps.Operations.Metrics;

/// <summary>Hands out what is measured when it is asked for, in Prometheus's text format.</summary>
[ExportModes(ExportModes.Pull)]
internal sealed class PrometheusExporter : BaseExporter<Metric>, IPullMetricExporter
{
    private const int PatienceMilliseconds = 5_000;

    private readonly Lock _gate = new();
    private byte[] _page = [];

    /// <inheritdoc/>
    public Func<int, bool>? Collect { get; set; }

    /// <summary>Collects now. One after the other: a collection writes its page while it runs.</summary>
    public byte[] Scrape()
    {
        lock (_gate)
        {
            _page = [];
            Collect?.Invoke(PatienceMilliseconds);
            return _page;
        }
    }

    /// <inheritdoc/>
    public override ExportResult Export(in Batch<Metric> batch)
    {
        var text = new PrometheusText();
        text.AddTarget(ParentProvider.GetResource());
        foreach (var metric in batch)
            text.Add(metric);
        _page = Encoding.UTF8.GetBytes(text.ToString());
        return ExportResult.Success;
    }
}
