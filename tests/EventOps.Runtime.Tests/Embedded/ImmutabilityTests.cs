using System.Collections.Frozen;
using System.Collections.Immutable;
using Orleans;
using Orleans.Concurrency;
using Shouldly;
using Xunit;

namespace EventOps.Runtime.Tests.Embedded;

[GenerateSerializer, Immutable]
public sealed record Fine([property: Id(0)] string Text, [property: Id(1)] ImmutableArray<Fine> Children, [property: Id(2)] DateTimeOffset? At);

[GenerateSerializer, Immutable]
public readonly record struct FineId([property: Id(0)] string Value);

[GenerateSerializer]
public sealed record Unmarked([property: Id(0)] string Text);

[GenerateSerializer, Immutable]
public sealed class Settable
{
    [Id(0)]
    public string Text { get; set; } = "";
}

[GenerateSerializer, Immutable]
public sealed record Hiding([property: Id(0)] List<string> Lines);

public interface IAccepted : IGrainWithStringKey
{
    Task<Fine> PlainAsync(string text, int number, Guid id, DateOnly day, Uri link, DayOfWeek weekday, decimal? amount, CancellationToken cancellation = default);

    ValueTask<FrozenDictionary<FineId, ImmutableSortedSet<int>>> CollectionsAsync(ImmutableList<FineId> list, (int, Fine) pair, ImmutableDictionary<string, Fine> named);

    Task<IAccepted> GrainsAsync(IListener observer, Exception error, Immutable<int[]> promised, [Immutable] byte[] vouched);
}

public interface IGivesArray : IGrainWithStringKey
{
    Task<string[]> LinesAsync();
}

public interface ITakesList : IGrainWithStringKey
{
    Task PutAsync(IReadOnlyList<string> lines);
}

public interface ITakesUnmarked : IGrainWithStringKey
{
    Task PutAsync(ImmutableArray<Unmarked> lines);
}

public interface ITakesSettable : IGrainWithStringKey
{
    Task PutAsync(Settable settable);
}

public interface ITakesHiding : IGrainWithStringKey
{
    Task PutAsync(Hiding hiding);
}

public interface IReturnsNoTask : IGrainWithStringKey
{
    int Count();
}

internal sealed class ShapesGrain : Grain, IAccepted, IGivesArray, ITakesList, ITakesUnmarked, ITakesSettable, ITakesHiding, IReturnsNoTask
{
    public Task<Fine> PlainAsync(string text, int number, Guid id, DateOnly day, Uri link, DayOfWeek weekday, decimal? amount, CancellationToken cancellation = default) =>
        Task.FromResult(new Fine($"{text} {number} {id} {day:O} {link} {weekday} {amount}", [], At: null));

    public ValueTask<FrozenDictionary<FineId, ImmutableSortedSet<int>>> CollectionsAsync(ImmutableList<FineId> list, (int, Fine) pair, ImmutableDictionary<string, Fine> named) =>
        new(list.ToFrozenDictionary(id => id, id => ImmutableSortedSet.Create(pair.Item1, named.Count)));

    public Task<IAccepted> GrainsAsync(IListener observer, Exception error, Immutable<int[]> promised, byte[] vouched) => Task.FromResult<IAccepted>(this);

    public Task<string[]> LinesAsync() => Task.FromResult<string[]>([]);

    public Task PutAsync(IReadOnlyList<string> lines) => Task.CompletedTask;

    public Task PutAsync(ImmutableArray<Unmarked> lines) => Task.CompletedTask;

    public Task PutAsync(Settable settable) => Task.CompletedTask;

    public Task PutAsync(Hiding hiding) => Task.CompletedTask;

    public int Count() => 0;
}

public class ImmutabilityTests
{
    [Fact]
    public async Task Immutable_values_of_all_sorts_cross_a_call()
    {
        await using var host = await GrainHost.StartAsync();
        var grain = host.Grain<IAccepted>();
        var id = Guid.Parse("0198b8a0-0000-7000-8000-000000000001");
        (await grain.PlainAsync("text", 7, id, new DateOnly(2026, 2, 16), new Uri("https://example.org/"), DayOfWeek.Monday, 1.5m))
            .Text.ShouldBe("text 7 0198b8a0-0000-7000-8000-000000000001 2026-02-16 https://example.org/ Monday 1.5");
        var collections = await grain.CollectionsAsync([new FineId("x")], (3, new Fine("", [], At: null)), ImmutableDictionary<string, Fine>.Empty);
        collections[new FineId("x")].ShouldBe([0, 3]);
    }

    [Fact]
    public async Task A_grain_that_returns_itself_returns_a_reference()
    {
        await using var host = await GrainHost.StartAsync();
        var grain = host.Grain<IAccepted>();
        var listener = new Listener(host.Signals);
        var itself = await grain.GrainsAsync(host.Grains.CreateObjectReference<IListener>(listener), new IOException(), new Immutable<int[]>([]), []);
        itself.ShouldBe(grain);
        itself.ShouldNotBeOfType<ShapesGrain>();
        GC.KeepAlive(listener);
    }

    [Fact]
    public Task An_array_is_refused() => RefusesAsync<IGivesArray>("IGivesArray.LinesAsync", "its result is a System.String[]", "Use ImmutableArray<String>");

    [Fact]
    public Task A_read_only_view_is_refused() => RefusesAsync<ITakesList>("ITakesList.PutAsync", "its parameter 'lines'", "System.Collections.Immutable");

    [Fact]
    public Task A_record_without_the_mark_is_refused() => RefusesAsync<ITakesUnmarked>("ITakesUnmarked.PutAsync", "Unmarked is not known to be immutable", "[GenerateSerializer, Immutable]");

    [Fact]
    public Task A_property_that_can_be_set_is_refused() => RefusesAsync<ITakesSettable>("ITakesSettable.PutAsync", "'Text' of", "Settable can be set", "readonly or init");

    [Fact]
    public Task A_mutable_part_of_an_immutable_record_is_refused() => RefusesAsync<ITakesHiding>("ITakesHiding.PutAsync", "'Lines' of", "List`1[System.String]");

    [Fact]
    public Task A_method_without_a_task_is_refused() => RefusesAsync<IReturnsNoTask>("IReturnsNoTask.Count", "Task or ValueTask");

    private static async Task RefusesAsync<T>(params string[] says)
        where T : IGrainWithStringKey
    {
        await using var host = await GrainHost.StartAsync();
        var message = Should.Throw<ArgumentException>(() => host.Grain<T>()).Message;
        foreach (var part in says)
            message.ShouldContain(part);
    }
}
