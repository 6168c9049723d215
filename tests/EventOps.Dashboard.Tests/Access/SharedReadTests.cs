using EventOps.Dashboard.Access;

namespace EventOps.Dashboard.Tests.Access;

/// <summary>However many ask at once, the database is read once after the other.</summary>
public sealed class SharedReadTests
{
    private readonly SharedRead _shared = new();
    private readonly SemaphoreSlim _begun = new(0);
    private readonly List<TaskCompletionSource> _reads = [];

    [Fact]
    public async Task All_who_ask_while_a_read_is_under_way_share_one_that_begins_after_it()
    {
        var first = Ask();
        var early = await BegunAsync();
        Task[] later = [.. Enumerable.Range(0, 100).Select(_ => Ask())];
        _reads.Count.ShouldBe(1);

        early.SetResult();
        await first;
        var second = await BegunAsync();
        later.ShouldAllBe(ask => !ask.IsCompleted);
        second.SetResult();
        await Task.WhenAll(later);

        _reads.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_read_that_fails_fails_those_who_shared_it_and_nobody_after_them()
    {
        var failing = Ask();
        var read = await BegunAsync();
        var later = Ask();
        read.SetException(new IOException("The database is away."));
        await Should.ThrowAsync<IOException>(failing);

        (await BegunAsync()).SetResult();
        await later;
    }

    private Task Ask() => _shared.Join(() =>
    {
        _reads.Add(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _begun.Release();
        return _reads[^1].Task;
    });

    private async Task<TaskCompletionSource> BegunAsync()
    {
        await _begun.WaitAsync();
        return _reads[^1];
    }
}
