using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace EventOps.Storage.Tests;

public sealed class GrainStorageOnSqliteTests() : GrainStorageTests(new OnSqlite());

public sealed class GrainStorageOnPostgreSqlTests() : GrainStorageTests(new OnPostgreSql());

public abstract class GrainStorageTests(IStorageUnderTest storage) : StorageTest(storage)
{
    private static readonly GrainId Grain = GrainId.Create("venue", "mission/venue");

    [Fact]
    public async Task A_state_that_was_never_written_is_new_and_empty()
    {
        var state = await ReadAsync(Grain);

        (state.RecordExists, state.ETag, state.State!.Count).ShouldBe((false, null, 0));
    }

    [Fact]
    public async Task A_written_state_is_read_back_after_a_restart_by_its_own_grain_and_name_alone()
    {
        var state = await ReadAsync(Grain);
        state.State = new Counter { Count = 7, Name = "é" };
        await Storage.Grains.WriteStateAsync("counter", Grain, state);
        (state.RecordExists, state.ETag).ShouldBe((true, "1"));

        var restarted = await OpenAsync();
        var read = new GrainState<Counter>();
        await restarted.Grains.ReadStateAsync("counter", Grain, read);

        (read.State!.Count, read.State.Name, read.ETag, read.RecordExists).ShouldBe((7, "é", "1", true));
        (await ReadAsync(GrainId.Create("venue", "mission/another"))).RecordExists.ShouldBeFalse();
        (await ReadAsync(Grain, "another")).RecordExists.ShouldBeFalse();
    }

    [Fact]
    public async Task Of_two_activations_that_read_the_same_version_the_second_to_write_is_told()
    {
        var (first, second) = (await ReadAsync(Grain), await ReadAsync(Grain));
        first.State!.Count = 1;
        await Storage.Grains.WriteStateAsync("counter", Grain, first);
        await Storage.Grains.WriteStateAsync("counter", Grain, first);

        await Storage.Grains.WriteStateAsync("counter", Grain, second).ShouldThrowAsync<InconsistentStateException>();
        second.ETag = "1";
        await Storage.Grains.WriteStateAsync("counter", Grain, second).ShouldThrowAsync<InconsistentStateException>();
        await Storage.Grains.ClearStateAsync("counter", Grain, second).ShouldThrowAsync<InconsistentStateException>();

        var stored = await ReadAsync(Grain);
        (stored.State!.Count, stored.ETag).ShouldBe((1, "2"));
    }

    [Fact]
    public async Task A_cleared_state_is_empty_and_cannot_be_mistaken_for_an_older_one()
    {
        var state = await ReadAsync(Grain);
        await Storage.Grains.WriteStateAsync("counter", Grain, state);
        var older = await ReadAsync(Grain);
        await Storage.Grains.ClearStateAsync("counter", Grain, state);
        state.RecordExists.ShouldBeFalse();
        (await ReadAsync(Grain)).RecordExists.ShouldBeFalse();

        await Storage.Grains.WriteStateAsync("counter", Grain, state);

        await Storage.Grains.WriteStateAsync("counter", Grain, older).ShouldThrowAsync<InconsistentStateException>();
        (await ReadAsync(Grain)).RecordExists.ShouldBeTrue();
    }

    [Fact]
    public async Task To_write_a_version_that_is_not_there_writes_nothing()
    {
        var state = new GrainState<Counter>(new Counter(), "3");

        await Storage.Grains.WriteStateAsync("counter", Grain, state).ShouldThrowAsync<InconsistentStateException>();

        (await ReadAsync(Grain)).RecordExists.ShouldBeFalse();
    }

    private async Task<GrainState<Counter>> ReadAsync(GrainId grain, string name = "counter")
    {
        var state = new GrainState<Counter>();
        await Storage.Grains.ReadStateAsync(name, grain, state);
        return state;
    }

    private sealed class Counter
    {
        public int Count { get; set; }

        public string Name { get; set; } = "";
    }
}
