using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using EventOps.Dashboard.Devices;
using EventOps.Domain.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Dashboard.Tests.Access;

/// <summary>
/// Whatever is sent, by whomever, the answer is one of ours: nothing fails within, nothing of the inside is told, and nothing stays in memory. The requests are made
/// from a seed, so a failure can be sent again.
/// </summary>
public sealed partial class FuzzTests(SqliteInstallation installation) : IClassFixture<SqliteInstallation>
{
    private const int Seed = 20_260_216;
    private const int Requests = 10_000;
    private const int WarmUp = 1_500;
    private const int AtOnce = 8;
    private const int LargestHeaders = 32 * 1024;
    private const long MostGrowth = 32L * 1024 * 1024;

    [Fact]
    public async Task Ten_thousand_random_requests_to_every_endpoint_are_answered_without_a_fault_and_leave_nothing_in_memory()
    {
        var mission = await installation.SmallMissionAsync();
        var endpoints = installation.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().OrderBy(endpoint => endpoint.RoutePattern.RawText, StringComparer.Ordinal).ToList();
        endpoints.Count.ShouldBeGreaterThan(50);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = installation.Address };
        var answered = new int[600];

        await SendAsync(0, WarmUp);
        var before = Heap();
        await SendAsync(WarmUp, Requests);
        var growth = Heap() - before;

        growth.ShouldBeLessThan(MostGrowth);
        answered.Sum().ShouldBe(Requests);
        answered[500..].ShouldAllBe(count => count == 0);
        foreach (var status in (int[])[200, 400, 401, 403, 404, 405, 415])
            answered[status].ShouldBeGreaterThan(0, $"no answer was {status}: the requests are too much alike");
        (await mission.ScanAsync(new Scan("CODE-UMA", Doors.AnnexHall))).Status.ShouldBe(HttpStatusCode.OK);

