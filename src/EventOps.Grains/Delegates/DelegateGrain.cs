using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Scans;
using EventOps.Domain.Delegates;
using EventOps.Storage;

namespace EventOps.Grains.Delegates;

/// <inheritdoc cref="IDelegateGrain"/>
/// <remarks>Not reentrant: a badge that is presented at two doors at once is decided one after the other.</remarks>
internal sealed class DelegateGrain(IDelegateFiles files, Programmes programmes, IJournal journal) : Grain, IDelegateGrain
{
    private DelegateFile? _file;
    private DelegateState _state = null!;

    /// <inheritdoc/>
    public Task<JournalEntry> Scan(ScanCommand command) => WithPerson("delegate.scan", command.CatalogueVersion, async () =>
    {
        if (_state.AnswerTo(command.ScanId) is { } answered)
            return RepeatRules.IsSameScan(answered, command) ? answered : throw Reused(command.ScanId);

        if (BadgeRules.Check(_file!.Badges, command) is { } refusal)
            return Apply(await Pass(command with { Refusal = refusal, Sequence = _state.Sequence + 1 }));

        var cloned = await LeaveOtherVenue(command);
        return Apply(await Pass(command with { Code = AsIssued(command.Code), Sequence = _state.Sequence + 1, ClonedBadge = cloned }));
    });

    /// <inheritdoc/>
    public Task<JournalEntry> Annul(AnnulCommand command) => WithPerson("delegate.annul", command.CatalogueVersion, async () =>
    {
        var scan = _state.AnswerTo(command.ScanId) ?? throw new CannotAnnulException("This person made no such scan.");
        var departure = _state.DepartureFor(command.ScanId);
        command = _state.Complete(command, scan, departure);

        if (_state.AnswerTo(command.AnnulmentId) is not { } annulment)
        {
            if (AnnulRules.Check(scan, _state.AnnulmentOf(command.ScanId), command) is { } why)
                throw new CannotAnnulException(why);
            annulment = Apply(await Pass(command));
        }
        else if (!RepeatRules.IsSameAnnulment(annulment, command))
        {
            throw Reused(command.AnnulmentId);
        }

        // The scan had taken them out of another venue: so that did not happen either.
        if (departure is not null && _state.AnnulmentOf(departure.ScanId) is null)
        {
            Apply(await GrainFactory.Venue(command.Mission, departure.Venue).Annul(command with
            {
                AnnulmentId = RepeatRules.DepartureOf(command.AnnulmentId),
                ScanId = departure.ScanId,
                Annulled = departure,
                Sequence = _state.Sequence + 1,
            }));
        }

        return annulment;
    });

    /// <inheritdoc/>
    public Task<Whereabouts> Whereabouts() => WithPerson("delegate.whereabouts", 0, () => Task.FromResult(_state.Whereabouts));

    /// <summary>A scan at another venue takes the person out of the first (rule 4). Returns whether nobody could have travelled so fast.</summary>
    private async Task<bool> LeaveOtherVenue(ScanCommand command)
    {
        // A scan that is tried again may have taken them out the first time.
        var departed = _state.DepartureFor(command.ScanId);
        var inside = departed is null ? _state.Whereabouts : _state.Without(departed.ScanId);
        if (_state.Whereabouts.Venue is { } left && left != command.Door.Venue)
        {
            // An id that stands for somebody else's scan moves nobody: the venue will say so.
            if (await journal.FindAsync(command.Mission, command.ScanId) is not null)
                return false;
            departed = await GrainFactory.Venue(command.Mission, left).Depart(command with
            {
                ScanId = RepeatRules.DepartureOf(command.ScanId, _state.DeparturesFor(command.ScanId)),
                Sequence = _state.Sequence + 1,
            });
            if (departed is not null)
                Apply(departed);
        }

        return departed is not null && await IsCloned(inside, command);
    }

    private async Task<bool> IsCloned(Whereabouts inside, ScanCommand command) =>
        await programmes.GetAsync(command.Mission, command.CatalogueVersion) is { } programme
        && TravelRule.IsImpossible(programme, inside, command.Door.Venue, command.ReceivedAt);

    private Task<JournalEntry> Pass(ScanCommand command) => command.Door.Session is { } session
        ? GrainFactory.Session(command.Mission, session).Scan(command)
        : GrainFactory.Venue(command.Mission, command.Door.Venue).Scan(command);

    private Task<JournalEntry> Pass(AnnulCommand command) => command.Annulled!.Door.Session is { } session
        ? GrainFactory.Session(command.Mission, session).Annul(command)
        : GrainFactory.Venue(command.Mission, command.Annulled.Venue).Annul(command);

    /// <summary>Runs with what is on file of the person; after any failure the file is read again, for nobody knows what was written.</summary>
    private async Task<T> WithPerson<T>(string span, long catalogueVersion, Func<Task<T>> act)
    {
        using var trace = Telemetry.Traces.StartActivity(span);
        try
        {
            if (_file is null || _file.CatalogueVersion < catalogueVersion)
                await Load(catalogueVersion);
            return await act();
        }
        catch (Exception failure)
        {
            _file = null;
            if (failure is StorageException)
                throw new NotDurableException(failure.Message, failure);
            throw;
        }
    }

    private async Task Load(long catalogueVersion)
    {
        // Not on activation: most people are scanned once or twice, and a grain without an activation of its own is cheaper to make.
        var (mission, id) = GrainKeys.Split(this.GetPrimaryKeyString());
        var file = await files.LoadAsync(mission, new DelegateId(id), catalogueVersion)
            ?? throw new InvalidOperationException($"Mission '{mission}' has no delegate '{id}'.");
        _state = new DelegateState();
        foreach (var entry in file.Entries)
            _state.Apply(entry);
        _file = file;
    }

    /// <summary>
    /// Takes in a committed entry. One that answers an older scan, made before the code was this person's, is not theirs; one that is not the next says that
    /// another activation has written, so that the file is read again.
    /// </summary>
    private JournalEntry Apply(JournalEntry entry)
    {
        if (_file is null || entry.Delegate != _file.Record.Id)
            return entry;
        if (entry.Sequence == _state.Sequence + 1)
            _state.Apply(entry);
        else
            _file = null;
        return entry;
    }

    /// <summary>The code as the badge has it: an entry is kept, and the text that was read need not be kept with it.</summary>
    private string? AsIssued(string? code)
    {
        foreach (var badge in _file?.Badges ?? [])
        {
            if (string.Equals(badge.Code, code, StringComparison.Ordinal))
                return badge.Code;
        }

        return code;
    }

    private static ScanIdReusedException Reused(Guid id) => new($"Scan id {id} stands for another scan.");
}
