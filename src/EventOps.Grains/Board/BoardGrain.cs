using EventOps.Contracts;
using EventOps.Contracts.Board;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Sessions;
using EventOps.Contracts.Venues;
using EventOps.Domain.Board;
using EventOps.Storage;
using Orleans.Runtime;
using Orleans.Utilities;

namespace EventOps.Grains.Board;

/// <inheritdoc cref="IBoardGrain"/>
internal sealed partial class BoardGrain(Programmes programmes, TimeProvider time, ILogger<BoardGrain> log) : Grain, IBoardGrain
{
    private static readonly TimeSpan ObserversExpire = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AskPeriod = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AskAllPeriod = TimeSpan.FromSeconds(30);

    private readonly ObserverManager<IBoardObserver, IBoardObserver> _observers = new(ObserversExpire, log);
    private MissionId _mission;
    private MissionProgramme _programme = null!;
    private BoardSums _sums = null!;
    private Announcer _announcer = null!;
    private long _askedAll;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // Where nothing in an activation waits, Orleans 10.4 runs its first calls while it holds its lock. The board and those whom it asks call each other: theirs and
        // its would be waited for in a circle, for ever.
        await Task.Yield();
        _mission = new MissionId(this.GetPrimaryKeyString());
        _programme = await programmes.GetAsync(_mission) ?? throw new InvalidOperationException($"There is no mission '{_mission}'.");
        _sums = new BoardSums(_programme, time.GetUtcNow().ToUnixTimeMilliseconds());
        _announcer = new Announcer(this, Announce);
        _askedAll = time.GetTimestamp();
        this.RegisterGrainTimer(AskTheSilent, new GrainTimerCreationOptions(TimeSpan.Zero, AskPeriod));
    }

    /// <inheritdoc/>
    public Task VenueChanged(VenueSummary summary)
    {
        _sums.Put(summary);
        _announcer.Changed();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task SessionChanged(SessionSummary summary)
    {
        _sums.Put(summary);
        _announcer.Changed();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ProgrammeChanged(MissionProgramme programme)
    {
        if (programme.Version > _programme.Version)
            _programme = programme;
        _sums.Put(programme);
        _announcer.Changed();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<BoardState> Watch(IBoardObserver observer)
    {
        // What is pending goes to the others first, so that one version never means two things.
        Announce();
        _observers.Subscribe(observer, observer);
        return Task.FromResult(_sums.Whole());
    }

    private void Announce()
    {
        if (!_sums.HasChanged)
            return;
        var change = _sums.TakeChanges();
        _ = _observers.Notify(observer => observer.Changed(change));
    }

    /// <summary>
    /// A board that starts anew asks those that it has not heard of; now and then it asks everyone, for what was last told may have been lost with a silo.
    /// Nobody waits for them: they answer by telling.
    /// </summary>
    private Task AskTheSilent(CancellationToken cancellation)
    {
        var version = _programme.Version;
        var all = time.GetElapsedTime(_askedAll) >= AskAllPeriod;
        if (all)
            _askedAll = time.GetTimestamp();
        foreach (var venue in _programme.Venues.Where(venue => all || !_sums.Knows(venue.Id)))
            _ = Ask(GrainFactory.Venue(_mission, venue.Id).Refresh(version), venue.Id.Value);
        foreach (var session in _programme.Sessions.Where(session => all || !_sums.Knows(session.Id)))
            _ = Ask(GrainFactory.Session(_mission, session.Id).Refresh(version), session.Id.Value);
        return Task.CompletedTask;
    }

    private async Task Ask(Task refresh, string whom)
    {
        try
        {
            await refresh;
        }
        catch (Exception failure)
        {
            LogSilent(log, whom, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Whom} does not answer the board; it is asked again")]
    private static partial void LogSilent(ILogger log, string whom, Exception failure);
}
