using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace EventOps.Operations;

/// <summary>
/// Ends a process that others may still send requests to. At SIGTERM it says that it is not ready and works on for a while; then the host closes its doors,
/// finishes what is under way, and ends the grains. Ctrl-C, or a second signal, goes without the while.
/// </summary>
internal sealed class DrainingLifetime(Readiness readiness, IHostApplicationLifetime application, OperationsOptions options, TimeProvider time) : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];
    private int _told;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT])
            _signals.Add(PosixSignalRegistration.Create(signal, Told));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _signals.ForEach(signal => signal.Dispose());

    private void Told(PosixSignalContext context)
    {
        context.Cancel = true;
        readiness.Leave();
        if (Interlocked.Increment(ref _told) > 1 || context.Signal != PosixSignal.SIGTERM || options.Drain <= TimeSpan.Zero)
            application.StopApplication();
        else
            _ = StopAfterDrainAsync();
    }

    private async Task StopAfterDrainAsync()
    {
        await Task.Delay(options.Drain, time);
        application.StopApplication();
    }
}
