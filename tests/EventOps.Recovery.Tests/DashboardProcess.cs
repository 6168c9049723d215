using System.Diagnostics;
using System.Net.Sockets;

namespace EventOps.Recovery.Tests;

/// <summary>The dashboard as a process of its own, which can be killed and started again on the same address and the same database.</summary>
public sealed class DashboardProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly StorageOptions _storage;
    private Process? _process;
    private Process? _guard;

    public DashboardProcess(StorageOptions storage)
    {
        _storage = storage;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public Uri Address { get; }

    /// <summary>Starts it; returns once it says that it is ready.</summary>
    public async Task StartAsync()
    {
        string[] where = _storage.PostgreSql is { } database ? ["--database", database] : ["--data", _storage.Folder];
        var program = Path.Combine(AppContext.BaseDirectory, "EventOps.Dashboard.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--url", Address.OriginalString, .. where])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        })!;
        _guard = StartGuard(_process.Id);
        var said = new List<string>();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.OutputDataReceived += (_, line) =>
        {
            Hear(line.Data);
            if (line.Data?.StartsWith("EventOps is ready", StringComparison.Ordinal) == true)
                ready.TrySetResult();
            else if (line.Data is null)
                ready.TrySetException(new InvalidOperationException($"The dashboard ended: {string.Join(Environment.NewLine, said)}"));
        };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        await ready.Task.WaitAsync(Patience);

        void Hear(string? line)
        {
            lock (said)
            {
                if (line is not null && said.Count < 100)
                    said.Add(line);
            }
        }
    }

    /// <summary>Kill -9; returns when it has ended.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
            return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
        _guard!.StandardInput.Close();
        await _guard.WaitForExitAsync();
        _guard.Dispose();
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    /// <summary>A shell that reads from this process, and so learns of its end in whatever way it comes: nothing outlives the tests.</summary>
    private static Process StartGuard(int process) =>
        Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"trap '' INT TERM HUP; cat >/dev/null; kill -9 {process} 2>/dev/null; exit 0"]) { RedirectStandardInput = true })!;
}
