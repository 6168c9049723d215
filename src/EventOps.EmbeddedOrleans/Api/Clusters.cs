using System.Net;
using System.Net.Sockets;
using EventOps.EmbeddedOrleans;
using Orleans.Configuration;
using Orleans.Hosting;

namespace EventOps.EmbeddedOrleans
{
    internal static class Cluster
    {
        /// <summary>The answer to every wish for a second process.</summary>
        public static OrleansConfigurationException IsElsewhere(string wish) => new(
            $"{wish} asks for a cluster, and this build runs its grains in one process only. "
            + "Build with Microsoft Orleans instead: dotnet build -p:GrainRuntime=Orleans, or ./run --runtime orleans.");
    }
}

namespace Microsoft.Extensions.Hosting
{
    /// <summary>Joining a cluster as a client, which needs Orleans.</summary>
    public static class OrleansClientGenericHostExtensions
    {
        /// <summary>Always fails and says what to do.</summary>
        /// <exception cref="OrleansConfigurationException">Always.</exception>
        public static IHostApplicationBuilder UseOrleansClient(this IHostApplicationBuilder hostAppBuilder, Action<IClientBuilder> configureDelegate) =>
            throw Cluster.IsElsewhere(nameof(UseOrleansClient));

        /// <inheritdoc cref="UseOrleansClient(IHostApplicationBuilder, Action{IClientBuilder})"/>
        public static HostApplicationBuilder UseOrleansClient(this HostApplicationBuilder hostAppBuilder, Action<IClientBuilder> configureDelegate) =>
            throw Cluster.IsElsewhere(nameof(UseOrleansClient));
    }
}

namespace Orleans.Hosting
{
    /// <summary>Configures a client of a cluster, which needs Orleans.</summary>
    public interface IClientBuilder;

    /// <summary>Talking to other processes, which needs Orleans.</summary>
    public static class EndpointOptionsExtensions
    {
        /// <summary>Always fails and says what to do.</summary>
        /// <exception cref="Runtime.OrleansConfigurationException">Always.</exception>
        public static ISiloBuilder ConfigureEndpoints(
            this ISiloBuilder builder, int siloPort, int gatewayPort, AddressFamily addressFamily = AddressFamily.InterNetwork, bool listenOnAnyHostAddress = false) =>
            throw Cluster.IsElsewhere(nameof(ConfigureEndpoints));

        /// <inheritdoc cref="ConfigureEndpoints(ISiloBuilder, int, int, AddressFamily, bool)"/>
        public static ISiloBuilder ConfigureEndpoints(this ISiloBuilder builder, IPAddress advertisedIP, int siloPort, int gatewayPort, bool listenOnAnyHostAddress = false) =>
            throw Cluster.IsElsewhere(nameof(ConfigureEndpoints));
    }

    /// <summary>Membership in a database, which needs Orleans.</summary>
    public static class AdoNetHostingExtensions
    {
        /// <summary>Always fails and says what to do.</summary>
        /// <exception cref="Runtime.OrleansConfigurationException">Always.</exception>
        public static ISiloBuilder UseAdoNetClustering(this ISiloBuilder builder, Action<AdoNetClusteringSiloOptions> configureOptions) =>
            throw Cluster.IsElsewhere(nameof(UseAdoNetClustering));

        /// <inheritdoc cref="UseAdoNetClustering(ISiloBuilder, Action{AdoNetClusteringSiloOptions})"/>
        public static IClientBuilder UseAdoNetClustering(this IClientBuilder builder, Action<AdoNetClusteringClientOptions> configureOptions) =>
            throw Cluster.IsElsewhere(nameof(UseAdoNetClustering));
    }
}

namespace Orleans.Configuration
{
    /// <summary>Membership of silos in a database, which needs Orleans.</summary>
    public class AdoNetClusteringSiloOptions
    {
        /// <summary>How to reach the database.</summary>
        public string ConnectionString { get; set; } = "";

        /// <summary>Which ADO.NET provider to use.</summary>
        public string? Invariant { get; set; }
    }

    /// <summary>Membership of clients in a database, which needs Orleans.</summary>
    public class AdoNetClusteringClientOptions
    {
        /// <summary>How to reach the database.</summary>
        public string ConnectionString { get; set; } = "";

        /// <summary>Which ADO.NET provider to use.</summary>
        public string? Invariant { get; set; }
    }
}
