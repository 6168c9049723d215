using System.Collections.Concurrent;
using EventOps.Contracts;
using EventOps.Contracts.Board;
using EventOps.Dashboard.Delegates;
using EventOps.Storage;
using Microsoft.AspNetCore.SignalR;

namespace EventOps.Dashboard.Live;

/// <summary>The boards that this process shows: each watches its mission's grain while anyone has asked for it, and beats for the pages.</summary>
public sealed partial class LiveBoards(
    IGrainFactory grains, Programmes programmes, DelegateDirectories people, IHubContext<LiveHub> hub, TimeProvider time, ILogger<LiveBoards> log) : BackgroundService
{
    private static readonly TimeSpan BeatPeriod = TimeSpan.FromSeconds(2);

    // The grain forgets observers after two minutes, and has none after it moved.
    private static readonly TimeSpan WatchPeriod = TimeSpan.FromSeconds(30);

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
        var watched = time.GetTimestamp();
        using var beats = new PeriodicTimer(BeatPeriod, time);
        while (await beats.WaitForNextTickAsync(stoppingToken))
        {
            var again = time.GetElapsedTime(watched) >= WatchPeriod;
            if (again)
                watched = time.GetTimestamp();
            foreach (var watching in _boards.Values.Where(lazy => lazy is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
            {
                var board = await watching.Value;
                if (again)
                    await board.WatchAsync();
                board.Board.Beat();
            }
        }
    }

    private async Task<Watching> StartAsync(MissionId mission)
    {
        var watching = new Watching(mission, new LiveBoard(mission, programmes, people, hub, time), grains, log);
        await watching.WatchAsync();
        return watching.Board.Version > 0 ? watching : throw new TimeoutException($"The board of mission '{mission}' does not answer.");
    }

    /// <summary>The observer is held here, for the runtime holds it weakly.</summary>
    private sealed partial class Watching : IBoardObserver
    {
        private readonly MissionId _mission;
        private readonly IGrainFactory _grains;
        private readonly ILogger _log;
        private readonly IBoardObserver _reference;

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

        public async Task WatchAsync()
        {
            try
            {
                await Board.TakeAsync(await _grains.Board(_mission).Watch(_reference));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogNotWatched(_log, _mission.Value, failure);
            }
        }

        [LoggerMessage(Level = LogLevel.Warning, Message = "The board of mission {Mission} could not be watched; it is tried again")]
        private static partial void LogNotWatched(ILogger log, string mission, Exception failure);
    }
}
