namespace EventOps.Operations;

/// <summary>What a process says of itself to those who run it.</summary>
public sealed record OperationsOptions
{
    /// <summary>Which of the programs this is, such as "eventops-dashboard"; the environment's OTEL_SERVICE_NAME goes before it.</summary>
    public required string Service { get; init; }

    /// <summary>How long it works on after it was told to end and has said that it is not ready, so that whoever sends requests here can turn elsewhere.</summary>
    public TimeSpan Drain { get; init; }
}
