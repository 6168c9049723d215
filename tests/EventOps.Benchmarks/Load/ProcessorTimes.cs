namespace EventOps.Benchmarks.Load;

/// <summary>Processor time that was used: by the server, by its database server, by the client.</summary>
internal readonly record struct ProcessorTimes(double Server, double Database, double Client)
{
    /// <summary>Of all three.</summary>
    public double All => Server + Database + Client;

    public static ProcessorTimes operator -(ProcessorTimes later, ProcessorTimes earlier) =>
        new(later.Server - earlier.Server, later.Database - earlier.Database, later.Client - earlier.Client);

    public ProcessorTimes Each(int count) => new(Server / count, Database / count, Client / count);
}
