namespace EventOps.Storage.Tests;

public sealed class GroupReaderTests
{
    private readonly List<List<int>> _reads = [];
    private readonly TaskCompletionSource _firstReading = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _firstAnswered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_that_wait_while_a_read_is_under_way_share_the_next_one()
    {
        var reader = Reader();
        var first = reader.ReadAsync(1, Cancelled);
        await _firstReading.Task;
        var rest = Enumerable.Range(2, 9).Append(2).Select(key => reader.ReadAsync(key, Cancelled)).ToList();
        _firstAnswered.SetResult();

        (await first).ShouldBe("1");
        (await Task.WhenAll(rest)).ShouldBe(["2", "3", "4", "5", "6", "7", "8", "9", null, "2"]);
        _reads.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_outage_fails_those_that_wait_too_and_the_next_one_tries_again()
    {
        var reader = Reader(new IOException("away"));
        var first = reader.ReadAsync(1, Cancelled);
        await _firstReading.Task;
        var waiting = reader.ReadAsync(2, Cancelled);
        _firstAnswered.SetResult();

        await first.ShouldThrowAsync<StorageUnavailableException>();
        await waiting.ShouldThrowAsync<StorageUnavailableException>();
        (await reader.ReadAsync(3, Cancelled)).ShouldBe("3");
    }

    [Fact]
    public async Task Any_other_failure_is_its_own_groups_alone()
    {
        var reader = Reader(new InvalidOperationException("a bug"));
        var first = reader.ReadAsync(1, Cancelled);
        await _firstReading.Task;
        var waiting = reader.ReadAsync(2, Cancelled);
        _firstAnswered.SetResult();

        await first.ShouldThrowAsync<InvalidOperationException>();
        (await waiting).ShouldBe("2");
    }

    /// <summary>Its first read waits for the test, and fails if it is told to. Key 10 is never found.</summary>
    private GroupReader<int, string> Reader(Exception? firstFailure = null) => new(
        async (keys, _) =>
        {
            _reads.Add([.. keys]);
            if (_reads.Count == 1)
            {
                _firstReading.SetResult();
                await _firstAnswered.Task;
                if (firstFailure is not null)
                    throw firstFailure;
            }

            return keys.Distinct().Where(key => key != 10).ToDictionary(key => key, key => $"{key}");
        },
        failure => failure is IOException ? new StorageUnavailableException("away", failure) : null);
}
