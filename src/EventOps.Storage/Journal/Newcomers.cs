namespace EventOps.Storage;

/// <summary>
/// Who was never scanned, as the sole writer of the journal knows it: everyone but those who had an entry when it looked, and those of whom it has tried to
/// write one since. Whether that try succeeded does not matter: of those the journal is read.
/// </summary>
internal sealed class Newcomers(bool isSoleWriter)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<MissionId, HashSet<DelegateId>> _tried = [];
    private readonly HashSet<MissionId> _complete = [];
    private bool _isSoleWriter = isSoleWriter;

    /// <summary>Whether it is worth looking who has entries in a mission.</summary>
    public bool IsWanted(MissionId mission)
    {
        lock (_gate)
            return _isSoleWriter && !_complete.Contains(mission);
    }

    /// <summary>Whether it is known that a person has no entry.</summary>
    public bool Contains(MissionId mission, DelegateId person)
    {
        lock (_gate)
            return _isSoleWriter && _complete.Contains(mission) && !_tried[mission].Contains(person);
    }

    /// <summary>An entry of a person is about to be written, or was found to be there.</summary>
    public void Remove(MissionId mission, DelegateId person)
    {
        lock (_gate)
        {
            if (_isSoleWriter)
                TriedIn(mission).Add(person);
        }
    }

    /// <summary>These are all who had entries in a mission before this process wrote any.</summary>
    public void Complete(MissionId mission, IEnumerable<DelegateId> scanned)
    {
        lock (_gate)
        {
            if (!_isSoleWriter)
                return;
            TriedIn(mission).UnionWith(scanned);
            _complete.Add(mission);
        }
    }

    /// <summary>Somebody else writes the journal too: from now on nobody is known to be new.</summary>
    public void Distrust()
    {
        lock (_gate)
        {
            _isSoleWriter = false;
            _tried.Clear();
            _complete.Clear();
        }
    }

    private HashSet<DelegateId> TriedIn(MissionId mission)
    {
        if (!_tried.TryGetValue(mission, out var tried))
            _tried.Add(mission, tried = []);
        return tried;
    }
}
