using System.CommandLine;

namespace EventOps.Benchmarks.Baselines;

/// <summary>Runs the endpoints that EventOps is compared with. The benchmarks start it by themselves, as a process of its own.</summary>
internal static class BaselineCommand
{
    public const string Name = "baselines";

    public static Command Create()
    {
        var url = new Option<string>("--url") { Required = true };
        var database = new Option<string>("--database") { Required = true };
        var command = new Command(Name, "The endpoints to compare with; started by the benchmarks") { url, database };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) => BaselineServer.RunAsync(parsed.GetRequiredValue(url), parsed.GetRequiredValue(database), cancellation));
        return command;
    }
}
