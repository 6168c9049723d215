using System.Net;
using EventOps.EmbeddedOrleans;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Microsoft.Extensions.Hosting
{
    /// <summary>Adds grains to a host.</summary>
    public static class OrleansSiloGenericHostExtensions
    {
        /// <summary>Runs grains in this host.</summary>
        public static IHostApplicationBuilder UseOrleans(this IHostApplicationBuilder hostAppBuilder, Action<ISiloBuilder> configureDelegate)
        {
            ArgumentNullException.ThrowIfNull(hostAppBuilder);
            ArgumentNullException.ThrowIfNull(configureDelegate);
            configureDelegate(new SiloBuilder(hostAppBuilder.Services, hostAppBuilder.Configuration));
            return hostAppBuilder;
        }

        /// <inheritdoc cref="UseOrleans(IHostApplicationBuilder, Action{ISiloBuilder})"/>
        public static HostApplicationBuilder UseOrleans(this HostApplicationBuilder hostAppBuilder, Action<ISiloBuilder> configureDelegate)
        {
            UseOrleans((IHostApplicationBuilder)hostAppBuilder, configureDelegate);
            return hostAppBuilder;
        }

        /// <inheritdoc cref="UseOrleans(IHostApplicationBuilder, Action{ISiloBuilder})"/>
        public static IHostApplicationBuilder UseOrleans(this IHostApplicationBuilder hostAppBuilder) => hostAppBuilder.UseOrleans(static _ => { });

        /// <inheritdoc cref="UseOrleans(IHostApplicationBuilder, Action{ISiloBuilder})"/>
        public static HostApplicationBuilder UseOrleans(this HostApplicationBuilder hostAppBuilder) => hostAppBuilder.UseOrleans(static _ => { });

        /// <inheritdoc cref="UseOrleans(IHostApplicationBuilder, Action{ISiloBuilder})"/>
        public static IHostBuilder UseOrleans(this IHostBuilder hostBuilder, Action<ISiloBuilder> configureDelegate) =>
            hostBuilder.ConfigureServices((context, services) => configureDelegate(new SiloBuilder(services, context.Configuration)));
    }
}

namespace Orleans.Hosting
{
    /// <summary>Configures the grains of a host.</summary>
    public interface ISiloBuilder
    {
        /// <summary>The services of the host.</summary>
        IServiceCollection Services { get; }

        /// <summary>The configuration of the host.</summary>
        IConfiguration Configuration { get; }
    }

    /// <summary>Configures services and options.</summary>
    public static class SiloBuilderExtensions
    {
        /// <summary>Adds services.</summary>
        public static ISiloBuilder ConfigureServices(this ISiloBuilder builder, Action<IServiceCollection> configureDelegate)
        {
            ArgumentNullException.ThrowIfNull(configureDelegate);
            configureDelegate(builder.Services);
            return builder;
        }

        /// <summary>Sets options.</summary>
        public static ISiloBuilder Configure<TOptions>(this ISiloBuilder builder, Action<TOptions> configureOptions)
            where TOptions : class
        {
            builder.Services.Configure(configureOptions);
            return builder;
        }

        /// <summary>Sets options from configuration.</summary>
        public static ISiloBuilder Configure<TOptions>(this ISiloBuilder builder, IConfiguration configuration)
            where TOptions : class
        {
            builder.Services.AddOptions<TOptions>().Bind(configuration);
            return builder;
        }
    }

    /// <summary>Where grains run.</summary>
    public static class CoreHostingExtensions
    {
        /// <summary>Grains run in this process; ports and names are without effect.</summary>
        /// <exception cref="Runtime.OrleansConfigurationException">Another process was named to join.</exception>
        public static ISiloBuilder UseLocalhostClustering(
            this ISiloBuilder builder, int siloPort = 11111, int gatewayPort = 30000, IPEndPoint? primarySiloEndpoint = null, string serviceId = "dev", string clusterId = "dev") =>
            primarySiloEndpoint is null ? builder : throw Cluster.IsElsewhere($"{nameof(UseLocalhostClustering)} with a primary silo");

        /// <summary>Without effect: traces always flow through calls.</summary>
        public static ISiloBuilder AddActivityPropagation(this ISiloBuilder builder) => builder;
    }

    /// <summary>Storage that lasts as long as the process.</summary>
    public static class MemoryGrainStorageSiloBuilderExtensions
    {
        /// <summary>Adds it as the default storage; options are without effect.</summary>
        public static ISiloBuilder AddMemoryGrainStorageAsDefault(
            this ISiloBuilder builder, Action<OptionsBuilder<MemoryGrainStorageOptions>>? configureOptions = null) =>
            builder.AddMemoryGrainStorage("Default", configureOptions);

        /// <summary>Adds it under a name; options are without effect.</summary>
        public static ISiloBuilder AddMemoryGrainStorage(
            this ISiloBuilder builder, string name, Action<OptionsBuilder<MemoryGrainStorageOptions>>? configureOptions = null)
        {
            builder.Services.AddGrainStorage(name, static (_, _) => new MemoryGrainStorage());
            return builder;
        }
    }
}

namespace Orleans.Runtime.Hosting
{
    /// <summary>Storage of any kind.</summary>
    public static class StorageProviderExtensions
    {
        /// <summary>Adds a storage under a name; the one that is called Default serves states that name none.</summary>
        public static IServiceCollection AddGrainStorage<T>(this IServiceCollection collection, string name, Func<IServiceProvider, string, T> implementationFactory)
            where T : IGrainStorage
        {
            collection.AddKeyedSingleton<IGrainStorage>(name, (services, key) => implementationFactory(services, (string)key!));
            if (name == "Default")
                collection.TryAddSingleton(static services => services.GetRequiredKeyedService<IGrainStorage>("Default"));
            return collection;
        }
    }
}

namespace EventOps.EmbeddedOrleans
{
    internal sealed class SiloBuilder : ISiloBuilder
    {
        public SiloBuilder(IServiceCollection services, IConfiguration configuration)
        {
            (Services, Configuration) = (services, configuration);
            if (services.Any(descriptor => descriptor.ServiceType == typeof(EmbeddedRuntime)))
                return;
            services.AddSingleton(new RegisteredServices(services));
            services.AddSingleton<EmbeddedRuntime>();
            services.AddSingleton<IClusterClient>(static provider => provider.GetRequiredService<EmbeddedRuntime>());
            services.AddSingleton<IGrainFactory>(static provider => provider.GetRequiredService<EmbeddedRuntime>());
            services.AddHostedService(static provider => provider.GetRequiredService<EmbeddedRuntime>());
        }

        public IServiceCollection Services { get; }

        public IConfiguration Configuration { get; }
    }
}
