using System.Globalization;
using EventOps.Benchmarks.Load;

namespace EventOps.Benchmarks.HotRoom;

/// <summary>What one round measured.</summary>
internal sealed record HotRoomRound(LoadRun NoOp, LoadRun RowLock, LoadRun Scans, double Batch, LoadRun? Beside);

/// <summary>The medians of all rounds, as a table; ratios are taken within a round, where both sides met the same noise.</summary>
internal sealed class HotRoomReport(HotRoomOptions options, string runtime, string? besideRuntime)
{
    private readonly List<HotRoomRound> _rounds = [];

    public void Add(HotRoomRound round) => _rounds.Add(round);

    public void Print(int answerLength)
    {
        Console.WriteLine();
        Console.WriteLine("                   a second    p50 ms    p99 ms   microseconds of processor a request:");
        Console.WriteLine("                                                    server  database    client     all");
        PrintRow("no-op", round => round.NoOp);
        PrintRow("row lock", round => round.RowLock);
        PrintRow("scans", round => round.Scans);
        if (besideRuntime is not null)
            PrintRow("scans beside", round => round.Beside!);
        Console.WriteLine();
        Console.WriteLine($"scans on {runtime}{(besideRuntime is null ? "" : $", beside on {besideRuntime}")}");
        Print("scans to row locks", Median(round => round.Scans.Rate / round.RowLock.Rate), "0.0", "at least 12");
        Print("scans to no-ops", Median(round => round.Scans.Rate / round.NoOp.Rate), "0.00", "at least 0.30");
        if (besideRuntime is not null)
            Print("beside to scans", Median(round => round.Beside!.Rate / round.Scans.Rate), "0.00", "");
        Print("entries a commit", Median(round => round.Batch), "0.0", $"of {options.Clients} clients");
        Print("bytes of an answer", answerLength, "0", "");
        Console.WriteLine();
    }

    private static void Print(string name, double value, string format, string target) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-19}{value.ToString(format, CultureInfo.InvariantCulture),8}    {target}"));

    private void PrintRow(string name, Func<HotRoomRound, LoadRun> run)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-16}{Of(r => r.Rate),11:0}{Of(r => r.Quantile(0.5)),10:0.00}{Of(r => r.Quantile(0.99)),10:0.00}{Of(r => r.Cost.Server),12:0}{Of(r => r.Cost.Database),10:0}{Of(r => r.Cost.Client),10:0}{Of(r => r.Cost.All),8:0}"));

        double Of(Func<LoadRun, double> value) => Median(round => value(run(round)));
    }

    private double Median(Func<HotRoomRound, double> value)
    {
        var values = _rounds.Select(value).Order().ToArray();
        return values[values.Length / 2];
    }
}
