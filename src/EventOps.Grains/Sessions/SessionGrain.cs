using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;
using EventOps.Contracts.Sessions;
using EventOps.Domain.Sessions;
using EventOps.Storage;
using Orleans.Concurrency;

namespace EventOps.Grains.Sessions;

/// <inheritdoc cref="ISessionGrain"/>
[Reentrant]
internal sealed class SessionGrain(IJournal journal, ICatalogue catalogue, Programmes programmes, TimeProvider time) : Grain, ISessionGrain
{
    private readonly List<JournalEntry> _meanwhile = [];
    private readonly SharedTurn _opening = new();
    private MissionId _mission;
    private SessionId _id;
    private Open? _open;
    private Announcer? _announcer;
    private long _revision;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_mission, var id) = GrainKeys.Split(this.GetPrimaryKeyString());
        _id = new SessionId(id);
        _revision = time.GetUtcNow().ToUnixTimeMilliseconds();
        _announcer = new Announcer(this, Announce);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<JournalEntry> Scan(ScanCommand command)
    {
        using var trace = Telemetry.Traces.StartActivity("session.scan");
        var open = await Opened(command.CatalogueVersion);
        if (command.Refusal is null && command.Direction == Direction.Entry)
            command = await AddRules(open, command);
        return await Count(GrainFactory.Venue(_mission, command.Door.Venue).Scan(command));
    }

    /// <inheritdoc/>
    public async Task<JournalEntry> Annul(AnnulCommand command)
    {
        using var trace = Telemetry.Traces.StartActivity("session.annul");
        await Opened(command.CatalogueVersion);
        return await Count(GrainFactory.Venue(_mission, command.Annulled!.Venue).Annul(command));
    }

    /// <inheritdoc/>
    public async Task<Roster> Roster()
    {
        var state = (await Opened(0)).State;
        return new Roster(state.Summarise(_id, ++_revision), state.Lines());
    }

    /// <inheritdoc/>
    public async Task Refresh(long catalogueVersion)
    {
        await Opened(catalogueVersion);
        _announcer!.Changed();
    }

    private async ValueTask<ScanCommand> AddRules(Open open, ScanCommand command)
    {
        var registration = open.State.Find(command.Delegate!.Value);
        var refusal = SessionRules.Check(open.Session, open.Place, registration, command);
        if (refusal is { Facts.Access: not null })
            refusal = refusal with { Facts = refusal.Facts with { SessionsNow = await AgendaOf(open, command) } };
        var held = SessionRules.SeatsHeldFromThem(open.Session, open.State, registration, command.ReceivedAt);
        return refusal is null && held == 0 ? command : command with { Refusal = refusal, HeldSeats = held, HeldFor = open.Session.HeldFor };
    }

    private async Task<ImmutableArray<SessionPlace>> AgendaOf(Open open, ScanCommand command)
    {
        var registrations = await Stored.Read(() => catalogue.RegistrationsAsync(_mission, command.Delegate!.Value));
        return AgendaRules.Now(open.Programme, registrations.Select(registration => registration.Session).ToHashSet(), command.ReceivedAt);
    }

    /// <summary>Counts what came of a scan; when nobody knows what came of it, the roster is read again.</summary>
    private async Task<JournalEntry> Count(Task<JournalEntry> scan)
    {
        try
        {
            var entry = await scan;
            _open?.State.Apply(entry);
            if (_opening.IsUnderWay)
                _meanwhile.Add(entry);
            if (entry.Kind is EntryKind.Admitted or EntryKind.Annulled)
                _announcer!.Changed();
            return entry;
        }
        catch
        {
            _open = null;
            throw;
        }
    }

    private async ValueTask<Open> Opened(long catalogueVersion)
    {
        while (_open is null || _open.Programme.Version < catalogueVersion)
            await _opening.Join(() => Reopen(catalogueVersion));
        return _open;
    }

    private async Task Reopen(long catalogueVersion)
    {
        var programme = await Stored.Read(async () => await programmes.GetAsync(_mission, catalogueVersion));
        var session = programme?.Sessions.FirstOrDefault(candidate => candidate.Id == _id)
            ?? throw new InvalidOperationException($"Mission '{_mission}' has no session '{_id}'.");
        var state = new SessionState(await Stored.Read(() => catalogue.RegistrationsAsync(_mission, _id)));
        _meanwhile.Clear();
        foreach (var entry in await Stored.Read(() => journal.ReadSessionAsync(_mission, _id)))
            state.Apply(entry);

        // What was committed after the journal was read here was counted in the roster that this one replaces; twice counts once.
        foreach (var entry in _meanwhile)
            state.Apply(entry);
        _open = new Open(programme, session, AgendaRules.Place(programme, session), state);
    }

    private void Announce()
    {
        if (_open is { } open)
            _ = GrainFactory.Board(_mission).SessionChanged(open.State.Summarise(_id, ++_revision));
    }

    private sealed record Open(MissionProgramme Programme, Session Session, SessionPlace Place, SessionState State);
}
