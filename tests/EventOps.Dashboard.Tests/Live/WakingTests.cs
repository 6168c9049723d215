using EventOps.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace EventOps.Dashboard.Tests.Live;

/// <summary>After a start everyone wakes at once: boards ask all doors and sessions, which tell the boards.</summary>
public sealed class WakingTests
{
    private const int Missions = 24;
    private const int Starts = 8;

    [Fact]
    public async Task Boards_and_those_whom_they_ask_wake_each_other_and_nobody_waits_in_a_circle()
    {
        await using var installation = new SqliteInstallation();
        await installation.InitializeAsync();
        var missions = new List<MissionId>();
        for (var made = 0; made < Missions; made++)
            missions.Add(new MissionId((await installation.SmallMissionAsync()).Id));

        for (var start = 0; start < Starts; start++)
        {
            await installation.RestartAsync();
            var grains = installation.Services.GetRequiredService<IGrainFactory>();
            await Task.WhenAll(missions.SelectMany(mission => new[]
            {
                Task.Run(() => grains.Venue(mission, new VenueId("centre")).Refresh(0)),
                Task.Run(() => grains.Venue(mission, new VenueId("annex")).Refresh(0)),
                Task.Run(() => grains.Session(mission, new SessionId("opening")).Refresh(0)),
                Task.Run(() => grains.Session(mission, new SessionId("board")).Refresh(0)),
                Task.Run(() => grains.Session(mission, new SessionId("workshop")).Refresh(0)),
            }));
        }
    }
}