        async Task SendAsync(int from, int to)
        {
            const int Step = 500;
            for (var start = from; start < to; start += Step)
            {
                // Some of the requests sign out, revoke and disable: credentials are made anew from time to time.
                var holders = await HoldersAsync(mission.Id);
                await Parallel.ForEachAsync(
                    Enumerable.Range(start, Math.Min(Step, to - start)),
                    new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                    async (number, _) =>
                    {
                        var made = new RandomRequest(new Random(Seed + number), installation.Address, endpoints, mission.Id, holders);
                        using var request = made.Build();
                        var what = $"request {number}: {request.Method} {request.RequestUri!.OriginalString} {made.Body}";
                        using var answer = await http.SendAsync(request, CancellationToken.None);
                        var text = await answer.Content.ReadAsStringAsync(CancellationToken.None);
                        Interlocked.Increment(ref answered[(int)answer.StatusCode]);
                        ((int)answer.StatusCode).ShouldBeLessThan(500, $"{what[..Math.Min(what.Length, 2_000)]}{Environment.NewLine}{text}");
                        StackTrace().IsMatch(text).ShouldBeFalse($"{what[..Math.Min(what.Length, 2_000)]}{Environment.NewLine}{text}");
                        if ((int)answer.StatusCode >= 400 && text.Length > 0 && request.Headers.Accept.Count == 0 && request.RequestUri.AbsolutePath.StartsWith("/api/", StringComparison.Ordinal))
                            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json", what[..Math.Min(what.Length, 2_000)]);
                    });
            }
        }
    }

    [Theory]
    [InlineData("GARBAGE\r\n\r\n")]
    [InlineData("GET /api/missions HTTP/9.9\r\nHost: here\r\n\r\n")]
    [InlineData("GET /api/missions HTTP/1.1\r\n\r\n")]
    [InlineData("GET /api/missions HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET /api/%00 HTTP/1.1\r\nHost: here\r\n\r\n")]
    [InlineData("GET /../../etc/passwd HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")]
    [InlineData("POST /api/access/sign-in HTTP/1.1\r\nHost: here\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /api/access/sign-in HTTP/1.1\r\nHost: here\r\nContent-Length: 99999999999999999999\r\n\r\n")]
    [InlineData("POST /api/access/sign-in HTTP/1.1\r\nHost: here\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("POST /api/access/sign-in HTTP/1.1\r\nHost: here\r\nConnection: close\r\nTransfer-Encoding: gzip\r\n\r\n")]
    [InlineData("GET /api/missions HTTP/1.1\r\nHost: here\r\nConnection: close\r\nCookie: eventops=\u0001\r\n\r\n")]
    public async Task What_is_not_HTTP_is_answered_as_such_and_the_next_is_served(string bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(installation.Address.Host, installation.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.Latin1);

        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        answer.ShouldMatch("^HTTP/1\\.1 (4\\d\\d|505) ");
        StackTrace().IsMatch(answer).ShouldBeFalse(answer);
        (await installation.Http.GetAsync("/api/missions", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Headers_that_are_too_large_or_too_many_are_refused()
    {
        foreach (var headers in (string[])[$"X-Large: {new string('x', LargestHeaders)}\r\n", string.Concat(Enumerable.Range(0, 500).Select(number => $"X-{number}: y\r\n")), $"Cookie: eventops={new string('x', LargestHeaders)}\r\n"])
        {
            using var client = new TcpClient();
            await client.ConnectAsync(installation.Address.Host, installation.Address.Port, TestContext.Current.CancellationToken);
            await using var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /api/missions HTTP/1.1\r\nHost: here\r\n{headers}\r\n"), TestContext.Current.CancellationToken);
            using var reader = new StreamReader(stream, Encoding.Latin1);

            (await reader.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("HTTP/1.1 431 Request Header Fields Too Large");
        }
    }

    [Fact]
    public async Task What_is_no_message_of_a_page_ends_its_connection_or_is_told_so_and_others_go_on()
    {
        // Of its own: the hub's framework writes to the log what it was sent.
        await using var dashboard = await FreshDashboard.StartAsync(usual => usual with { Limits = usual.Limits with { CallerPerSecond = 10_000, CallerBurst = 10_000 } });
        var administrator = await dashboard.AdministratorAsync();
        await administrator.PutAsync("/api/missions/m", """{"name":"M"}""");
        await using var watching = await LiveClient.ConnectAsync(dashboard.Address, administrator.Cookie!, TestContext.Current.CancellationToken);
        await watching.SubscribeAsync("m", "mission");
        var random = new Random(Seed);

        for (var number = 0; number < 200; number++)
        {
            using var socket = new ClientWebSocket();
            socket.Options.SetRequestHeader("Authorization", $"Bearer {administrator.Cookie}");
            await socket.ConnectAsync(new UriBuilder(dashboard.Address) { Scheme = "ws", Path = "/live" }.Uri, TestContext.Current.CancellationToken);
            if (number % 3 > 0)
                await SendAsync("{\"protocol\":\"json\",\"version\":1}\u001e");
            await SendAsync(RandomRequest.Message(random, "m"));
            var (heard, buffer) = (new StringBuilder(), new byte[64 * 1024]);
            try
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
                for (var read = await ReceiveAsync(); read.MessageType != WebSocketMessageType.Close; read = await ReceiveAsync())
                    heard.Append(Encoding.UTF8.GetString(buffer, 0, read.Count));
            }
            catch (WebSocketException)
            {
                // The server has cut it.
            }

            StackTrace().IsMatch(heard.ToString()).ShouldBeFalse(heard.ToString());

            Task<ValueWebSocketReceiveResult> ReceiveAsync() => socket.ReceiveAsync(buffer.AsMemory(), TestContext.Current.CancellationToken).AsTask();

            async Task SendAsync(string text)
            {
                try
                {
                    await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
                }
                catch (WebSocketException)
                {
                    // Cut by what was sent before.
                }
            }
        }

        (await watching.InvokeAsync("Subscribe", "m", "mission"))["result"]!["mission"]!.ToString().ShouldBe("m");
    }

    private static long Heap()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private async Task<string[]> HoldersAsync(string mission)
    {
        var holders = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
            holders.Add(await installation.Keys.AccountAsync($"fuzz-{role}".ToLowerInvariant(), new Grant(mission, role)));
        holders.Add(await installation.Keys.AccountAsync("fuzz-everything", new Grant(Grant.Every, Role.Administrator)));
        holders.Add((await installation.Keys.EnrolAsync(mission, new DeviceScope("fuzz", Role.Supervisor, FindsPeople: true))).Credential);
        return [.. holders];
    }

    [GeneratedRegex(@"\n\s+at [\w.<>`]+\(|\.cs:line \d|(System|Microsoft|Npgsql|EventOps)\.[\w.]+Exception", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex StackTrace();
}
