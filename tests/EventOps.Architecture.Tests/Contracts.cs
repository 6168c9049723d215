using System.Reflection;
using Orleans;

namespace EventOps.Architecture.Tests;

/// <summary>The types of the contracts, by reflection.</summary>
internal static class Contracts
{
    public static readonly Type[] Types = House.Load("EventOps.Contracts").GetExportedTypes();

    public static IEnumerable<Type> Interfaces =>
        Types.Where(type => type.IsInterface && (typeof(IGrain).IsAssignableFrom(type) || typeof(IGrainObserver).IsAssignableFrom(type)));

    public static IEnumerable<Type> Enums => Types.Where(type => type.IsEnum);

    /// <summary>Everything that a grain's method takes or gives, what those are made of, and what it may throw.</summary>
    public static IEnumerable<Type> Crossing =>
        Reach(Interfaces.SelectMany(type => type.GetMethods()).SelectMany(Mentioned))
            .Concat(Types.Where(type => type.IsSubclassOf(typeof(Exception))))
            .OrderBy(type => type.FullName, StringComparer.Ordinal);

    /// <summary>The properties of a type that are sent.</summary>
    public static IEnumerable<PropertyInfo> Sent(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod is not null && property.GetMethod is not null);

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
