using System.Globalization;
using System.Reflection;
using Orleans;

namespace EventOps.Architecture.Tests;

/// <summary>
/// What has landed is kept: during a rolling update processes of two versions talk to each other, and old entries are read by new code. contracts.txt
/// lists every member of what crosses between grains. What is new is added to it; a line that is there is never changed and never taken away.
/// </summary>
public sealed class LandedTests
{
    private static readonly string[] Landed = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "contracts.txt"));

    [Fact]
    public void What_has_landed_is_neither_renumbered_nor_renamed_nor_removed() =>
        Landed.Except(Now()).ShouldBeEmpty("These lines of contracts.txt are not true any more. Other versions rely on them: put the member back, and add a new one beside it.");

    [Fact]
    public void What_is_new_is_written_down() => Now().Except(Landed).ShouldBeEmpty("Add these lines to contracts.txt.");

    [Fact]
    public void The_list_is_in_order() => Landed.ShouldBe(Landed.Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Now() =>
    [
        .. Contracts.Crossing.SelectMany(type => Contracts.Sent(type).Select(property =>
            Line(Alias(type), Number(property.GetCustomAttribute<IdAttribute>()!.Id), property.Name, NameOf(property.PropertyType)))),
        .. Contracts.Crossing.Where(type => !Contracts.Sent(type).Any()).Select(type => Line(Alias(type), "", "", type.BaseType!.Name)),
        .. Contracts.Interfaces.SelectMany(type => type.GetMethods().Select(method =>
            Line(Alias(type), "", Alias(method), $"({string.Join(", ", method.GetParameters().Select(parameter => NameOf(parameter.ParameterType)))}) {NameOf(method.ReturnType)}"))),
        .. Contracts.Enums.SelectMany(type => Enum.GetNames(type).Select(name =>
            Line(type.Name, Number(Convert.ToUInt32(Enum.Parse(type, name), CultureInfo.InvariantCulture)), name, NameOf(Enum.GetUnderlyingType(type))))),
    ];

    private static string Line(string type, string id, string name, string memberType) => $"{type}; {id}; {name}; {memberType}";

    // Two digits, so that the lines of a type stand in the order of their numbers.
    private static string Number(uint number) => number.ToString("00", CultureInfo.InvariantCulture);

    private static string Alias(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias ?? member.Name;

    private static string NameOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? $"{NameOf(value)}?"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : Contracts.Types.Contains(type) ? Alias(type)
        : type.Name;
}
