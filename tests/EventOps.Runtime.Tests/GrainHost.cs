using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;

namespace EventOps.Runtime.Tests;

/// <summary>One host with grains, on whichever runtime this is built for.</summary>
internal sealed class GrainHost : IAsyncDisposable
{
    private static int PortsTaken;

    private readonly IHost _host;

    private GrainHost(IHost host) => _host = host;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public Signals Signals => _host.Services.GetRequiredService<Signals>();

    public IServiceProvider Services => _host.Services;

    public static async Task<GrainHost> StartAsync(Action<ISiloBuilder>? configure = null, TimeSpan? responseTimeout = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Signals>();
        var ports = Interlocked.Increment(ref PortsTaken);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort: 21000 + ports, gatewayPort: 23000 + ports);
            silo.AddActivityPropagation();
            if (responseTimeout is { } timeout)
                silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = timeout);
            configure?.Invoke(silo);
        });
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    public T Grain<T>(string key = "a")
        where T : IGrainWithStringKey => Grains.GetGrain<T>(key);

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Signals.RaiseAll();
        await _host.StopAsync();
        _host.Dispose();
    }
}
