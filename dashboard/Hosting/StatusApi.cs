using System.Reflection;
using EventOps.Dashboard.Access;
using EventOps.Grains.Hosting;
using EventOps.Operations;
using EventOps.Storage;

namespace EventOps.Dashboard.Hosting;

/// <summary>How the installation is.</summary>
internal static class StatusApi
{
    public static void MapStatus(this IEndpointRouteBuilder routes)
    {
        routes.MapEventOpsOperations().IsOpen("Whoever watches the process has no credentials; it holds counts and no persons");
        routes.MapGet("/api/status", Status).IsOpen("It says how the installation is, and nothing of its missions").WithTags("Status").WithName("Status").WithSummary("Version, runtime, database, commits");
    }

    private static StatusView Status(IJournal journal, StorageOptions storage, StartUp start, TimeProvider time, IServiceProvider services)
    {
        var link = services.GetService<ClusterLink>();
        var statistics = journal.Statistics;
        return new StatusView(
            typeof(StatusApi).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            EventOpsGrains.Runtime,
            link is null ? "one-process" : "cluster",
            link is null ? null : new ClusterView(!link.IsLost, link.Gateways),
            storage.PostgreSql is null ? "SQLite" : "PostgreSQL",
            start.Ready?.TotalSeconds,
            start.Age(time).TotalSeconds,
            new JournalView(
                statistics.Commits, statistics.Entries, statistics.Failed, statistics.Waiting, statistics.Commits == 0 ? 0 : Math.Round((double)statistics.Entries / statistics.Commits, 1)));
    }
}

/// <summary>How the installation is.</summary>
/// <param name="Version">Of EventOps.</param>
/// <param name="Runtime">What the grains run on.</param>
/// <param name="Mode">Where they run: one-process, this one, or cluster.</param>
/// <param name="Cluster">The cluster as this process sees it; left out when there is none.</param>
/// <param name="Database">Where things are stored.</param>
/// <param name="SecondsToReady">From the start of the process to the first request that could be answered.</param>
/// <param name="SecondsUp">Since the start of the process.</param>
/// <param name="Journal">What was written.</param>
public sealed record StatusView(string Version, string Runtime, string Mode, ClusterView? Cluster, string Database, double? SecondsToReady, double SecondsUp, JournalView Journal);

/// <summary>The cluster as this process sees it.</summary>
/// <param name="Connected">Whether any silo can be reached; if not, no scan can be decided.</param>
/// <param name="Gateways">How many silos it is connected to.</param>
public sealed record ClusterView(bool Connected, int Gateways);

/// <summary>What the journal's writer has done since the process started.</summary>
/// <param name="Commits">How many commits.</param>
/// <param name="Entries">How many entries they held.</param>
/// <param name="Failed">How many appends failed.</param>
/// <param name="Waiting">How many wait now.</param>
/// <param name="AverageBatch">Entries a commit.</param>
public sealed record JournalView(long Commits, long Entries, long Failed, int Waiting, double AverageBatch);
