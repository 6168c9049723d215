using System.Collections.Concurrent;
using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Domain.Delegates;
using EventOps.Storage;

namespace EventOps.Dashboard.Delegates;

/// <summary>The people of each mission, held by this process. While newer ones are read the older ones serve.</summary>
public sealed class DelegateDirectories(ICatalogue catalogue)
{
    private readonly ConcurrentDictionary<MissionId, DelegateDirectory> _known = new();
    private readonly ConcurrentDictionary<MissionId, Lazy<Task<DelegateDirectory>>> _reading = new();

    /// <summary>The people of a mission; perhaps those of a moment ago.</summary>
    public ValueTask<DelegateDirectory> GetAsync(MissionProgramme programme)
    {
        if (!_known.TryGetValue(programme.Mission, out var known))
            return new(ReadAsync(programme));
        if (known.Version < programme.Version)
            _ = ReadAsync(programme).ContinueWith(static read => read.Exception, TaskContinuationOptions.OnlyOnFaulted);
        return new(known);
    }

    /// <summary>The people of a mission, no older than the programme.</summary>
    public async Task<DelegateDirectory> ReadAsync(MissionProgramme programme)
    {
        while (true)
        {
            if (_known.TryGetValue(programme.Mission, out var known) && known.Version >= programme.Version)
                return known;
            var reading = _reading.GetOrAdd(programme.Mission, mission => new Lazy<Task<DelegateDirectory>>(() => Task.Run(() => LoadAsync(mission, programme.Version))));
            try
            {
                var read = await reading.Value;
                _known.AddOrUpdate(programme.Mission, read, (_, there) => there.Version > read.Version ? there : read);
            }
            finally
            {
                _reading.TryRemove(KeyValuePair.Create(programme.Mission, reading));
            }
        }
    }

    /// <summary>Whose code it is: a person of this mission, someone of another mission, or nobody. What is nobody's as it is may be a code of ours, typed.</summary>
    public async ValueTask<BadgeFinding> FindBadgeAsync(MissionProgramme programme, string code)
    {
        var finding = await FindExactlyAsync(programme, code);
        return finding.Owner is null && BadgeCode.Read(code) is { } typed && typed != code ? await FindExactlyAsync(programme, typed) : finding;
    }

    private async ValueTask<BadgeFinding> FindExactlyAsync(MissionProgramme programme, string code)
    {
        if ((await GetAsync(programme)).OwnerOf(code) is { } owner)
            return new BadgeFinding(owner, false);
        var owners = await catalogue.FindBadgeAsync(code);
        return owners.FirstOrDefault(candidate => candidate.Mission == programme.Mission) is { } found
            ? new BadgeFinding(found.Delegate, false)
            : new BadgeFinding(null, owners.Count > 0);
    }

    private async Task<DelegateDirectory> LoadAsync(MissionId mission, long version)
    {
        var people = new List<Contracts.Delegates.DelegateRecord>();
        await foreach (var person in catalogue.DelegatesAsync(mission))
            people.Add(person);
        return new DelegateDirectory(people, version);
    }
}

/// <summary>Whose code it is.</summary>
/// <param name="Owner">A person of this mission, or null.</param>
/// <param name="IsElsewhere">Whether another mission has issued it.</param>
public readonly record struct BadgeFinding(DelegateId? Owner, bool IsElsewhere);
