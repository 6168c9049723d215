using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Runtime.Hosting;
using Orleans.Storage;
using Shouldly;
using Xunit;

namespace EventOps.Runtime.Tests;

[GenerateSerializer, Immutable, Alias("EventOps.Runtime.Tests.Kept")]
public sealed record Kept([property: Id(0)] string Text, [property: Id(1)] bool Exists, [property: Id(2)] string? Etag);

public interface IKeeper : IGrainWithStringKey
{
    Task<Kept> ReadAsync();

    Task SetAsync(string text);

    Task WriteAsync(string text);

    Task WriteTwiceAtOnceAsync(string first, string second);

    Task ClearAsync();

    Task LeaveAsync();
}

// Orleans reads only types back that it knows, and it knows them by this mark.
[GenerateSerializer, Alias("EventOps.Runtime.Tests.Note")]
public sealed class Note
{
    [Id(0)]
    public string Text { get; set; } = "";
}

internal sealed class KeeperGrain(
    [PersistentState("note", "notes")] IPersistentState<Note> note,
    [PersistentState("other", "notes")] IPersistentState<Note> other,
    Signals signals) : Grain, IKeeper
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        signals.Note($"activated with '{note.State.Text}'");
        return Task.CompletedTask;
    }

    public Task<Kept> ReadAsync() => Task.FromResult(new Kept(note.State.Text, note.RecordExists, note.Etag));

    public Task SetAsync(string text)
    {
        note.State.Text = text;
        other.State.Text = $"other than {text}";
        return Task.CompletedTask;
    }

    public Task WriteAsync(string text)
    {
        note.State.Text = text;
        return note.WriteStateAsync();
    }

    public async Task WriteTwiceAtOnceAsync(string first, string second)
    {
        note.State.Text = first;
        var one = note.WriteStateAsync();
        note.State.Text = second;
        await Task.WhenAll(one, note.WriteStateAsync());
    }

    public Task ClearAsync() => note.ClearStateAsync();

    public Task LeaveAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

/// <summary>A storage of our own, as EventOps has one: checks versions, and fails when it is told to.</summary>
internal sealed class NoteStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(string, string), (string Json, int Version)> _notes = new();

    public Exception? NextError { get; set; }

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Task.Yield();
        Fail();
        grainState.RecordExists = _notes.TryGetValue(Row(stateName, grainId), out var note);
        grainState.State = grainState.RecordExists ? JsonSerializer.Deserialize<T>(note.Json) : Activator.CreateInstance<T>();
        grainState.ETag = grainState.RecordExists ? note.Version.ToString(CultureInfo.InvariantCulture) : null;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        // As over a network: the version goes out, the next one comes back later.
        var (etag, json) = (grainState.ETag, JsonSerializer.Serialize(grainState.State));
        await Task.Yield();
        Fail();
        var stored = Check(stateName, grainId, etag);
        _notes[Row(stateName, grainId)] = (json, stored + 1);
        await Task.Yield();
        grainState.ETag = (stored + 1).ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Task.Yield();
        Check(stateName, grainId, grainState.ETag);
        _notes.TryRemove(Row(stateName, grainId), out _);
        grainState.ETag = null;
        grainState.RecordExists = false;
        grainState.State = Activator.CreateInstance<T>();
    }

    public void WriteBehindTheBackOf(GrainId grain, string text) =>
        _notes.AddOrUpdate(Row("note", grain), _ => (Json(text), 1), (_, note) => (Json(text), note.Version + 1));

    private static string Json(string text) => JsonSerializer.Serialize(new Note { Text = text });

    private static (string, string) Row(string stateName, GrainId grainId) => (stateName, grainId.Key.ToString()!);

    private int Check(string stateName, GrainId grainId, string? etag)
    {
        var stored = _notes.TryGetValue(Row(stateName, grainId), out var note) ? note.Version : 0;
        var current = etag is null ? 0 : int.Parse(etag, CultureInfo.InvariantCulture);
        return stored == current ? stored : throw new InconsistentStateException("Somebody else has written.", $"{stored}", $"{current}");
    }

    private void Fail()
    {
        if (NextError is not { } error)
            return;
        NextError = null;
        throw error;
    }
}

