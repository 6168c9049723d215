namespace EventOps.Grains;

/// <summary>Something that is done once at a time: who asks for it meanwhile waits for the one that is under way.</summary>
internal sealed class SharedTurn
{
    private Task? _underWay;

    public bool IsUnderWay => _underWay is not null;

    public async Task Join(Func<Task> begin)
    {
        var mine = _underWay ??= begin();
        try
        {
            await mine;
        }
        finally
        {
            if (_underWay == mine)
                _underWay = null;
        }
    }
}
