namespace EventOps.Testing;

/// <summary>A silo as a process of its own.</summary>
public sealed class SiloProcess(StorageOptions storage, params string[] arguments) : ServerProcess(Program, "The silo has joined the cluster", storage, arguments)
{
    private const string Program = "EventOps.Silo";

    /// <summary>Runs it with other arguments; returns how that ended, and what it said.</summary>
    public static Task<(int Code, string Said)> RunAsync(params string[] arguments) => RunAsync(Program, arguments);
}
