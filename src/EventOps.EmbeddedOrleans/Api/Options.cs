namespace Orleans.Configuration;

/// <summary>When idle activations are collected.</summary>
public class GrainCollectionOptions
{
    /// <summary>How often idle activations are looked for. A minute by default.</summary>
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an activation is idle before it is collected; more than the quantum. A quarter of an hour by default.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Other ages for some classes, by the full name of the class.</summary>
    public Dictionary<string, TimeSpan> ClassSpecificCollectionAge { get; set; } = [];

    /// <summary>How long OnActivateAsync may take. Half a minute by default.</summary>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long OnDeactivateAsync may take. Half a minute by default.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>How calls behave.</summary>
public abstract class MessagingOptions
{
    /// <summary>How long a caller waits for an answer. Half a minute by default.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>How calls behave that grains and their host make.</summary>
public class SiloMessagingOptions : MessagingOptions;

/// <summary>How calls behave that clients of a cluster make; without effect in one process.</summary>
public class ClientMessagingOptions : MessagingOptions;

/// <summary>The names of a cluster; without effect in one process.</summary>
public class ClusterOptions
{
    /// <summary>The name of this deployment.</summary>
    public string ClusterId { get; set; } = "default";

    /// <summary>The name of the application.</summary>
    public string ServiceId { get; set; } = "default";
}

/// <summary>How states are kept in memory; nothing of it has an effect in one process.</summary>
public class MemoryGrainStorageOptions;
