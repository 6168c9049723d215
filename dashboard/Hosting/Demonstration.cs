using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Imports;
using EventOps.Dashboard.Rehearsal;
using EventOps.Programme;
using EventOps.Storage;

namespace EventOps.Dashboard.Hosting;

/// <summary>The demonstration mission: imported once, on a rehearsal's clock that begins on the morning of its busiest day.</summary>
internal static class Demonstration
{
    private const string Name = "Canadian trade mission to Mexico, February 2026 (demonstration)";

    private static readonly MissionId Mission = new("demo");
    private static readonly DateTimeOffset Begins = new(2026, 2, 16, 8, 30, 0, TimeSpan.FromHours(-6));

    public static async Task LoadAsync(IServiceProvider services, string folder)
    {
        var programmes = services.GetRequiredService<Programmes>();
        var isAlone = (await services.GetRequiredService<ICatalogue>().MissionsAsync()).All(mission => mission.Mission == Mission);
        await services.GetRequiredService<Visitors>().InviteAsync(Mission, isAlone);
        if (await programmes.GetAsync(Mission) is { Sessions.IsEmpty: false })
            return;

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await services.GetRequiredService<IGrainFactory>().Mission(Mission).Create(Name, new MissionClock(now, Begins, 0));
        var files = Directory.GetFiles(folder, "*.csv").Select(path => new ImportFile(Path.GetFileName(path), File.OpenRead(path))).ToList();
        var desk = services.GetRequiredService<ImportDesk>();
        await desk.WriteAsync(Mission, await desk.ReadAsync(Mission, files));
        foreach (var file in files)
            await file.Content.DisposeAsync();
    }

    /// <summary>Begins to play it; at no speed it stays as it is, for another dashboard may play it already.</summary>
    public static async Task RehearseAsync(IServiceProvider services, double speed)
    {
        if (speed > 0 && await services.GetRequiredService<Programmes>().GetAsync(Mission) is { Clock.IsRehearsal: true } programme)
            await services.GetRequiredService<Rehearsals>().SetSpeedAsync(programme, speed);
    }
}
