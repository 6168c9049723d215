using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EventOps.Architecture.Tests;

/// <summary>The assemblies of the house and what each may know. A new one is one line.</summary>
internal static class House
{
    /// <summary>What stands for the runtime: the stand-in, or the assemblies of Orleans.</summary>
    public const string Runtime = "EventOps.EmbeddedOrleans";

    /// <summary>Each assembly, and those of the house that it may reference.</summary>
    public static readonly ImmutableSortedDictionary<string, string[]> MayKnow = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["EventOps.Contracts"] = [Runtime],
        ["EventOps.Domain"] = ["EventOps.Contracts", Runtime],
        ["EventOps.Storage"] = ["EventOps.Contracts", "EventOps.Domain", Runtime],
        ["EventOps.Operations"] = ["EventOps.Contracts", "EventOps.Storage"],
        ["EventOps.Programme"] = ["EventOps.Contracts", "EventOps.Domain"],
        ["EventOps.Dashboard"] = ["EventOps.Contracts", "EventOps.Domain", "EventOps.Grains", "EventOps.Operations", "EventOps.Programme", "EventOps.Storage", Runtime],
        ["EventOps.Grains"] = ["EventOps.Contracts", "EventOps.Domain", "EventOps.Storage", Runtime],
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>An assembly that the tests were built with.</summary>
    public static Assembly Load(string name) => Assembly.Load(new AssemblyName(name));

    /// <summary>The assemblies of the house that an assembly uses.</summary>
    public static IEnumerable<string> Knows(string name) =>
        Load(name).GetReferencedAssemblies().Select(reference => reference.Name!).Where(IsOfTheHouse).Order(StringComparer.Ordinal);

    /// <summary>Every type of another assembly that an assembly names anywhere, attributes included.</summary>
    public static ImmutableSortedSet<string> TypesNamedBy(string name) => Read(name, metadata =>
        metadata.TypeReferences.Select(metadata.GetTypeReference).Select(type => FullName(metadata, type)));

    /// <summary>Every member of another assembly that an assembly uses, as <c>Namespace.Type.Member</c>.</summary>
    public static ImmutableSortedSet<string> MembersUsedBy(string name) => Read(name, metadata =>
        from handle in metadata.MemberReferences
        let member = metadata.GetMemberReference(handle)
        where member.Parent.Kind == HandleKind.TypeReference
        let type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent)
        select $"{FullName(metadata, type)}.{metadata.GetString(member.Name)}");

    private static bool IsOfTheHouse(string assembly) => assembly.StartsWith("EventOps.", StringComparison.Ordinal);

    private static ImmutableSortedSet<string> Read(string name, Func<MetadataReader, IEnumerable<string>> read)
    {
        using var file = new PEReader(File.OpenRead(Load(name).Location));
        return read(file.GetMetadataReader()).ToImmutableSortedSet(StringComparer.Ordinal);
    }

    private static string FullName(MetadataReader metadata, TypeReference type)
    {
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{FullName(metadata, metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope))}.{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