public class StateTests
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task What_was_written_is_there_before_the_next_activation_begins(bool inMemory)
    {
        await using var host = await StartAsync(inMemory);
        var grain = host.Grain<IKeeper>();
        (await grain.ReadAsync()).ShouldBe(new Kept("", Exists: false, Etag: null));
        await grain.WriteAsync("kept");
        var kept = await grain.ReadAsync();
        kept.Exists.ShouldBeTrue();
        kept.Etag.ShouldNotBeNull();
        await grain.SetAsync("never written");
        await grain.LeaveAsync();
        (await grain.ReadAsync()).ShouldBe(kept);
        host.Signals.Log.ShouldBe(["activated with ''", "activated with 'kept'"]);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_cleared_record_is_gone(bool inMemory)
    {
        await using var host = await StartAsync(inMemory);
        var grain = host.Grain<IKeeper>();
        await grain.WriteAsync("kept");
        await grain.ClearAsync();
        (await grain.ReadAsync()).ShouldBe(new Kept("", Exists: false, Etag: null));
        await grain.LeaveAsync();
        (await grain.ReadAsync()).Exists.ShouldBeFalse();
        await grain.WriteAsync("again");
        (await grain.ReadAsync()).Text.ShouldBe("again");
    }

    [Fact]
    public async Task States_are_kept_apart_by_key()
    {
        await using var host = await StartAsync(inMemory: true);
        await host.Grain<IKeeper>("a").WriteAsync("of a");
        (await host.Grain<IKeeper>("b").ReadAsync()).Exists.ShouldBeFalse();
    }

    [Fact]
    public async Task Writes_that_begin_together_do_not_trip_over_each_others_version()
    {
        await using var host = await StartAsync(inMemory: false);
        var grain = host.Grain<IKeeper>();
        await grain.WriteTwiceAtOnceAsync("first", "second");
        await grain.LeaveAsync();
        (await grain.ReadAsync()).Text.ShouldBe("second");
    }

    [Fact]
    public async Task A_grain_whose_record_was_written_by_somebody_else_fails_the_call_and_loads_again()
    {
        await using var host = await StartAsync(inMemory: false);
        var grain = host.Grain<IKeeper>();
        await grain.WriteAsync("mine");
        Storage(host).WriteBehindTheBackOf(grain.GetGrainId(), "theirs");
        var error = await Should.ThrowAsync<InconsistentStateException>(() => grain.WriteAsync("mine again"));
        error.StoredEtag.ShouldBe("2");
        error.CurrentEtag.ShouldBe("1");
        (await grain.ReadAsync()).ShouldBe(new Kept("theirs", Exists: true, Etag: "2"));
        host.Signals.Log.ShouldBe(["activated with ''", "activated with 'theirs'"]);
    }

    [Fact]
    public async Task Another_error_of_the_storage_fails_the_call_and_the_activation_stays()
    {
        await using var host = await StartAsync(inMemory: false);
        var grain = host.Grain<IKeeper>();
        await grain.ReadAsync();
        Storage(host).NextError = new IOException("The disk is full.");
        var error = await Should.ThrowAsync<OrleansException>(() => grain.WriteAsync("lost"));
        error.InnerException.ShouldBeOfType<IOException>().Message.ShouldBe("The disk is full.");
        await grain.WriteAsync("kept");
        host.Signals.Log.ShouldBe(["activated with ''"]);
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_fails_the_activation()
    {
        await using var host = await StartAsync(inMemory: false);
        Storage(host).NextError = new IOException("The disk is gone.");
        await Should.ThrowAsync<OrleansException>(host.Grain<IKeeper>().ReadAsync);
        (await host.Grain<IKeeper>().ReadAsync()).Exists.ShouldBeFalse();
    }

    private static NoteStorage Storage(GrainHost host) => (NoteStorage)host.Services.GetRequiredKeyedService<IGrainStorage>("notes");

    private static Task<GrainHost> StartAsync(bool inMemory) => GrainHost.StartAsync(silo =>
    {
        if (inMemory)
            silo.AddMemoryGrainStorage("notes");
        else
            silo.Services.AddGrainStorage("notes", (_, _) => new NoteStorage());
    });
}
