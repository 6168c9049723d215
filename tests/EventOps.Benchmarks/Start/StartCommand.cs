using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EventOps.Benchmarks.Start;

/// <summary>How long the dashboard needs from the start of its process to the first accepted scan, with the demonstration mission loaded.</summary>
internal static partial class StartCommand
{
    public static Command Create()
    {
        var demonstration = new Option<string>("--demonstration") { Description = "Folder of the demonstration mission's files", DefaultValueFactory = _ => "samples/demonstration" };
        var times = new Option<int>("--times") { Description = "Starts, of which the median counts", DefaultValueFactory = _ => 5 };
        var command = new Command("start", "Start to ready and to the first accepted scan, once with the import and then without") { demonstration, times };
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(demonstration), parsed.GetValue(times)));
        return command;
    }

    private static async Task<int> RunAsync(string demonstration, int times)
    {
        var folder = Directory.CreateTempSubdirectory("eventops-benchmark-");
        try
        {
            Print("with the import", await StartAsync(folder.FullName, demonstration));
            var starts = new List<StartTimes>();
            for (var time = 0; time < times; time++)
                starts.Add(await StartAsync(folder.FullName, demonstration));
            Print($"median of {times}", new StartTimes(Median(start => start.Ready), Median(start => start.FirstScan)));
            return 0;

            double Median(Func<StartTimes, double> value) => starts.Select(value).Order().ElementAt(starts.Count / 2);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<StartTimes> StartAsync(string folder, string demonstration)
    {
        var ready = new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously);
        var firstScan = new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var dashboard = ServerProcess.StartDashboard(
            line =>
            {
                if (Seconds().Match(line) is not { Success: true } said)
                    return;
                var told = line.StartsWith("The first scan", StringComparison.Ordinal) ? firstScan : ready;
                told.TrySetResult(double.Parse(said.Value, CultureInfo.InvariantCulture));
            },
            null,
            ["--data", folder, "--demonstration", demonstration, "--speed", "60"]);
        return new StartTimes(await ready.Task, await firstScan.Task);
    }

    private static void Print(string what, StartTimes times) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-20} ready {times.Ready:0.00} s   first scan {times.FirstScan:0.00} s"));

    [GeneratedRegex(@"(?<=^EventOps is ready after |^The first scan was accepted )\d+\.\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Seconds();

    private sealed record StartTimes(double Ready, double FirstScan);
}
