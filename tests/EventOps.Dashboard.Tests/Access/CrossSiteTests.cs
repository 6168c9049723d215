using System.Net.WebSockets;

namespace EventOps.Dashboard.Tests.Access;

/// <summary>What a page of another site makes a browser send is not taken.</summary>
public sealed class CrossSiteTests(SqliteInstallation installation) : IClassFixture<SqliteInstallation>
{
    private const string Fetch = "Sec-Fetch-Site";
    private const string Evil = "https://evil.example";

    [Theory]
    [InlineData(Fetch, "cross-site")]
    [InlineData(Fetch, "same-site")]
    [InlineData("Origin", Evil)]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    public async Task A_change_that_a_browser_sends_for_a_page_of_another_site_is_refused(string header, string value)
    {
        var browser = await SignedInAsync();

        (await browser.SendAsync(HttpMethod.Put, "/api/missions/stolen", """{"name":"Stolen"}""", (header, value))).ShouldBeProblem(403, "cross-site", "Not from here");
        (await browser.SendAsync(HttpMethod.Post, "/api/access/sign-out", "{}", (header, value))).ShouldBeProblem(403, "cross-site", "Not from here");

        (await browser.WhoAsync()).ShouldBe("administrator");
        (await browser.GetAsync("/api/missions/stolen/programme")).ShouldBeProblem(404, "unknown-mission", "Unknown mission");
    }

    [Fact]
    public async Task A_cookie_that_comes_without_a_word_of_where_from_changes_nothing() =>
        (await (await SignedInAsync()).SendAsync(HttpMethod.Put, "/api/missions/silent", """{"name":"Silent"}""")).ShouldBeProblem(403, "cross-site", "Not from here");

    [Fact]
    public async Task A_page_of_ours_is_known_by_either_header()
    {
        var browser = await SignedInAsync();

        (await browser.SendAsync(HttpMethod.Put, "/api/missions/ours-1", """{"name":"Ours"}""", (Fetch, "same-origin"))).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.SendAsync(HttpMethod.Put, "/api/missions/ours-2", """{"name":"Ours"}""", (Fetch, "none"))).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.SendAsync(HttpMethod.Put, "/api/missions/ours-3", """{"name":"Ours"}""", ("Origin", installation.Address.GetLeftPart(UriPartial.Authority)))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_is_signed_in_as_somebody_else_by_a_page_of_another_site() =>
        (await new Visitor(installation.Strangers).SendAsync(HttpMethod.Post, "/api/access/sign-in", """{"name":"a","password":"b"}""", (Fetch, "cross-site"))).ShouldBeProblem(403, "cross-site", "Not from here");

    [Fact]
    public async Task A_bearers_token_is_sent_by_no_browser_on_its_own_and_is_taken_from_anywhere()
    {
        var nobody = new Visitor(installation.Strangers);
        var bearer = ("Authorization", $"Bearer {await installation.Keys.AdministratorAsync()}");

        (await nobody.SendAsync(HttpMethod.Put, "/api/missions/by-program", """{"name":"By a program"}""", bearer)).Status.ShouldBe(HttpStatusCode.OK);
        (await nobody.SendAsync(HttpMethod.Put, "/api/missions/by-program", """{"name":"By a program"}""", bearer, (Fetch, "cross-site"), ("Origin", Evil))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task No_other_site_is_told_that_it_may_read_an_answer()
    {
        var answer = await (await SignedInAsync()).SendAsync(HttpMethod.Get, "/api/missions", null, ("Origin", Evil));

        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        answer.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["same-origin"]);
    }

    [Fact]
    public async Task A_live_connection_with_a_cookie_is_opened_by_a_page_of_ours_alone()
    {
        var cookie = ("Cookie", $"eventops={await installation.Keys.AdministratorAsync()}");

        (await OpenAsync(cookie, ("Origin", Evil))).ShouldBe(HttpStatusCode.Forbidden);
        (await OpenAsync(cookie, (Fetch, "cross-site"))).ShouldBe(HttpStatusCode.Forbidden);
        (await OpenAsync(cookie)).ShouldBe(HttpStatusCode.Forbidden);
        (await OpenAsync(cookie, ("Origin", installation.Address.GetLeftPart(UriPartial.Authority)))).ShouldBe(HttpStatusCode.SwitchingProtocols);
    }

    [Fact]
    public async Task A_live_connection_with_a_bearers_token_is_opened_from_anywhere_and_without_credentials_from_nowhere()
    {
        (await OpenAsync(("Authorization", $"Bearer {await installation.Keys.AdministratorAsync()}"), ("Origin", Evil))).ShouldBe(HttpStatusCode.SwitchingProtocols);
        (await OpenAsync(("Origin", installation.Address.GetLeftPart(UriPartial.Authority)))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpStatusCode> OpenAsync(params (string Name, string Value)[] headers)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        foreach (var (name, value) in headers)
            socket.Options.SetRequestHeader(name, value);
        try
        {
            await socket.ConnectAsync(new UriBuilder(installation.Address) { Scheme = "ws", Path = "/live" }.Uri, TestContext.Current.CancellationToken);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return socket.HttpStatusCode;
    }

    private async Task<Visitor> SignedInAsync() => new(installation.Strangers) { Cookie = await installation.Keys.AdministratorAsync() };
}
