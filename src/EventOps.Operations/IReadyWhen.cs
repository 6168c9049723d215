namespace EventOps.Operations;

/// <summary>What a process needs, beside its database, to be sent requests.</summary>
public interface IReadyWhen
{
    /// <summary>What is missing, in English; null when nothing is.</summary>
    string? WhyNot { get; }
}
