using System.Reflection;
using EventOps.Operations.Metrics;
using EventOps.Storage;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace EventOps.Operations;

/// <summary>
/// Collects what is measured, for /metrics and, where the environment names an OTEL_EXPORTER_OTLP_ENDPOINT, for that. Only then are there traces: without a
/// listener no request begins an activity.
/// </summary>
internal sealed class TelemetryProviders(OperationsOptions options, PrometheusExporter prometheus) : IHostedService, IDisposable
{
    private MeterProvider? _meters;
    private TracerProvider? _traces;

    /// <summary>Whose measurements are collected.</summary>
    internal static IReadOnlyList<string> Meters { get; } =
    [
        Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "System.Runtime", "Npgsql",
        "Microsoft.Orleans",
    ];

    /// <summary>Whose spans are exported: the request's, Orleans's between processes, and ours.</summary>
    internal static IReadOnlyList<string> Sources { get; } = ["Microsoft.AspNetCore", "Microsoft.Orleans.Application", Telemetry.Name];

    /// <summary>Whether the environment names someone to send to.</summary>
    internal static bool Exports => Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 };

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var meters = Sdk.CreateMeterProviderBuilder().ConfigureResource(Describe).AddMeter([.. Meters]).AddReader(new BaseExportingMetricReader(prometheus));
        _meters = (Exports ? meters.AddOtlpExporter() : meters).Build();
        if (Exports)
            _traces = Sdk.CreateTracerProviderBuilder().ConfigureResource(Describe).AddSource([.. Sources]).AddProcessor(new CallSpans()).AddOtlpExporter().Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sends what has not been sent.</summary>
    public void Dispose()
    {
        _traces?.Dispose();
        _meters?.Dispose();
    }

    private void Describe(ResourceBuilder resource)
    {
        var version = typeof(TelemetryProviders).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
        resource.AddService(options.Service, serviceVersion: version).AddEnvironmentVariableDetector();
    }
}
