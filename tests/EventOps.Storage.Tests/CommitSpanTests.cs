using System.Collections.Concurrent;
using System.Diagnostics;

namespace EventOps.Storage.Tests;

public sealed class CommitSpansOnSqliteTests() : CommitSpanTests(new OnSqlite());

public sealed class CommitSpansOnPostgreSqlTests() : CommitSpanTests(new OnPostgreSql());

public abstract class CommitSpanTests(IStorageUnderTest storage) : StorageTest(storage)
{
    [Fact]
    public async Task From_every_scan_one_gets_to_the_commit_that_it_waited_for_and_back()
    {
        const int Scans = 40;
        var commits = new ConcurrentQueue<Activity>();
        using var source = new ActivitySource($"scans-{Guid.NewGuid()}");
        using var listener = new ActivityListener
        {
            ShouldListenTo = heard => heard == source || heard.Name == Telemetry.Name,
            Sample = (ref options) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.OperationName == "journal.commit")
                    commits.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var stream = await Storage.Journal.OpenAsync(Mission, Venue, 0, Cancelled);

        var scans = await Task.WhenAll(Enumerable.Range(1, Scans).Select(version => AppendAsync(source, stream, version)));

        var commitOf = commits.SelectMany(commit => commit.Links.Select(link => (link.Context.SpanId, Commit: commit))).ToDictionary(pair => pair.SpanId, pair => pair.Commit);
        commitOf.Keys.ShouldBe(scans.Select(scan => scan.SpanId), ignoreOrder: true);
        foreach (var scan in scans)
        {
            var commit = commitOf[scan.SpanId];
            if (commit.ParentSpanId != scan.SpanId)
                scan.Links.Single().Context.ShouldBe(commit.Context);
        }

        commits.Sum(commit => (int)commit.GetTagItem("eventops.journal.batch")!).ShouldBe(Scans);
        commits.ShouldAllBe(commit => commitOf.Values.Contains(commit) && commit.Links.Any(link => link.Context.SpanId == commit.ParentSpanId));
    }

    private static async Task<Activity> AppendAsync(ActivitySource source, JournalStream stream, int version)
    {
        using var scan = source.StartActivity("scan")!;
        await stream.AppendAsync(Entries.Admission(Venue, version, $"D-{version}"));
        return scan;
    }
}
