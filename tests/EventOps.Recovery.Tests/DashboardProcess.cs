using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace EventOps.Recovery.Tests;

/// <summary>The dashboard as a process of its own, which can be killed and started again on the same address and the same database.</summary>
public sealed class DashboardProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly StorageOptions _storage;
    private readonly string[] _arguments;
    private Process? _process;
    private Process? _guard;

    public DashboardProcess(StorageOptions storage, params string[] arguments)
    {
        _storage = storage;
        _arguments = arguments;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public Uri Address { get; }

    /// <summary>What its environment has besides.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Starts it; returns once it says that it is ready.</summary>
    public async Task StartAsync()
    {
        var start = Command(["serve", "--url", Address.OriginalString, .. Where(_storage), .. _arguments]);
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
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
                ready.TrySetException(new InvalidOperationException($"The dashboard ended: {string.Join(System.Environment.NewLine, said)}"));
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

    /// <summary>Runs another of its commands on a database; returns how that ended, and what it said.</summary>
    public static async Task<(int Code, string Said)> RunAsync(StorageOptions storage, string command)
    {
        using var process = Process.Start(Command([command, .. Where(storage)]))!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    /// <summary>Kill -9; returns when it has ended.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
            return;
        _process.Kill();
        await EndAsync();
    }

    /// <summary>Sends SIGTERM, as systemd and Kubernetes do.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", string.Create(CultureInfo.InvariantCulture, $"{_process!.Id}")]);
        kill.WaitForExit();
    }

    /// <summary>Waits until it has ended; returns its exit code.</summary>
    public async Task<int> EndAsync()
    {
        await _process!.WaitForExitAsync().WaitAsync(Patience);
        var code = _process.ExitCode;
        _process.Dispose();
        _process = null;
        _guard!.StandardInput.Close();
        await _guard.WaitForExitAsync();
        _guard.Dispose();
        return code;
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private static string[] Where(StorageOptions storage) => storage.PostgreSql is { } database ? ["--database", database] : ["--data", storage.Folder];

    private static ProcessStartInfo Command(IEnumerable<string> arguments) => new("dotnet", [Path.Combine(AppContext.BaseDirectory, "EventOps.Dashboard.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = AppContext.BaseDirectory,
    };

    /// <summary>A shell that reads from this process, and so learns of its end in whatever way it comes: nothing outlives the tests.</summary>
    private static Process StartGuard(int process) =>
        Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"trap '' INT TERM HUP; cat >/dev/null; kill -9 {process} 2>/dev/null; exit 0"]) { RedirectStandardInput = true })!;
}
