using System.Reflection;
using Orleans;

namespace EventOps.Architecture.Tests;

/// <summary>What crosses between grains is marked so that it survives the next version.</summary>
public sealed class ContractTests
{
    public static TheoryData<Type> Crossing => [.. Contracts.Crossing];

    public static TheoryData<Type> Interfaces => [.. Contracts.Interfaces];

    [Fact]
    public void The_walk_reaches_what_it_should()
    {
        var names = Contracts.Crossing.Select(type => type.Name).ToList();

        names.ShouldContain("JournalEntry");
        names.ShouldContain("RefusalFacts");
        names.ShouldContain("DelegateId");
        names.ShouldContain("ScanIdReusedException");
        Contracts.Interfaces.Count().ShouldBeGreaterThan(4);
    }

    [Theory]
    [MemberData(nameof(Crossing), DisableDiscoveryEnumeration = true)]
    public void What_crosses_is_marked_as_such_and_has_a_name_that_is_kept(Type type)
    {
        Has<GenerateSerializerAttribute>(type).ShouldBeTrue("[GenerateSerializer]");
        Has<AliasAttribute>(type).ShouldBeTrue("[Alias]");
        if (!type.IsSubclassOf(typeof(Exception)))
            Has<ImmutableAttribute>(type).ShouldBeTrue("[Immutable]");
    }

    [Theory]
    [MemberData(nameof(Crossing), DisableDiscoveryEnumeration = true)]
    public void Every_property_of_what_crosses_has_a_number_of_its_own(Type type)
    {
        var sent = Contracts.Sent(type).ToList();

        sent.Where(property => property.GetCustomAttribute<IdAttribute>() is null).Select(property => property.Name).ShouldBeEmpty();
        sent.Select(property => property.GetCustomAttribute<IdAttribute>()!.Id).ShouldBeUnique();
    }

    [Fact]
    public void No_two_types_have_the_same_name() =>
        Contracts.Types.SelectMany(type => type.GetCustomAttributes<AliasAttribute>(inherit: false)).Select(alias => alias.Alias).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Interfaces), DisableDiscoveryEnumeration = true)]
    public void Every_method_of_a_grain_has_a_name_that_is_kept(Type type)
    {
        var methods = type.GetMethods();

        methods.Where(method => method.GetCustomAttribute<AliasAttribute>() is null).Select(method => method.Name).ShouldBeEmpty();
        methods.Select(method => method.GetCustomAttribute<AliasAttribute>()!.Alias).ShouldBeUnique();
    }

    [Fact]
    public void Every_grain_and_observer_has_a_name_that_is_kept() => Contracts.Interfaces.Where(type => !Has<AliasAttribute>(type)).ShouldBeEmpty();

    private static bool Has<TAttribute>(Type type)
        where TAttribute : Attribute => type.GetCustomAttribute<TAttribute>(inherit: false) is not null;
}
