using System.Reflection;
using Orleans;

namespace EventOps.Architecture.Tests;

/// <summary>What crosses between grains is marked so that it survives the next version.</summary>
public sealed class ContractTests
{
    private static readonly Type[] Types = House.Load("EventOps.Contracts").GetExportedTypes();

    /// <summary>Everything that a grain's method takes or gives, and what those are made of.</summary>
    public static TheoryData<Type> Crossing =>
    [
        .. Reach(GrainInterfaces.SelectMany(type => type.GetMethods()).SelectMany(Mentioned))
            .Concat(Exceptions)
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    public static TheoryData<Type> Interfaces => [.. GrainInterfaces];

    private static IEnumerable<Type> GrainInterfaces =>
        Types.Where(type => type.IsInterface && (typeof(IGrain).IsAssignableFrom(type) || typeof(IGrainObserver).IsAssignableFrom(type)));

    private static IEnumerable<Type> Exceptions => Types.Where(type => type.IsSubclassOf(typeof(Exception)));

    [Fact]
    public void The_walk_reaches_what_it_should()
    {
        var names = Crossing.Select(row => row.Data.Name).ToList();

        names.ShouldContain("JournalEntry");
        names.ShouldContain("RefusalFacts");
        names.ShouldContain("DelegateId");
        names.ShouldContain("ScanIdReusedException");
        GrainInterfaces.Count().ShouldBeGreaterThan(4);
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
        var stored = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod is not null && property.GetMethod is not null)
            .ToList();

        stored.Where(property => property.GetCustomAttribute<IdAttribute>() is null).Select(property => property.Name).ShouldBeEmpty();
        stored.Select(property => property.GetCustomAttribute<IdAttribute>()!.Id).ShouldBeUnique();
    }

    [Fact]
    public void No_two_types_have_the_same_name() =>
        Types.SelectMany(type => type.GetCustomAttributes<AliasAttribute>(inherit: false)).Select(alias => alias.Alias).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Interfaces), DisableDiscoveryEnumeration = true)]
    public void Every_method_of_a_grain_has_a_name_that_is_kept(Type type)
    {
        var methods = type.GetMethods();

        methods.Where(method => method.GetCustomAttribute<AliasAttribute>() is null).Select(method => method.Name).ShouldBeEmpty();
        methods.Select(method => method.GetCustomAttribute<AliasAttribute>()!.Alias).ShouldBeUnique();
    }

    [Fact]
    public void Every_grain_has_a_name_that_is_kept() =>
        GrainInterfaces.Where(type => typeof(IGrain).IsAssignableFrom(type) && !Has<AliasAttribute>(type)).ShouldBeEmpty();

    private static bool Has<TAttribute>(Type type)
        where TAttribute : Attribute => type.GetCustomAttribute<TAttribute>(inherit: false) is not null;

    private static IEnumerable<Type> Mentioned(MethodInfo method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType);

    private static HashSet<Type> Reach(IEnumerable<Type> from)
    {
        var reached = new HashSet<Type>();
        var ahead = new Queue<Type>(from);
        while (ahead.TryDequeue(out var type))
        {
            foreach (var part in type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments())
                ahead.Enqueue(part);
            if (type.Assembly != Types[0].Assembly || type.IsEnum || type.IsInterface || !reached.Add(type))
                continue;
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                ahead.Enqueue(property.PropertyType);
        }

        return reached;
    }
}
