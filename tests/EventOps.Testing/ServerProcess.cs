using System.Diagnostics;
using System.Globalization;

namespace EventOps.Testing;

/// <summary>One of the programs, which lie beside the tests, as a process of its own: it can be halted, told to end, killed, and started again at the same address.</summary>
public abstract class ServerProcess : IAsyncDisposable
{
    private const int LinesKept = 2000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string _program;
    private readonly string[] _arguments;
    private readonly string _readyLine;
    private readonly Lock _lock = new();
    private readonly Queue<string> _said = [];
    private readonly List<(string Text, TaskCompletionSource Heard)> _listening = [];
    private Process? _process;
    private Process? _guard;

    /// <param name="program">The assembly, without its extension.</param>
    /// <param name="readyLine">How the line begins that it prints once it is ready.</param>
    /// <param name="storage">Its database.</param>
    /// <param name="arguments">What follows "serve", beside the address and the database.</param>
    private protected ServerProcess(string program, string readyLine, StorageOptions storage, string[] arguments)
    {
        (_program, _readyLine) = (program, readyLine);
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Take()}"));
        _arguments = ["serve", "--url", Address.OriginalString, .. Where(storage), .. arguments];
    }

    public Uri Address { get; }

    /// <summary>What its environment has besides.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Whether it was started, and has not been seen to end.</summary>
    public bool IsUp => _process is { HasExited: false };

    /// <summary>What it has printed since it was started last; of very much the last of it.</summary>
    public string Said
    {
        get
        {
            lock (_lock)
                return string.Join(System.Environment.NewLine, _said);
        }
    }

    /// <summary>Starts it; returns once it says that it is ready.</summary>
    public Task StartAsync()
    {
        Launch();
        return IsReadyAsync();
    }

    /// <summary>Waits until it says that it is ready.</summary>
    public Task IsReadyAsync() => HearAsync(_readyLine);

    /// <summary>Starts it, and does not wait.</summary>
    public void Launch()
    {
        var start = Command(_program, _arguments);
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        lock (_lock)
            _said.Clear();
        _process = Process.Start(start)!;
        _guard = StartGuard(_process.Id);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.OutputDataReceived += (_, line) =>
        {
            Hear(line.Data);
            if (line.Data is null)
                NobodySpeaks();
        };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    /// <summary>Waits until it has printed a line with this text since it was started.</summary>
    public async Task HearAsync(string text)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_said.Any(line => line.Contains(text, StringComparison.Ordinal)))
                return;
            _listening.Add((text, heard));
        }

        try
        {
            await heard.Task.WaitAsync(Patience);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{_program} did not say \"{text}\" but: {Said}", late);
        }
    }

    /// <summary>Runs another command of a program on a database; returns how that ended, and what it said.</summary>
    private protected static async Task<(int Code, string Said)> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(Command(program, arguments))!;
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
    public void Terminate() => Signal("TERM");

    /// <summary>It stands still from now on, as on a machine that is out of breath, and knows nothing of it.</summary>
    public void Halt() => Signal("STOP");

    /// <summary>It goes on where it was halted.</summary>
    public void GoOn() => Signal("CONT");

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

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        GC.SuppressFinalize(this);
    }

    private protected static string[] Where(StorageOptions storage) => storage.PostgreSql is { } database ? ["--database", database] : ["--data", storage.Folder];

    private static ProcessStartInfo Command(string program, IEnumerable<string> arguments) => new("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{program}.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = AppContext.BaseDirectory,
    };

    /// <summary>A shell that reads from this process, and so learns of its end in whatever way it comes: nothing outlives the tests.</summary>
    private static Process StartGuard(int process) =>
        Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"trap '' INT TERM HUP; cat >/dev/null; kill -9 {process} 2>/dev/null; exit 0"]) { RedirectStandardInput = true })!;

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", string.Create(CultureInfo.InvariantCulture, $"{_process!.Id}")]);
        kill.WaitForExit();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_lock)
        {
            _said.Enqueue(line);
            if (_said.Count > LinesKept)
                _said.Dequeue();
            foreach (var listening in _listening.Where(listening => line.Contains(listening.Text, StringComparison.Ordinal)).ToList())
            {
                _listening.Remove(listening);
                listening.Heard.SetResult();
            }
        }
    }

    private void NobodySpeaks()
    {
        lock (_lock)
        {
            foreach (var (text, heard) in _listening)
                heard.TrySetException(new InvalidOperationException($"{_program} ended before it said \"{text}\": {string.Join(System.Environment.NewLine, _said)}"));
            _listening.Clear();
        }
    }
}
