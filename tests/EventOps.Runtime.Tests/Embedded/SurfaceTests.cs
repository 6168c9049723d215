using System.Reflection;
using Orleans;
using Shouldly;
using Xunit;

namespace EventOps.Runtime.Tests.Embedded;

/// <summary>Holds the public surface of the stand-in against the released Orleans assembly: what compiles here has to compile there.</summary>
public sealed class SurfaceTests : IDisposable
{
    /// <summary>Types of Orleans assemblies that are not at hand here. They were compared with the sources by eye; a new one needs the same.</summary>
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
        "Orleans.Hosting.MemoryGrainStorageSiloBuilderExtensions",
        "Orleans.Configuration.AdoNetClusteringClientOptions", "Orleans.Configuration.AdoNetClusteringSiloOptions", "Orleans.Hosting.AdoNetHostingExtensions",
    ];

    private readonly Surface _standIn = new(typeof(Grain).Assembly.Location);

    private readonly Surface _orleans = new(typeof(SurfaceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "OrleansAbstractions").Value!);

    public static TheoryData<string> Types => new(typeof(Grain).Assembly.GetExportedTypes().Select(type => type.FullName!).Where(name => !Elsewhere.Contains(name)));

    [Theory, MemberData(nameof(Types))]
    public void A_public_type_offers_nothing_that_Orleans_does_not(string name)
    {
        _orleans.Has(name).ShouldBeTrue($"{name} is not in Orleans.Core.Abstractions. If it is in another Orleans assembly, compare it and list it.");
        _standIn.KindOf(name).ShouldBe(_orleans.KindOf(name), name);
        _standIn.MembersOf(name).Except(_orleans.MembersOf(name)).ShouldBeEmpty(name);
    }

    [Fact]
    public void Every_type_that_is_listed_as_elsewhere_is_there_and_is_elsewhere()
    {
        foreach (var name in Elsewhere)
        {
            _standIn.Has(name).ShouldBeTrue($"{name} is listed and does not exist any more.");
            _orleans.Has(name).ShouldBeFalse($"{name} is in Orleans.Core.Abstractions and can be compared.");
        }
    }

    public void Dispose()
    {
        _standIn.Dispose();
        _orleans.Dispose();
    }
}
