using System.Collections.Concurrent;
using System.Numerics;
using System.Reflection;
using Orleans.Concurrency;

namespace EventOps.EmbeddedOrleans;

/// <summary>
/// Orleans copies what crosses a grain boundary; the stand-in shares it. So it refuses interfaces whose values could change after they were
/// sent: every parameter and result has to be immutable by its type.
/// </summary>
internal static class ImmutableTypes
{
    private static readonly HashSet<Type> Known =
    [
        typeof(string), typeof(decimal), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan),
        typeof(Uri), typeof(Version), typeof(TimeZoneInfo), typeof(CancellationToken), typeof(Half), typeof(Int128), typeof(UInt128), typeof(BigInteger),
        typeof(Index), typeof(Range), typeof(GrainId), typeof(GrainType), typeof(IdSpan),
    ];

    private static readonly ConcurrentDictionary<Type, string?> Verdicts = new();

    /// <summary>Refuses a grain interface method that could share something mutable.</summary>
    /// <exception cref="ArgumentException">Says which type is in the way and what to do.</exception>
    public static void Verify(Type grainInterface, MethodInfo method)
    {
        if (method.IsSpecialName || method.IsGenericMethod)
            throw Refused(grainInterface, method, "properties, events and generic methods cannot be called across grains. Declare a plain method.");

        var returned = method.ReturnType;
        var isObserver = typeof(IGrainObserver).IsAssignableFrom(grainInterface);
        if (returned.IsGenericType && (returned.GetGenericTypeDefinition() == typeof(Task<>) || returned.GetGenericTypeDefinition() == typeof(ValueTask<>)))
            VerifyValue(grainInterface, method, "its result", returned.GetGenericArguments()[0], method.ReturnParameter);
        else if (returned != typeof(Task) && returned != typeof(ValueTask) && !(isObserver && returned == typeof(void)))
            throw Refused(grainInterface, method, $"it returns {returned} and not a Task or ValueTask.");

        foreach (var parameter in method.GetParameters())
            VerifyValue(grainInterface, method, $"its parameter '{parameter.Name}'", parameter.ParameterType, parameter);
    }

    private static void VerifyValue(Type grainInterface, MethodInfo method, string what, Type type, ParameterInfo vouched)
    {
        if (vouched.IsDefined(typeof(ImmutableAttribute)))
            return;
        if (Objection(type) is { } objection)
            throw Refused(grainInterface, method, $"{what} is a {type}, and {objection}");
    }

    private static ArgumentException Refused(Type grainInterface, MethodInfo method, string why) => new($"{grainInterface}.{method.Name}: {why}");

    private static string? Objection(Type type)
    {
        if (Verdicts.TryGetValue(type, out var verdict))
            return verdict;
        // A type may contain itself; while it is looked at it counts as immutable.
        var objection = Judge(type, [type]);
        return Verdicts[type] = objection;
    }

    private static string? Judge(Type type, HashSet<Type> path)
    {
        if (type.IsPrimitive || type.IsEnum || Known.Contains(type) || typeof(Exception).IsAssignableFrom(type)
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Immutable<>))
            || (type.IsInterface && typeof(IAddressable).IsAssignableFrom(type)))
            return null;
        if (type.IsGenericParameter || type.IsByRef || type.IsPointer)
            return $"{type} cannot cross a grain boundary.";
        if (IsContainer(type))
            return type.GetGenericArguments().Select(argument => JudgePart(argument, path)).FirstOrDefault(objection => objection is not null);
        if (type.IsArray)
            return $"an array can change after it was sent. Use ImmutableArray<{type.GetElementType()!.Name}>.";
        if (!type.IsDefined(typeof(ImmutableAttribute), inherit: false))
            return $"{type} is not known to be immutable. Make it a record with [GenerateSerializer, Immutable], or use a type of System.Collections.Immutable.";
        return JudgeFields(type, path);
    }

    private static string? JudgeFields(Type type, HashSet<Type> path)
    {
        const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var declaring = type; declaring is not null && declaring != typeof(object) && declaring != typeof(ValueType); declaring = declaring.BaseType)
        {
            foreach (var field in declaring.GetFields(Fields))
            {
                if (IsVouchedFor(declaring, field))
                    continue;
                var name = NameOf(field);
                if (!field.IsInitOnly)
                    return $"'{name}' of {declaring} can be set, though the type is marked [Immutable]. Make it readonly or init.";
                if (JudgePart(field.FieldType, path) is { } objection)
                    return $"'{name}' of {declaring} is a {field.FieldType}: {objection}";
            }
        }

        return null;
    }

    private static string? JudgePart(Type type, HashSet<Type> path) => path.Add(type) ? Judge(type, path) : null;

    private static bool IsContainer(Type type)
    {
        if (!type.IsGenericType)
            return false;
        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(Nullable<>) || definition == typeof(KeyValuePair<,>)
            || definition.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal)
            || (!definition.IsNested && definition.Namespace is "System.Collections.Immutable" or "System.Collections.Frozen");
    }

    private static bool IsVouchedFor(Type declaring, FieldInfo field) =>
        field.IsDefined(typeof(ImmutableAttribute))
        || declaring.GetProperty(NameOf(field), BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)?.IsDefined(typeof(ImmutableAttribute)) == true;

    // <Name>k__BackingField belongs to the property Name.
    private static string NameOf(FieldInfo field) => field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
}
