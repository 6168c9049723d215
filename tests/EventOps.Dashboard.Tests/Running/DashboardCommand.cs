using System.Diagnostics;

namespace EventOps.Dashboard.Tests.Running;

/// <summary>Commands of the dashboard's executable, each a process of its own.</summary>
public static class DashboardCommand
{
    /// <summary>Runs one to its end on a folder's database; returns how that ended, and what it said.</summary>
    public static async Task<(int Code, string Said, string Complained)> RunAsync(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "EventOps.Dashboard.dll"), .. arguments, "--data", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, said[0].Trim(), said[1].Trim());
    }
}
