namespace EventOps.EmbeddedOrleans;

/// <summary>
/// Answers calls that took too long with a time-out. They are looked through a few times a second and need no
/// timer each; the ones that are answered by then, almost all of them, are forgotten when the next ones come.
/// </summary>
internal sealed class Deadlines(TimeProvider time, TimeSpan patience)
{
    private readonly Lock _gate = new();
    private readonly Queue<(Request Request, GrainId Target)> _new = new();
    private List<(Request Request, GrainId Target)> _waiting = [];

    public void Watch(Request request, GrainId target)
    {
        request.Deadline = time.GetTimestamp() + (long)(PatienceWith(request).TotalSeconds * time.TimestampFrequency);
        lock (_gate)
        {
            _new.Enqueue((request, target));

            // An answered call that is still in the queue when garbage is collected would be kept, with all that it carries.
            for (var looks = 0; looks < 2 && _new.TryPeek(out var oldest) && oldest.Request.IsAnswered; looks++)
                _new.Dequeue();
        }
    }

    // Called by one timer at a time.
    public void Look()
    {
        var now = time.GetTimestamp();
        var still = new List<(Request, GrainId)>();
        foreach (var watched in _waiting)
            Sort(watched);
        foreach (var watched in TakeNew())
            Sort(watched);
        _waiting = still;

        void Sort((Request Request, GrainId Target) watched)
        {
            if (watched.Request.IsAnswered)
                return;
            if (watched.Request.Deadline > now)
            {
                still.Add(watched);
                return;
            }

            watched.Request.Fail(new TimeoutException(
                $"{watched.Request.Rules.Name} on {watched.Target} was not answered within {PatienceWith(watched.Request)}. Whether it has run, or still will, is unknown."));
        }
    }

    private (Request Request, GrainId Target)[] TakeNew()
    {
        lock (_gate)
        {
            var taken = _new.ToArray();
            _new.Clear();
            return taken;
        }
    }

    private TimeSpan PatienceWith(Request request) => request.Rules.Patience ?? patience;
}
