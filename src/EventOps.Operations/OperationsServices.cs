using EventOps.Operations.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EventOps.Operations;

/// <summary>What every process of EventOps has for those who run it: /healthz, /readyz, /metrics, traces, and a quiet end.</summary>
public static class OperationsServices
{
    /// <summary>Adds what measures, what traces, and how the process ends. The storage has been added.</summary>
    public static IServiceCollection AddEventOpsOperations(this IServiceCollection services, OperationsOptions options) => services
        .AddSingleton(options)
        .AddSingleton<Readiness>()
        .AddSingleton<IHostLifetime, DrainingLifetime>()
        .AddSingleton<PrometheusExporter>()
        .AddHostedService<TelemetryProviders>();

    /// <summary>Names the spans of requests, where they are exported; to be used before all else.</summary>
    public static IApplicationBuilder UseEventOpsTraces(this IApplicationBuilder app) => TelemetryProviders.Exports ? app.Use(RequestSpans.Name) : app;

    /// <summary>Maps /healthz, /readyz and /metrics.</summary>
    public static IEndpointConventionBuilder MapEventOpsOperations(this IEndpointRouteBuilder routes)
    {
        var status = routes.MapGroup("").WithTags("Status");
        status.MapGet("/healthz", () => new HealthView("ok")).WithName("Health").WithSummary("Whether the process answers");
        status.MapGet("/readyz", Ready).WithName("Ready").WithSummary("Whether it should be sent requests").Produces<HealthView>().Produces<HealthView>(503);
        status.MapGet("/metrics", (PrometheusExporter exporter) => TypedResults.Bytes(exporter.Scrape(), PrometheusText.ContentType))
            .WithName("Metrics").WithSummary("What is counted and measured, in Prometheus's text format").Produces<string>(200, "text/plain");
        return status;
    }

    private static async Task<IResult> Ready(Readiness readiness, CancellationToken cancellation) =>
        await readiness.WhyNotAsync(cancellation) is { } why ? TypedResults.Json(new HealthView(why), statusCode: 503) : TypedResults.Ok(new HealthView("ok"));
}

/// <summary>Whether all is well.</summary>
/// <param name="Status">ok, or what is not.</param>
public sealed record HealthView(string Status);
