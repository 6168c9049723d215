using System.Diagnostics;

namespace EventOps.Storage;

/// <summary>An entry that waits for its commit, and the promise to its caller. Whoever awaits it does not run on the writer's thread.</summary>
internal sealed class PendingAppend(JournalStream stream, JournalEntry entry, byte[] text)
    : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public JournalStream Stream { get; } = stream;

    public JournalEntry Entry { get; } = entry;

    public byte[] Text { get; } = text;

    /// <summary>The span that waits for it, while someone listens.</summary>
    public Activity? Trace { get; } = Telemetry.Traces.HasListeners() ? Activity.Current : null;

    /// <summary>"mission/delegate", or empty.</summary>
    public string DelegateKey { get; } = entry.Delegate is { } id ? GrainKeys.Join(entry.Mission, id.Value) : "";

    /// <summary>"mission/session", or empty.</summary>
    public string SessionKey { get; } = entry.Door.Session is { } id ? GrainKeys.Join(entry.Mission, id.Value) : "";
}
