using System.Collections.Concurrent;
using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Dashboard.Access;
using EventOps.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EventOps.Dashboard.Rehearsal;

/// <summary>The rehearsals that this process plays: a crowd for each mission that is rehearsed, from the moment it is first asked for.</summary>
public sealed partial class Rehearsals(
    IGrainFactory grains, Programmes programmes, ICatalogue catalogue, Credentials credentials, TimeProvider time, IServer server, IHostApplicationLifetime life, ILogger<Rehearsals> log)
{
    private readonly ConcurrentDictionary<MissionId, Lazy<Task>> _crowds = new();

    /// <summary>Sets how fast a rehearsal runs, and calls the crowd when there is none yet.</summary>
    /// <param name="mission">A mission on a rehearsal's clock.</param>
    /// <param name="speed">Mission seconds for each real second; 0 stands still.</param>
    public async Task<MissionProgramme> SetSpeedAsync(MissionProgramme mission, double speed)
    {
        var clock = mission.Clock.WithSpeed(speed, time.GetUtcNow());
        var programme = await grains.Mission(mission.Mission).SetClock(clock);
        if (speed > 0)
            _ = _crowds.GetOrAdd(mission.Mission, id => new Lazy<Task>(() => PlayAsync(id))).Value;
        return programme;
    }

    private async Task PlayAsync(MissionId mission)
    {
        try
        {
            await new Crowd(mission, Address(), programmes, catalogue, credentials, time, log).PlayAsync(moment => SkipToAsync(mission, moment), life.ApplicationStopping);
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
        catch (Exception failure)
        {
            LogFailed(log, mission.Value, failure);
        }
    }

    private async Task SkipToAsync(MissionId mission, DateTimeOffset moment)
    {
        if (await programmes.GetAsync(mission) is { } programme)
            await grains.Mission(mission).SetClock(programme.Clock.Showing(moment, time.GetUtcNow()));
    }

    private Uri Address()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.FirstOrDefault(candidate => candidate.StartsWith("http://", StringComparison.Ordinal)) ?? "http://localhost:5080";
        return new Uri(address.Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal).Replace("//[::]", "//127.0.0.1", StringComparison.Ordinal).Replace("//+", "//127.0.0.1", StringComparison.Ordinal));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The rehearsal of mission {Mission} stopped")]
    private static partial void LogFailed(ILogger log, string mission, Exception failure);
}
