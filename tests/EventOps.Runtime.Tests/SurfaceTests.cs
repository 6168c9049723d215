using System.Reflection;
using Shouldly;
using Xunit;

namespace EventOps.Runtime.Tests;

/// <summary>
/// Holds the public surface of the stand-in against Orleans: what compiles here has to compile there. Everywhere against the one assembly that can be had
/// by itself; built for Orleans, against all of them.
/// </summary>
public sealed class SurfaceTests : IDisposable
{
    private const string Abstractions = "Orleans.Core.Abstractions.dll";

    /// <summary>Types of other Orleans assemblies, which are not at hand without its packages. A new one has to pass the tests of the other build, too.</summary>
    private static readonly HashSet<string> Elsewhere =
    [
        // Orleans.Serialization.Abstractions
        "Orleans.AliasAttribute", "Orleans.GenerateSerializerAttribute", "Orleans.IdAttribute", "Orleans.ImmutableAttribute",
        "Orleans.ResponseTimeoutAttribute",
        // Orleans.Core
        "Orleans.CollectionAgeLimitAttribute", "Orleans.Configuration.ClientMessagingOptions", "Orleans.Configuration.ClusterOptions", "Orleans.Configuration.MessagingOptions",
        "Orleans.GrainState`1", "Orleans.Hosting.IClientBuilder", "Orleans.IClusterClient", "Orleans.IGrainState`1", "Orleans.KeepAliveAttribute",
        "Orleans.Storage.IGrainStorage", "Orleans.Storage.InconsistentStateException", "Microsoft.Extensions.Hosting.OrleansClientGenericHostExtensions",
        "Orleans.Utilities.ObserverManager`1", "Orleans.Utilities.ObserverManager`2",
        // Orleans.Runtime
        "Orleans.Configuration.GrainCollectionOptions", "Orleans.Configuration.SiloMessagingOptions", "Orleans.Hosting.CoreHostingExtensions",
        "Orleans.Hosting.EndpointOptionsExtensions", "Orleans.Hosting.ISiloBuilder", "Orleans.Hosting.SiloBuilderExtensions",
        "Microsoft.Extensions.Hosting.OrleansSiloGenericHostExtensions", "Orleans.Runtime.Hosting.StorageProviderExtensions",
        "Orleans.Runtime.IPersistentState`1", "Orleans.Runtime.PersistentStateAttribute",
        // Orleans.Persistence.Memory, Orleans.Clustering.AdoNet
        "Orleans.Configuration.MemoryGrainStorageOptions", "Orleans.Hosting.MemoryGrainStorageSiloBuilderExtensions",
        "Orleans.Configuration.AdoNetClusteringClientOptions", "Orleans.Configuration.AdoNetClusteringSiloOptions", "Orleans.Hosting.AdoNetHostingExtensions",
    ];

    private static readonly string StandIn = Built("StandIn");

    // Beside the tests, unless the build says where.
    private static readonly string[] Released = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, Built("OrleansFolder")), Built("OrleansFiles"));

    private readonly Surface _standIn = new(StandIn);

    private readonly Surface[] _orleans = [.. Released.Select(file => new Surface(file))];

    public static TheoryData<string> Types
    {
        get
        {
            using var standIn = new Surface(StandIn);
            return [.. standIn.Types.Where(name => Released.Length > 1 || !Elsewhere.Contains(name))];
        }
    }

    [Theory, MemberData(nameof(Types))]
    public void A_public_type_offers_nothing_that_Orleans_does_not(string name)
    {
        var orleans = _orleans.SingleOrDefault(surface => surface.Has(name))
            .ShouldNotBeNull($"{name} is not in {string.Join(", ", Released)}. If it is in another assembly of Orleans, list it.");
        _standIn.KindOf(name).ShouldBe(orleans.KindOf(name), name);
        _standIn.MembersOf(name).Except(orleans.MembersOf(name)).ShouldBeEmpty(name);
    }

    [Fact]
    public void Every_type_that_is_listed_as_elsewhere_is_there_and_is_elsewhere()
    {
        using var abstractions = new Surface(Released.Single(file => file.EndsWith(Abstractions, StringComparison.Ordinal)));
        foreach (var name in Elsewhere)
        {
            _standIn.Has(name).ShouldBeTrue($"{name} is listed and does not exist any more.");
            abstractions.Has(name).ShouldBeFalse($"{name} is in {Abstractions} and can be compared.");
        }
    }

    public void Dispose()
    {
        _standIn.Dispose();
        foreach (var surface in _orleans)
            surface.Dispose();
    }

    private static string Built(string key) =>
        typeof(SurfaceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value ?? "";
}
