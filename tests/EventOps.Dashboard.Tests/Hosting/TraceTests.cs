using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace EventOps.Dashboard.Tests.Hosting;

/// <summary>A scan's way from HTTP through the grains to its commit, as spans.</summary>
public abstract class TraceTests(Installation installation)
{
    private const string Http = "Microsoft.AspNetCore.Hosting.HttpRequestIn";
    private const string Calls = "Microsoft.Orleans.Application";

    [Fact]
    public async Task One_scan_is_one_trace_from_the_request_to_the_commit()
    {
        var mission = await installation.SmallMissionAsync();
        using var spans = new Spans();

        var scan = new Scan("CODE-ANA", Doors.Opening);
        await spans.SendAsync(installation.Http, $"/api/missions/{mission.Id}/scans", scan.Json());

        string[] way = [Http, "delegate.scan", "session.scan", "venue.scan", "journal.commit"];
        var trace = await spans.OfTraceAsync();
        var ours = trace.Where(span => span.Source.Name != Calls).ToList();
        ours.Select(span => span.OperationName).ShouldBe(way, ignoreOrder: true);
        var byName = ours.ToDictionary(span => span.OperationName);
        foreach (var (outer, inner) in way.Zip(way.Skip(1)))
            WhoCalled(byName[inner]).ShouldBe(byName[outer], $"{inner} in {outer}");
        byName["journal.commit"].Links.Select(link => link.Context.SpanId).ShouldBe([byName["venue.scan"].SpanId]);
        trace.SelectMany(span => span.TagObjects).Select(tag => $"{tag.Key}={tag.Value}")
            .Where(tag => tag.Contains("CODE-ANA", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();

        // On Orleans a call between grains has spans of its own, one on either side.
        Activity WhoCalled(Activity span)
        {
            var outer = trace.Single(other => other.SpanId == span.ParentSpanId);
            return outer.Source.Name == Calls ? WhoCalled(outer) : outer;
        }
    }

    [Fact]
    public async Task While_nobody_listens_no_request_begins_an_activity()
    {
        var mission = await installation.SmallMissionAsync();
        var seen = new ConcurrentQueue<Activity?>();
        installation.Clock.Asked = () => seen.Enqueue(Activity.Current);

        await mission.AdmitAsync("CODE-ANA", Doors.Opening);
        installation.Clock.Asked = null;

        seen.ShouldNotBeEmpty();
        seen.ShouldAllBe(activity => activity == null);
    }

    /// <summary>Listens to all that a tracer provider would, and to one trace.</summary>
    private sealed class Spans : IDisposable
    {
        private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
        private readonly ConcurrentQueue<Activity> _stopped = [];
        private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ActivityListener _listener;

        public Spans()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name is "EventOps" or "Microsoft.AspNetCore" or Calls,
                Sample = (ref options) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = Stopped,
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public async Task SendAsync(HttpClient http, string path, string json)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
            request.Headers.Add("traceparent", $"00-{_trace}-{ActivitySpanId.CreateRandom()}-01");
            using var response = await http.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        /// <summary>The spans of the trace, once the request's has ended, which is the last.</summary>
        public async Task<IReadOnlyList<Activity>> OfTraceAsync()
        {
            await _answered.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            return [.. _stopped];
        }

        public void Dispose() => _listener.Dispose();

        private void Stopped(Activity activity)
        {
            if (activity.TraceId != _trace)
                return;
            _stopped.Enqueue(activity);
            if (activity.OperationName == Http)
                _answered.TrySetResult();
        }
    }

    public sealed class OnSqlite(SqliteInstallation installation) : TraceTests(installation), IClassFixture<SqliteInstallation>;

    public sealed class OnPostgreSql(PostgreSqlInstallation installation) : TraceTests(installation), IClassFixture<PostgreSqlInstallation>;
}
