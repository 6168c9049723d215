using EventOps.Grains.Hosting;
using EventOps.Storage;
using EventOps.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using Shouldly;
using Xunit;

namespace EventOps.Grains.Tests;

public sealed class StoredStateOnSqliteTests : StoredStateTests
{
    protected override ValueTask<StorageOptions> CreateAsync() =>
        new(new StorageOptions { Folder = Directory.CreateTempSubdirectory("eventops-grains-").FullName });

    protected override void Remove(StorageOptions storage) => Directory.Delete(storage.Folder, recursive: true);
}

public sealed class StoredStateOnPostgreSqlTests : StoredStateTests
{
    protected override async ValueTask<StorageOptions> CreateAsync() =>
        new() { PostgreSql = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync() };

    protected override void Remove(StorageOptions storage)
    {
    }
}

/// <summary>The storage that the runtime gives to grains, and the stand-in's: what one writes, the other reads, so a mission goes on with either.</summary>
public abstract class StoredStateTests : IAsyncLifetime
{
    private static readonly GrainId Grain = GrainId.Create("venue", "mission/venue");

    private StorageOptions _options = null!;
    private IHost _host = null!;

    private IGrainStorage OfTheRuntime => _host.Services.GetRequiredKeyedService<IGrainStorage>(GrainStorage.Name);

    private IGrainStorage OfTheStandIn => new GrainStorage(_host.Services.GetRequiredService<EventOpsDatabase>());

    public async ValueTask InitializeAsync()
    {
        _options = await CreateAsync();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.AddEventOpsGrains(_options);
        _host = builder.Build();
        await _host.Services.GetRequiredService<EventOpsDatabase>().MigrateAsync();
        await _host.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        Remove(_options);
    }

    [Fact]
    public async Task A_state_that_was_never_written_is_new_and_empty()
    {
        var state = await ReadAsync(OfTheRuntime);

        (state.RecordExists, state.ETag, state.State!.Count).ShouldBe((false, null, 0));
    }

    [Fact]
    public async Task What_one_runtime_has_written_the_other_reads_and_writes_on()
    {
        foreach (var (first, second) in new[] { (OfTheRuntime, OfTheStandIn), (OfTheStandIn, OfTheRuntime) })
        {
            var state = await ReadAsync(first);
            state.State = new Counter { Count = state.State!.Count + 1, Name = "é" };
            await first.WriteStateAsync("counter", Grain, state);

            var read = await ReadAsync(second);
            (read.State!.Count, read.State.Name, read.ETag, read.RecordExists).ShouldBe((state.State.Count, "é", state.ETag, true));
            read.State = new Counter { Count = read.State.Count + 1 };
            await second.WriteStateAsync("counter", Grain, read);
        }

        var last = await ReadAsync(OfTheRuntime);
        (last.State!.Count, last.ETag).ShouldBe((4, "4"));
    }

    [Fact]
    public async Task What_one_runtime_has_cleared_is_empty_for_the_other_and_keeps_its_version()
    {
        foreach (var (first, second) in new[] { (OfTheRuntime, OfTheStandIn), (OfTheStandIn, OfTheRuntime) })
        {
            var state = await ReadAsync(first);
            await first.WriteStateAsync("counter", Grain, state);
            await first.ClearStateAsync("counter", Grain, state);
            (state.RecordExists, state.State!.Count).ShouldBe((false, 0));

            var read = await ReadAsync(second);
            (read.RecordExists, read.ETag, read.State!.Count).ShouldBe((false, state.ETag, 0));
        }
    }

    [Fact]
    public async Task Of_two_activations_that_read_the_same_version_the_second_to_write_is_told()
    {
        var (first, second) = (await ReadAsync(OfTheRuntime), await ReadAsync(OfTheRuntime));
        await OfTheRuntime.WriteStateAsync("counter", Grain, first);
        await OfTheRuntime.WriteStateAsync("counter", Grain, first);

        await OfTheRuntime.WriteStateAsync("counter", Grain, second).ShouldThrowAsync<InconsistentStateException>();
        second.ETag = "1";
        await OfTheRuntime.WriteStateAsync("counter", Grain, second).ShouldThrowAsync<InconsistentStateException>();
        await OfTheRuntime.ClearStateAsync("counter", Grain, second).ShouldThrowAsync<InconsistentStateException>();
        second.ETag = "7";
        await OfTheRuntime.WriteStateAsync("another", Grain, second).ShouldThrowAsync<InconsistentStateException>();

        (await ReadAsync(OfTheStandIn)).ETag.ShouldBe("2");
    }

    [Fact]
    public async Task States_are_kept_apart_by_their_name_and_by_their_grain()
    {
        await OfTheRuntime.WriteStateAsync("counter", Grain, new GrainState<Counter>(new Counter { Count = 1 }));

        (await ReadAsync(OfTheRuntime, name: "another")).RecordExists.ShouldBeFalse();
        (await ReadAsync(OfTheRuntime, GrainId.Create("venue", "mission/another"))).RecordExists.ShouldBeFalse();
        (await ReadAsync(OfTheRuntime)).State!.Count.ShouldBe(1);
    }

    protected abstract ValueTask<StorageOptions> CreateAsync();

    protected abstract void Remove(StorageOptions storage);

    private static async Task<GrainState<Counter>> ReadAsync(IGrainStorage storage, GrainId? grain = null, string name = "counter")
    {
        var state = new GrainState<Counter>();
        await storage.ReadStateAsync(name, grain ?? Grain, state);
        return state;
    }

    private sealed class Counter
    {
        public int Count { get; set; }

        public string Name { get; set; } = "";
    }
}
