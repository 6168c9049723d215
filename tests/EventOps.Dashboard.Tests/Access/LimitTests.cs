using System.Net.WebSockets;
using System.Text;
using EventOps.Dashboard.Hosting;

namespace EventOps.Dashboard.Tests.Access;

/// <summary>Nobody asks faster than there is reason to, and who does is told when to come again.</summary>
public sealed class LimitTests
{
    private const int MoreThanEnough = 200;

    private static readonly Limits Wide = new()
    {
        CallerPerSecond = 1_000_000,
        CallerBurst = 1_000_000,
        AddressPerSecond = 1_000_000,
        AddressBurst = 1_000_000,
        ProofsPerMinute = 1_000_000,
        LiveCallsPerSecond = 100_000,
    };

    [Fact]
    public async Task A_caller_who_asks_too_often_is_told_when_to_come_again_and_another_is_not()
    {
        await using var dashboard = await StartAsync(Wide with { CallerPerSecond = 1, CallerBurst = 20 });
        var busy = await dashboard.AdministratorAsync();
        var other = dashboard.Visitor();
        (await other.SignInAsync("First", "a long password")).Status.ShouldBe(HttpStatusCode.OK);
        var made = await other.PostAsync("/api/accounts", """{"name":"Second","grants":[]}""");
        (await other.PostAsync("/api/access/reset", $$"""{"code":"{{made.Body["code"]}}","password":"another password"}""")).ShouldHave("id", "\"second\"");

        var (answered, refused) = await AskAsync(() => busy.GetAsync("/api/missions"));

        answered.ShouldBeGreaterThanOrEqualTo(10);
        ShouldBeTooMany(refused, mostSeconds: 1);
        (await other.GetAsync("/api/missions")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Those_who_are_nobody_share_the_limit_of_their_address_and_who_is_known_is_not_stopped_by_it()
    {
        await using var dashboard = await StartAsync(Wide with { AddressPerSecond = 1, AddressBurst = 5 });
        var known = await dashboard.AdministratorAsync();

        var (_, refused) = await AskAsync(() => dashboard.Visitor().GetAsync("/api/missions"));

        ShouldBeTooMany(refused, mostSeconds: 1);
        (await known.GetAsync("/api/missions")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_guessed_credential_counts_for_the_address_it_came_from()
    {
        await using var dashboard = await StartAsync(Wide with { AddressPerSecond = 1, AddressBurst = 5 });
        var guesses = 0;

        var (_, refused) = await AskAsync(() => new Visitor(dashboard.Http) { Cookie = $"d.gate-1.guess-{guesses++}" }.GetAsync("/api/missions"));

        ShouldBeTooMany(refused, mostSeconds: 1);
    }

    [Theory]
    [InlineData("sign-in", """{"name":"First","password":"wrong"}""")]
    [InlineData("set-up", """{"code":"guessed","name":"Mallory","password":"a long password"}""")]
    [InlineData("reset", """{"code":"first.guessed","password":"a long password"}""")]
    [InlineData("pairing", """{"code":"2222-2222-2222"}""")]
    [InlineData("link", """{"code":"0123456789ab.guessed"}""")]
    public async Task Passwords_and_codes_are_tried_so_many_times_a_minute_from_one_address(string proof, string json)
    {
        await using var dashboard = await StartAsync(Wide with { ProofsPerMinute = 3 });
        var visitor = dashboard.Visitor();

        var (answered, refused) = await AskAsync(() => visitor.PostAsync($"/api/access/{proof}", json), good: (HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden));

        answered.ShouldBe(3);
        ShouldBeTooMany(refused, mostSeconds: 60);
    }

    [Fact]
    public async Task A_page_that_calls_too_often_is_told_so_and_stays_connected()
    {
        await using var dashboard = await StartAsync(Wide with { LiveCallsPerSecond = 1 });
        var cookie = (await dashboard.AdministratorAsync()).Cookie!;
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", $"Bearer {cookie}");
        await socket.ConnectAsync(new UriBuilder(dashboard.Address) { Scheme = "ws", Path = "/live" }.Uri, TestContext.Current.CancellationToken);
        await SendAsync("""{"protocol":"json","version":1}""");
        var buffer = new byte[64 * 1024];
        var heard = new StringBuilder();

        for (var call = 0; !heard.ToString().Contains("too-many: call again in a second.", StringComparison.Ordinal); call++)
        {
            call.ShouldBeLessThan(MoreThanEnough);
            await SendAsync($$"""{"type":1,"invocationId":"{{call}}","target":"Unsubscribe","arguments":["none","mission"]}""");
            var read = await socket.ReceiveAsync(buffer.AsMemory(), TestContext.Current.CancellationToken);
            heard.Append(Encoding.UTF8.GetString(buffer, 0, read.Count));
        }

        socket.State.ShouldBe(WebSocketState.Open);

        async Task SendAsync(string message) =>
            await socket.SendAsync((byte[])[.. Encoding.UTF8.GetBytes(message), 0x1e], WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
    }

    private static Task<FreshDashboard> StartAsync(Limits limits) => FreshDashboard.StartAsync(usual => usual with { Limits = limits });

    /// <summary>Asks until it is refused for having asked too often; returns how many were answered, and the refusal.</summary>
    private static async Task<(int Answered, Answer Refused)> AskAsync(Func<Task<Answer>> ask, (HttpStatusCode, HttpStatusCode)? good = null)
    {
        for (var answered = 0; answered < MoreThanEnough; answered++)
        {
            var answer = await ask();
            if (answer.Status == HttpStatusCode.TooManyRequests)
                return (answered, answer);
            if (good is var (one, other))
                answer.Status.ShouldBeOneOf(one, other);
        }

        throw new InvalidOperationException($"After {MoreThanEnough} requests none was refused.");
    }

    private static void ShouldBeTooMany(Answer answer, int mostSeconds)
    {
        answer.ShouldBeProblem(429, "too-many", "Too many");
        int.Parse(answer.Headers.GetValues("Retry-After").Single(), null).ShouldBeInRange(1, mostSeconds);
    }
}
