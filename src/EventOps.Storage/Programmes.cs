using System.Collections.Concurrent;

namespace EventOps.Storage;

/// <summary>The programmes that this process has read: whoever needs one that is at least so new gets it, and reads it only then.</summary>
public sealed class Programmes(ICatalogue catalogue)
{
    private readonly ConcurrentDictionary<MissionId, MissionProgramme> _known = new();
    private readonly ConcurrentDictionary<MissionId, Lazy<Task<MissionProgramme?>>> _reading = new();

    /// <summary>The missions whose programmes this process has read.</summary>
    public IEnumerable<MissionId> Known => _known.Keys;

    /// <summary>The programme of a mission, or null when there is no such mission.</summary>
    /// <param name="mission">The mission.</param>
    /// <param name="atLeast">The version that the caller knows of; an older one is read again.</param>
    public ValueTask<MissionProgramme?> GetAsync(MissionId mission, long atLeast = 0) =>
        _known.TryGetValue(mission, out var known) && known.Version >= atLeast ? new(known) : new(ReadAsync(mission, atLeast));

    /// <summary>The programme as it is stored now: for whoever did not find in it what another process may have added a moment ago.</summary>
    public async Task<MissionProgramme?> NewestAsync(MissionId mission) =>
        await catalogue.VersionAsync(mission) is { } version ? await GetAsync(mission, version) : null;

    /// <summary>Keeps a programme unless a newer one is there, and returns the one that is kept.</summary>
    public MissionProgramme Put(MissionProgramme programme) =>
        _known.AddOrUpdate(programme.Mission, programme, (_, known) => programme.Version > known.Version ? programme : known);

    private async Task<MissionProgramme?> ReadAsync(MissionId mission, long atLeast)
    {
        var programme = await ReadOnceAsync(mission);

        // The reading that this one took part in may have begun before what the caller knows of was written.
        return programme?.Version < atLeast ? await ReadOnceAsync(mission) : programme;
    }

    private async Task<MissionProgramme?> ReadOnceAsync(MissionId mission)
    {
        var reading = _reading.GetOrAdd(mission, id => new Lazy<Task<MissionProgramme?>>(() => catalogue.ReadProgrammeAsync(id)));
        try
        {
            var programme = await reading.Value;
            return programme is null ? null : Put(programme);
        }
        finally
        {
            _reading.TryRemove(KeyValuePair.Create(mission, reading));
        }
    }
}
