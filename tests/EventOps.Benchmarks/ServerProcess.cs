using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EventOps.Benchmarks;

/// <summary>A server as a process of its own, on a free port of the loopback address. It is killed when it is disposed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri url)
    {
        _process = process;
        Url = url;
        Http = new HttpClient { BaseAddress = url };
    }

    public Uri Url { get; }

    /// <summary>For what is not measured.</summary>
    public HttpClient Http { get; }

    /// <summary>Processor time that it has used, in microseconds.</summary>
    public double ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalMicroseconds;
        }
    }

    /// <summary>A build's dashboard.</summary>
    /// <param name="said">Is given each line that it prints.</param>
    /// <param name="builds">The folder of the build's programs; null for the build that this program is of.</param>
    /// <param name="arguments">What follows "serve".</param>
    public static ServerProcess StartDashboard(Action<string>? said, string? builds, ReadOnlySpan<string> arguments)
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(builds ?? built.Parent!.Parent!.FullName, "EventOps.Dashboard", built.Name, "EventOps.Dashboard");
        return Start(program, ["serve", .. arguments], said);
    }

    /// <summary>This program with another verb.</summary>
    public static ServerProcess StartSelf(params ReadOnlySpan<string> arguments) => Start(Environment.ProcessPath!, arguments, null);

    /// <summary>Waits until it answers.</summary>
    public async Task ReadyAsync()
    {
        while (!_process.HasExited)
        {
            try
            {
                using var answer = await Http.GetAsync("/");
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
        }

        throw new InvalidOperationException($"The server ended with {_process.ExitCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static ServerProcess Start(string program, ReadOnlySpan<string> arguments, Action<string>? said)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(program, [.. arguments, "--url", url.GetLeftPart(UriPartial.Authority)]) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => said?.Invoke(line.Data ?? "");
        process.BeginOutputReadLine();
        return new ServerProcess(process, url);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
