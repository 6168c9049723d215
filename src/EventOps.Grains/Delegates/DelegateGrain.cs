using System.Collections.Immutable;
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
    private Person? _person;

    /// <inheritdoc/>
    public Task<JournalEntry> Scan(ScanCommand command) => WithPerson("delegate.scan", command.CatalogueVersion, async person =>
    {
        if (person.State.AnswerTo(command.ScanId) is { } answered)
            return RepeatRules.IsSameScan(answered, command) ? answered : throw Reused(command.ScanId);

        if (BadgeRules.Check(person.Badges, command) is { } refusal)
            return Apply(person, await Pass(command with { Refusal = refusal, Sequence = person.State.Sequence + 1 }));

        var cloned = await LeaveOtherVenue(person, command);
        return Apply(person, await Pass(command with { Sequence = person.State.Sequence + 1, ClonedBadge = cloned }));
    });

    /// <inheritdoc/>
    public Task<JournalEntry> Annul(AnnulCommand command) => WithPerson("delegate.annul", command.CatalogueVersion, async person =>
    {
        var scan = person.State.AnswerTo(command.ScanId) ?? throw new CannotAnnulException("This person made no such scan.");
        var departure = person.State.DepartureFor(command.ScanId);
        command = person.State.Complete(command, scan, departure);

        if (person.State.AnswerTo(command.AnnulmentId) is not { } annulment)
        {
            if (AnnulRules.Check(scan, person.State.AnnulmentOf(command.ScanId), command) is { } why)
                throw new CannotAnnulException(why);
            annulment = Apply(person, await Pass(command));
        }
        else if (!RepeatRules.IsSameAnnulment(annulment, command))
        {
            throw Reused(command.AnnulmentId);
        }

        // The scan had taken them out of another venue: so that did not happen either.
        if (departure is not null && person.State.AnnulmentOf(departure.ScanId) is null)
        {
            Apply(person, await GrainFactory.Venue(command.Mission, departure.Venue).Annul(command with
            {
                AnnulmentId = RepeatRules.DepartureOf(command.AnnulmentId),
                ScanId = departure.ScanId,
                Annulled = departure,
                Sequence = person.State.Sequence + 1,
            }));
        }

        return annulment;
    });

    /// <inheritdoc/>
    public Task<Whereabouts> Whereabouts() => WithPerson("delegate.whereabouts", 0, person => Task.FromResult(person.State.Whereabouts));

    /// <summary>A scan at another venue takes the person out of the first (rule 4). Returns whether nobody could have travelled so fast.</summary>
    private async Task<bool> LeaveOtherVenue(Person person, ScanCommand command)
    {
        // A scan that is tried again may have taken them out the first time.
        var departed = person.State.DepartureFor(command.ScanId);
        var inside = departed is null ? person.State.Whereabouts : person.State.Without(departed.ScanId);
        if (person.State.Whereabouts.Venue is { } left && left != command.Door.Venue)
        {
            // An id that stands for somebody else's scan moves nobody: the venue will say so.
            if (await journal.FindAsync(command.Mission, command.ScanId) is not null)
                return false;
            departed = await GrainFactory.Venue(command.Mission, left).Depart(command with
            {
                ScanId = RepeatRules.DepartureOf(command.ScanId, person.State.DeparturesFor(command.ScanId)),
                Sequence = person.State.Sequence + 1,
            });
            if (departed is not null)
                Apply(person, departed);
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
    private async Task<T> WithPerson<T>(string span, long catalogueVersion, Func<Person, Task<T>> act)
    {
        using var trace = Telemetry.Traces.StartActivity(span);
        try
        {
            if (_person is null || _person.CatalogueVersion < catalogueVersion)
                _person = await Load(catalogueVersion);
            return await act(_person);
        }
        catch (Exception failure)
        {
            _person = null;
            if (failure is StorageException)
                throw new NotDurableException(failure.Message, failure);
            throw;
        }
    }

    private async Task<Person> Load(long catalogueVersion)
    {
        // Not on activation: most people are scanned once or twice, and a grain without an activation of its own is cheaper to make.
        var (mission, id) = GrainKeys.Split(this.GetPrimaryKeyString());
        var file = await files.LoadAsync(mission, new DelegateId(id), catalogueVersion)
            ?? throw new InvalidOperationException($"Mission '{mission}' has no delegate '{id}'.");
        var state = new DelegateState();
        foreach (var entry in file.Entries)
            state.Apply(entry);
        return new Person(file.Record.Id, file.Badges, state, file.CatalogueVersion);
    }

    /// <summary>Takes in a committed entry; one that answers an older scan, made before the code was this person's, is not theirs.</summary>
    private JournalEntry Apply(Person person, JournalEntry entry)
    {
        if (entry.Delegate != person.Id)
            return entry;
        if (entry.Sequence == person.State.Sequence + 1)
            person.State.Apply(entry);
        else
            _person = null;
        return entry;
    }

    private static ScanIdReusedException Reused(Guid id) => new($"Scan id {id} stands for another scan.");

    private sealed record Person(DelegateId Id, ImmutableArray<Badge> Badges, DelegateState State, long CatalogueVersion);
}
