using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Scans;
using EventOps.Contracts.Venues;
using EventOps.Domain.Delegates;
using EventOps.Domain.Venues;
using EventOps.Storage;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace EventOps.Grains.Venues;

/// <inheritdoc cref="IVenueGrain"/>
/// <remarks>A scan takes its place in memory at once and the turn ends; the answer waits for the commit.</remarks>
[Reentrant]
internal sealed partial class VenueGrain(
    IJournal journal,
    Programmes programmes,
    TimeProvider time,
    ILogger<VenueGrain> log,
    [PersistentState("venue", GrainStorage.Name)] IPersistentState<VenueMemory> memory) : Grain, IVenueGrain
{
    private static readonly TimeSpan TrendPeriod = TimeSpan.FromSeconds(5);

    private readonly Dictionary<Guid, Task<JournalEntry>> _nobodys = [];
    private readonly SharedTurn _opening = new();
    private MissionId _mission;
    private VenueId _venue;
    private VenuePlan? _plan;
    private VenueDoors? _doors;
    private VenueSnapshots _snapshots = null!;
    private Announcer _announcer = null!;
    private long _revision;
    private bool _trendShown;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_mission, var id) = GrainKeys.Split(this.GetPrimaryKeyString());
        _venue = new VenueId(id);
        _revision = time.GetUtcNow().ToUnixTimeMilliseconds();
        _snapshots = new VenueSnapshots(memory, this.GetPrimaryKeyString(), log);
        _announcer = new Announcer(this, Announce);
        this.RegisterGrainTimer(ShowTrend, new GrainTimerCreationOptions(TrendPeriod, TrendPeriod) { Interleave = true });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<JournalEntry> Scan(ScanCommand command)
    {
        using var trace = Telemetry.Traces.StartActivity("venue.scan");

        // A person's scans were looked up by the person; a code that is nobody's is looked up here (rule 1).
        return command.Delegate is null ? SameScan(await DecideOnce(command), command) : await Decide(command);
    }

    /// <summary>Repeats that come while the first is decided share its decision: a second append of one id would put off everyone at these doors.</summary>
    private async Task<JournalEntry> DecideOnce(ScanCommand command)
    {
        if (_nobodys.TryGetValue(command.ScanId, out var first))
            return await first;
        _nobodys.Add(command.ScanId, first = FindOrDecide());
        try
        {
            return await first;
        }
        finally
        {
            _nobodys.Remove(command.ScanId);
        }

        async Task<JournalEntry> FindOrDecide() => await Stored.Read(() => journal.FindAsync(_mission, command.ScanId)) ?? await Decide(command);
    }

    private async Task<JournalEntry> Decide(ScanCommand command)
    {
        var doors = await Open(command.CatalogueVersion);
        try
        {
            return await Commit(doors, DoorRules.Decide(doors.Decided, _plan!, command));
        }
        catch (DuplicateScanException duplicate)
        {
            return SameScan(duplicate.Existing, command);
        }
    }

    /// <inheritdoc/>
    public async Task<JournalEntry?> Depart(ScanCommand command)
    {
        using var trace = Telemetry.Traces.StartActivity("venue.depart");
        var doors = await Open(command.CatalogueVersion);
        return DoorRules.Depart(doors.Decided, _plan!, command) is { } departure ? await Commit(doors, departure) : null;
    }

    /// <inheritdoc/>
    public async Task<JournalEntry> Annul(AnnulCommand command)
    {
        using var trace = Telemetry.Traces.StartActivity("venue.annul");
        var doors = await Open(command.CatalogueVersion);
        try
        {
            return await Commit(doors, DoorRules.Annul(doors.Decided, _plan!, command));
        }
        catch (DuplicateScanException)
        {
            // The person's own entries were looked through by the person.
            throw new ScanIdReusedException($"Scan id {command.AnnulmentId} stands for another scan.");
        }
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<PersonInside>> Inside() => (await Open(0)).Committed.Inside();

    /// <inheritdoc/>
    public async Task<VenueSummary> Summary() => await Summarise(await Open(0));

    /// <inheritdoc/>
    public async Task Refresh(long catalogueVersion)
    {
        await Open(catalogueVersion);
        _announcer.Changed();
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_doors is { IsBroken: false } doors)
            await _snapshots.SaveLast(doors.Committed);
    }

    /// <summary>The doors, once the stream is read and the plan is at least so new. After the last await nothing else runs before the caller decides.</summary>
    private async ValueTask<VenueDoors> Open(long catalogueVersion)
    {
        while (_doors is null or { IsBroken: true } || _plan is null || _plan.Version < catalogueVersion)
            await _opening.Join(() => Reopen(catalogueVersion));
        return _doors;
    }

    private async Task Reopen(long catalogueVersion)
    {
        if (_plan is null || _plan.Version < catalogueVersion)
        {
            var programme = await Stored.Read(async () => await programmes.GetAsync(_mission, catalogueVersion));
            _plan = (programme is null ? null : VenuePlan.Of(programme, _venue))
                ?? throw new InvalidOperationException($"Mission '{_mission}' has no venue '{_venue}'.");
        }

        if (_doors is null or { IsBroken: true })
        {
            var snapshot = _snapshots.Last;
            _doors = new VenueDoors(snapshot, await Stored.Read(() => journal.OpenAsync(_mission, _venue, snapshot?.Version ?? 0)));
        }
    }

    private async Task<JournalEntry> Commit(VenueDoors doors, JournalEntry entry)
    {
        try
        {
            await doors.Commit(entry);
        }
        catch (VersionConflictException conflict)
        {
            // Another activation writes this stream: the journal has decided which of us is the venue.
            LogConflict(log, this.GetPrimaryKeyString(), conflict);
            DeactivateOnIdle();
            throw new NotDurableException("Another process is deciding for this venue.", conflict);
        }
        catch (JournalException away) when (away is not DuplicateScanException)
        {
            throw new NotDurableException(away.Message, away);
        }

        _announcer.Changed();
        _snapshots.SaveNowAndThen(doors.Committed);
        return entry;
    }

    private static JournalEntry SameScan(JournalEntry answered, ScanCommand command) =>
        RepeatRules.IsSameScan(answered, command) ? answered : throw new ScanIdReusedException($"Scan id {command.ScanId} stands for another scan.");

    private void Announce()
    {
        if (_doors is not { IsBroken: false } doors || _plan is null)
            return;
        _ = AnnounceAsync(doors);
    }

    private async Task AnnounceAsync(VenueDoors doors)
    {
        var summary = await Summarise(doors);
        _trendShown = summary.Rooms.Any(room => room.Trend != 0 || room.ArrivalsPerMinute > 0);
        await GrainFactory.Board(_mission).VenueChanged(summary);
    }

    private async Task<VenueSummary> Summarise(VenueDoors doors)
    {
        var programme = await Stored.Read(async () => await programmes.GetAsync(_mission)) ?? throw new InvalidOperationException($"There is no mission '{_mission}'.");
        return doors.Committed.Summarise(_plan!, ++_revision, programme.Clock.At(time.GetUtcNow()));
    }

    /// <summary>A trend fades while nobody comes or goes.</summary>
    private Task ShowTrend(CancellationToken cancellation)
    {
        if (_trendShown)
            _announcer.Changed();
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Venue {Venue} is written by another activation; this one ends")]
    private static partial void LogConflict(ILogger log, string venue, Exception conflict);
}
