using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using EventOps.Contracts;

namespace EventOps.Architecture.Tests;

/// <summary>Values of any type of the contracts, made and told apart by reflection.</summary>
internal static class Sample
{
    /// <summary>A value in which every member has another content.</summary>
    public static object Full(Type type) => new Maker(sparse: false).Make(type)!;

    /// <summary>A value in which everything that may be missing is missing.</summary>
    public static object Sparse(Type type) => new Maker(sparse: true).Make(type)!;

    /// <summary>Everything that a value holds, as text: lists have no equality of their own.</summary>
    public static string Describe(object? value) => value switch
    {
        null => "null",
        string text => text,
        Exception error => $"{error.GetType()}({error.Message}, {Describe(error.InnerException)})",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Describe))}]",
        _ when Contracts.Types.Contains(value.GetType()) && !value.GetType().IsEnum =>
            $"{value.GetType()}({string.Join(", ", Contracts.Sent(value.GetType()).Select(property => $"{property.Name}: {Describe(property.GetValue(value))}"))})",
        IFormattable number => number.ToString(value is DateTimeOffset ? "O" : null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private sealed class Maker(bool sparse)
    {
        private static readonly NullabilityInfoContext Nullability = new();

        private int _count;

        public object? Make(Type type)
        {
            _count++;
            return type switch
            {
                _ when Nullable.GetUnderlyingType(type) is { } value => sparse ? null : Make(value),
                _ when type == typeof(string) => Text(),
                _ when type == typeof(int) => _count,
                _ when type == typeof(long) => (long)_count << 33,
                _ when type == typeof(double) => _count + 0.5,
                _ when type == typeof(bool) => !sparse,
                _ when type == typeof(Guid) => new Guid(_count, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]),
                _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 2, 16, 8, 30, 0, TimeSpan.FromHours(-6)).AddTicks(_count),
                { IsEnum: true } => Enum.GetValues(type).GetValue(_count % Enum.GetValues(type).Length),
                { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => Many(type.GetGenericArguments()[0]),
                _ when type.IsSubclassOf(typeof(Exception)) => Exception(type),
                _ when type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IIdentifier<>)) => Activator.CreateInstance(type, Text()),
                _ => Compose(type),
            };
        }

        private string Text() => $"text-{_count}";

        private object Many(Type element)
        {
            var array = Array.CreateInstance(element, sparse ? 0 : 2);
            for (var i = 0; i < array.Length; i++)
                array.SetValue(Make(element), i);
            return typeof(ImmutableArray).GetMethods().Single(method => method.Name == "Create" && method.GetParameters() is [{ ParameterType.IsArray: true }] && method.IsGenericMethod)
                .MakeGenericMethod(element).Invoke(null, [array])!;
        }

        private object Exception(Type type) => type.GetConstructor([typeof(string)]) is { } one
            ? one.Invoke([Text()])
            : Activator.CreateInstance(type, Text(), sparse ? null : new IOException(Text()))!;

        private object Compose(Type type)
        {
            var longest = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
            var made = longest.Invoke([.. longest.GetParameters().Select(parameter =>
                IsLeftOut(Nullability.Create(parameter)) ? null : Make(parameter.ParameterType))]);
            foreach (var property in Contracts.Sent(type).Where(property => longest.GetParameters().All(parameter => parameter.Name != property.Name)))
                property.SetValue(made, IsLeftOut(Nullability.Create(property)) ? null : Make(property.PropertyType));
            return made;
        }

        private bool IsLeftOut(NullabilityInfo member) => sparse && member.WriteState == NullabilityState.Nullable;
    }
}
