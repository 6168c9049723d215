namespace EventOps.Cluster.Tests.Orleans;

/// <inheritdoc/>
public sealed class SiloStartTests : StartTests
{
    protected override ServerProcess Create(StorageOptions storage, params string[] arguments) => new SiloProcess(storage, arguments);
}
