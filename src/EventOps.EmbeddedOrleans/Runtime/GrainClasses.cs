using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EventOps.EmbeddedOrleans;

/// <summary>
/// Finds grain classes. Orleans knows them from its code generator; here they are looked for in the assemblies that refer to this one, loaded
/// already or lying beside the application, so that nobody has to register anything.
/// </summary>
internal sealed class GrainClasses(EmbeddedRuntime runtime)
{
    private static readonly string Self = typeof(GrainClasses).Assembly.GetName().Name!;

    private readonly ConcurrentDictionary<Type, GrainClass> _classes = new();
    private readonly ConcurrentDictionary<(Type, string?), GrainClass> _byInterface = new();
    private readonly Lazy<Type[]> _found = new(Find);

    public IEnumerable<GrainClass> InUse => _classes.Values;

    public GrainClass Implementing(Type grainInterface, string? classNamePrefix)
    {
        if (_byInterface.TryGetValue((grainInterface, classNamePrefix), out var known))
            return known;
        var type = Choose(grainInterface, classNamePrefix);
        return _byInterface.GetOrAdd((grainInterface, classNamePrefix), _classes.GetOrAdd(type, type => new GrainClass(runtime, type)));
    }

    public GrainClass Named(GrainType name) =>
        _classes.Values.FirstOrDefault(known => known.Type == name)
        ?? _found.Value.Select(type => _classes.GetOrAdd(type, type => new GrainClass(runtime, type))).FirstOrDefault(known => known.Type == name)
        ?? throw new ArgumentException($"No grain class is called '{name}'.");

    private static bool IsGrainClass(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false } && typeof(IGrain).IsAssignableFrom(type) && !typeof(GrainReference).IsAssignableFrom(type);

    private static Type[] Find()
    {
        var loaded = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic).ToList();
        var names = loaded.Select(assembly => assembly.GetName().Name).ToHashSet();
        loaded.AddRange(Beside().Where(name => !names.Contains(name)).Select(name => Assembly.Load(new AssemblyName(name))));
        return [.. loaded.Where(assembly => assembly.GetReferencedAssemblies().Any(reference => reference.Name == Self)).SelectMany(assembly => assembly.GetTypes()).Where(IsGrainClass)];
    }

    // The compiler drops references that no code uses, as a host's to its grains may be; so the files are asked, without loading them.
    private static IEnumerable<string> Beside()
    {
        var files = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator);
        foreach (var file in files.Where(file => file.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal)))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal))
                continue;
            using var image = new PEReader(File.OpenRead(file));
            if (!image.HasMetadata)
                continue;
            var metadata = image.GetMetadataReader();
            if (metadata.AssemblyReferences.Any(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name) == Self))
                yield return name;
        }
    }

    // As in Orleans, the class Thing is the one for IThing, and a prefix that is a whole name means that class.
    private Type Choose(Type grainInterface, string? classNamePrefix)
    {
        var candidates = _found.Value.Where(grainInterface.IsAssignableFrom).ToArray();
        candidates = string.IsNullOrWhiteSpace(classNamePrefix)
            ? Preferred(candidates, type => type.Name == grainInterface.Name[1..])
            : Preferred([.. candidates.Where(type => type.FullName!.StartsWith(classNamePrefix, StringComparison.Ordinal))], type => type.FullName == classNamePrefix);
        return candidates switch
        {
            [var only] => only,
            [] => throw new ArgumentException($"No grain class implements {grainInterface}. Is the assembly with its grains part of this application?"),
            _ => throw new ArgumentException(
                $"{string.Join(" and ", candidates.Select(type => type.FullName))} implement {grainInterface}. Ask for an interface that one class implements, or give a class name prefix."),
        };
    }

    private static Type[] Preferred(Type[] candidates, Func<Type, bool> isPreferred) => candidates.Where(isPreferred).ToArray() is [var one] ? [one] : candidates;
}
