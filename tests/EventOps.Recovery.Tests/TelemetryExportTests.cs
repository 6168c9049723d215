using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EventOps.Recovery.Tests;

/// <summary>With an OTEL_EXPORTER_OTLP_ENDPOINT in its environment it sends what it measures and traces there, the last of it when it ends.</summary>
public sealed class TelemetryExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eventops-export-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Measurements_and_spans_arrive_at_a_collector()
    {
        var received = new ConcurrentQueue<(string Path, string Text)>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var collector = builder.Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/v1/{signal}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.Enqueue((request.Path, Encoding.Latin1.GetString(body.ToArray())));
        });
        await collector.StartAsync();

        await using var dashboard = new DashboardProcess(new StorageOptions { Folder = _folder });
        dashboard.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.Single();
        dashboard.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        await dashboard.StartAsync();
        using (var http = Keys.Client(dashboard.Address))
        {
            await Festival.OpenAsync(http, new StorageOptions { Folder = _folder });
            (await http.GetAsync($"/api/missions/{Festival.Mission}/delegates?search=Person")).EnsureSuccessStatusCode();
            (await http.GetAsync($"/api/missions/{Festival.Mission}/delegates/p17")).EnsureSuccessStatusCode();
        }

        await using (var load = new Load(dashboard.Address, () => Task.CompletedTask, seed: 1))
        {
            await load.MoreAnswersAsync(50);
            await load.EndAsync();
        }

        dashboard.Terminate();
        (await dashboard.EndAsync()).ShouldBe(0);

        var measured = string.Concat(received.Where(message => message.Path == "/v1/metrics").Select(message => message.Text));
        var traced = string.Concat(received.Where(message => message.Path == "/v1/traces").Select(message => message.Text));
        foreach (var name in (string[])["eventops-dashboard", "eventops.scans", "eventops.journal.commit.duration", "http.server.request.duration"])
            measured.ShouldContain(name);
        foreach (var name in (string[])["eventops-dashboard", "POST /api/missions/{mission}/scans", "delegate.scan", "session.scan", "venue.scan", "journal.commit"])
            traced.ShouldContain(name);
        foreach (var personal in (string[])["BADGE-", "Person", "p17"])
            (measured + traced).ShouldNotContain(personal);
    }
}
