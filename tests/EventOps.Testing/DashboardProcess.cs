namespace EventOps.Testing;

/// <summary>The dashboard as a process of its own.</summary>
public sealed class DashboardProcess(StorageOptions storage, params string[] arguments) : ServerProcess(Program, "EventOps is ready", storage, ["--caller-limit", "1000000", .. arguments])
{
    private const string Program = "EventOps.Dashboard";

    /// <summary>Runs one of its commands on a database; returns how that ended, and what it said.</summary>
    public static Task<(int Code, string Said)> RunAsync(StorageOptions storage, string command, params string[] arguments) =>
        RunAsync(Program, [command, .. Where(storage), .. arguments]);
}
