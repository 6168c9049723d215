using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace EventOps.Grains.Hosting;

/// <summary>Asks for the cluster while it is lost: Orleans opens a connection only when somebody calls.</summary>
internal sealed class ClusterLinkKeeper(ClusterLink link, IGrainFactory grains, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(GrainRuntime.Look, time);
        while (await looks.WaitForNextTickAsync(stoppingToken))
        {
            if (link.IsLost)
                _ = grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true).ContinueWith(
                    answer => answer.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }
}
