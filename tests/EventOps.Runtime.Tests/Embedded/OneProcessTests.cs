using System.Net;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Shouldly;
using Xunit;

namespace EventOps.Runtime.Tests.Embedded;

public class OneProcessTests
{
    public static TheoryData<string> Wishes => [nameof(EndpointOptionsExtensions.ConfigureEndpoints), nameof(AdoNetHostingExtensions.UseAdoNetClustering), "UseLocalhostClustering", "UseOrleansClient"];

    [Theory, MemberData(nameof(Wishes))]
    public void Asking_for_a_cluster_is_an_error_that_says_what_to_do(string wish)
    {
        var builder = Host.CreateApplicationBuilder();
        var error = Should.Throw<OrleansConfigurationException>(() => builder.UseOrleans(silo =>
        {
            switch (wish)
            {
                case "ConfigureEndpoints":
                    silo.ConfigureEndpoints(11111, 30000);
                    break;
                case "UseAdoNetClustering":
                    silo.UseAdoNetClustering((AdoNetClusteringSiloOptions options) => options.Invariant = "Npgsql");
                    break;
                case "UseLocalhostClustering":
                    silo.UseLocalhostClustering(primarySiloEndpoint: new IPEndPoint(IPAddress.Loopback, 11111));
                    break;
                default:
                    builder.UseOrleansClient(_ => { });
                    break;
            }
        }));
        error.Message.ShouldStartWith(wish);
        error.Message.ShouldContain("GrainRuntime=Orleans");
    }

    [Fact]
    public async Task An_age_that_is_not_longer_than_the_quantum_is_refused_at_start()
    {
        var error = await Should.ThrowAsync<OrleansConfigurationException>(() => GrainHost.StartAsync(silo =>
            silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = options.CollectionQuantum)));
        error.Message.ShouldContain("CollectionQuantum");
    }

    [Fact]
    public async Task Calls_after_the_end_say_that_the_grains_have_stopped()
    {
        await using var host = await GrainHost.StartAsync();
        var grain = host.Grain<ICaller>();
        await grain.EchoAsync("there");
        await host.StopAsync();
        await Should.ThrowAsync<SiloUnavailableException>(() => grain.EchoAsync("gone"));
    }
}
