using System.Collections.Concurrent;
using EventOps.Contracts;
using EventOps.Contracts.Board;
using EventOps.Dashboard.Delegates;
using EventOps.Grains.Hosting;
using EventOps.Storage;
using Microsoft.AspNetCore.SignalR;

namespace EventOps.Dashboard.Live;

/// <summary>
/// The boards that this process shows: each watches its mission's grain from the first time that someone asks for it. With every beat the grain is asked again, for it
/// may have moved to another silo; a page that hears no beat says that its numbers are old.
/// </summary>
public sealed partial class LiveBoards(
    IGrainFactory grains,
    Programmes programmes,
    DelegateDirectories people,
    IHubContext<LiveHub> hub,
    TimeProvider time,
    ILogger<LiveBoards> log,
    ClusterLink? cluster = null) : BackgroundService
{
    private static readonly TimeSpan BeatPeriod = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<MissionId, Lazy<Task<Watching>>> _boards = new();

    /// <summary>The board of a mission that is known to be there.</summary>
    public async Task<LiveBoard> GetAsync(MissionId mission)
    {
        var lazy = _boards.GetOrAdd(mission, id => new Lazy<Task<Watching>>(() => StartAsync(id)));
        try
        {
            return (await lazy.Value).Board;
        }
        catch
        {
            _boards.TryRemove(KeyValuePair.Create(mission, lazy));
            throw;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beats = new PeriodicTimer(BeatPeriod, time);
        while (await beats.WaitForNextTickAsync(stoppingToken))
        {
            // Whoever changes a programme tells the board; in a cluster that is how the other processes hear of it.
            if (cluster is not null)
            {
                foreach (var mission in programmes.Known.Where(mission => !_boards.ContainsKey(mission)))
                    _ = TryGetAsync(mission);
            }

            foreach (var watching in _boards.Values.Where(lazy => lazy is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
                _ = (await watching.Value).BeatAsync();
        }
    }

    private async Task TryGetAsync(MissionId mission)
    {
        try
        {
            await GetAsync(mission);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogNotWatched(log, mission.Value, failure.Message);
        }
    }

    private async Task<Watching> StartAsync(MissionId mission)
    {
        var watching = new Watching(mission, new LiveBoard(mission, programmes, people, hub, time), grains, log);
        await watching.WatchAsync();
        return watching.Board.Version > 0 ? watching : throw new TimeoutException($"The board of mission '{mission}' does not answer.");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The board of mission {Mission} does not answer; it is asked again ({Why})")]
    private static partial void LogNotWatched(ILogger log, string mission, string why);

    /// <summary>The observer is held here, for the runtime holds it weakly.</summary>
    private sealed class Watching : IBoardObserver
    {
        private readonly MissionId _mission;
        private readonly IGrainFactory _grains;
        private readonly ILogger _log;
        private readonly IBoardObserver _reference;
        private int _asking;

        public Watching(MissionId mission, LiveBoard board, IGrainFactory grains, ILogger log)
        {
            (_mission, Board, _grains, _log) = (mission, board, grains, log);
            _reference = grains.CreateObjectReference<IBoardObserver>(this);
        }

        public LiveBoard Board { get; }

        public async Task Changed(BoardState change)
        {
            if (!await Board.TakeAsync(change))
                await WatchAsync();
        }

        /// <summary>Tells the pages that all is well, if it is. While an answer is waited for there is no further question.</summary>
        public async Task BeatAsync()
        {
            if (Interlocked.Exchange(ref _asking, 1) == 1)
                return;
            try
            {
                await WatchAsync();
                if (!Board.IsLost)
                    Board.Beat();
            }
            finally
            {
                Volatile.Write(ref _asking, 0);
            }
        }

        public async Task WatchAsync()
        {
            try
            {
                Board.IsLost = !await Board.TakeAsync(await _grains.Board(_mission).Watch(_reference));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                if (!Board.IsLost)
                    LogNotWatched(_log, _mission.Value, failure.Message);
                Board.IsLost = true;
            }
        }
    }
}
