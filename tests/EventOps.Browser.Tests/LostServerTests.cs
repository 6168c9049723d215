using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EventOps.Browser.Tests;

[Collection(nameof(LostServerTests))]
[CollectionDefinition(nameof(LostServerTests), DisableParallelization = true)]
public sealed class LostServerTests
{
    [Fact]
    public async Task A_page_that_lost_the_server_says_since_when_and_heals_by_itself()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var ops = await site.OpenAsync($"/ops/?mission={Site.Mission}");
        await Expect(ops.Locator("body.stale")).ToHaveCountAsync(0);

        await site.StopAsync();
        await Expect(ops.Locator("body.stale")).ToHaveCountAsync(1, new() { Timeout = 30_000 });

        await site.StartAsync();
        await Expect(ops.Locator("body.stale")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
    }
}
