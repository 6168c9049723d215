using System.Text;
using EventOps.Contracts;
using EventOps.Dashboard.Devices;
using EventOps.Dashboard.Links;
using EventOps.Domain.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Dashboard.Tests.Access;

/// <summary>Every role at every endpoint, in its own mission and in another: each cell of the table is asked of the running application.</summary>
public sealed class MatrixTests(MatrixTests.Parts parts) : IClassFixture<MatrixTests.Parts>
{
    public static TheoryData<string> Endpoints => [.. Matrix.Allowed.Keys];

    [Fact]
    public void The_table_has_every_endpoint_and_no_other() =>
        Rules.Endpoints(parts.Services.GetServices<EndpointDataSource>()).ShouldBe(Matrix.Allowed.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Who_may_call(string endpoint)
    {
        var allowed = Matrix.Allowed[endpoint];
        var isOpen = allowed == "*";

        (await parts.AskAsync(endpoint, null, parts.Mine)).ShouldBe(isOpen ? "allowed" : "no-credentials", "nobody");
        foreach (var role in Matrix.Everyone)
            (await parts.AskAsync(endpoint, role, parts.Mine)).ShouldBe(isOpen || allowed.Contains(role) ? "allowed" : "not-allowed", $"{role} in their mission");
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Nobody_reaches_into_another_mission_but_the_installations_administrator(string endpoint)
    {
        if (!endpoint.Contains("{mission}", StringComparison.Ordinal))
            return;

        foreach (var role in Matrix.Everyone)
            (await parts.AskAsync(endpoint, role, parts.Others)).ShouldBe(role == 'I' ? "allowed" : "not-allowed", $"{role} in another mission");
    }

    [Fact]
    public async Task The_missions_of_others_are_not_in_the_list()
    {
        foreach (var role in Matrix.Everyone)
        {
            var missions = (await parts.GetAsync("/api/missions", role)).Body.AsArray().Select(mission => (string?)mission!["id"]);
            missions.ShouldBe(role == 'I' ? [parts.Mine.Id, parts.Others.Id] : [parts.Mine.Id], $"{role}");
        }
    }

    [Theory]
    [InlineData('H')]
    [InlineData('L')]
    public async Task A_host_sees_their_session_and_nothing_beside_it(char role)
    {
        (await parts.GetAsync($"/api/missions/{parts.Mine.Id}/sessions/opening/roster", role)).Status.ShouldBe(HttpStatusCode.OK);
        (await parts.GetAsync($"/api/missions/{parts.Mine.Id}/sessions/workshop/roster", role)).ShouldBeProblem(403, "not-allowed", "Not allowed");
        (await parts.GetAsync($"/api/missions/{parts.Mine.Id}/sessions/workshop", role)).ShouldBeProblem(403, "not-allowed", "Not allowed");
        (await parts.GetAsync($"/api/missions/{parts.Mine.Id}/sessions", role)).Body.AsArray().Select(session => (string?)session!["session"]!["id"]).ShouldBe(["opening"]);
        var programme = (await parts.GetAsync($"/api/missions/{parts.Mine.Id}/programme", role)).Body;
        programme["sessions"]!.AsArray().Select(session => (string?)session!["id"]).ShouldBe(["opening"]);
        programme["rooms"]!.AsArray().Select(room => (string?)room!["id"]).ShouldBe(["hall-b"]);
        programme["venues"]!.AsArray().Select(venue => (string?)venue!["id"]).ShouldBe(["centre"]);
        programme["cities"]!.AsArray().Select(city => (string?)city!["id"]).ShouldBe(["mexico"]);
    }

    /// <summary>Two missions with the same programme, and one holder of each role in the first.</summary>
    public sealed class Parts : IAsyncLifetime
    {
        private readonly SqliteInstallation _installation = new();
        private readonly Dictionary<char, string> _credentials = [];

        public MissionClient Mine { get; private set; } = null!;

        public MissionClient Others { get; private set; } = null!;

        public IServiceProvider Services => _installation.Services;

        public async ValueTask InitializeAsync()
        {
            await _installation.InitializeAsync();
            Mine = await _installation.SmallMissionAsync();
            Others = await _installation.SmallMissionAsync();
            foreach (var letter in "VHFSAI")
                await SignInAsync(letter);
            _credentials['D'] = (await _installation.Keys.EnrolAsync(Mine.Id, new DeviceScope("gate-1"))).Credential;
            var links = Services.GetRequiredService<LinkDesk>();
            var link = await links.CreateAsync(new DefaultHttpContext(), new MissionId(Mine.Id), new SessionId("opening"), "Host", _installation.Clock.Now.AddDays(1));
            _credentials['L'] = (await links.OpenAsync(link.Code))!.Value.Credential;
        }

        private async Task SignInAsync(char letter) => _credentials[letter] = await _installation.Keys.AccountAsync($"account-{letter}", letter switch
        {
            'V' => new Grant(Mine.Id, Role.Viewer),
            'H' => new Grant(Mine.Id, Role.Host, Sessions: ["opening"]),
            'F' => new Grant(Mine.Id, Role.Floor),
            'S' => new Grant(Mine.Id, Role.Supervisor),
            'A' => new Grant(Mine.Id, Role.Administrator),
            _ => new Grant(Grant.Every, Role.Administrator),
        });

        public ValueTask DisposeAsync() => _installation.DisposeAsync();

        public Task<Answer> GetAsync(string path, char role) => SendAsync(HttpMethod.Get, path, role);

        /// <summary>Calls an endpoint with nothing useful in it, and says whether it was let in.</summary>
        public async Task<string> AskAsync(string endpoint, char? role, MissionClient mission)
        {
            var (method, path) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
            path = path.Replace("{mission}", mission.Id, StringComparison.Ordinal).Replace("{scanId}", $"{Guid.CreateVersion7()}", StringComparison.Ordinal)
                .Replace("{id}", path.Contains("/sessions/", StringComparison.Ordinal) ? "opening" : path.Contains("/venues/", StringComparison.Ordinal) ? "centre" : "nobody", StringComparison.Ordinal)
                .Replace("{file}", "venues", StringComparison.Ordinal).Replace("{documentName}", "v1", StringComparison.Ordinal);
            var answer = await SendAsync(method == "*" ? HttpMethod.Get : new HttpMethod(method), path, role);
            if (path.EndsWith("/sign-out", StringComparison.Ordinal) && role is { } signedOut and not ('D' or 'L'))
                await SignInAsync(signedOut);
            return answer.Status switch
            {
                HttpStatusCode.Unauthorized when $"{answer.Body["type"]}".EndsWith(":no-credentials", StringComparison.Ordinal) => "no-credentials",
                HttpStatusCode.Forbidden when $"{answer.Body["type"]}".EndsWith(":not-allowed", StringComparison.Ordinal) => "not-allowed",
                HttpStatusCode.InternalServerError => answer.Text,
                _ => "allowed",
            };
        }

        private async Task<Answer> SendAsync(HttpMethod method, string path, char? role)
        {
            using var request = new HttpRequestMessage(method, path);
            if (method != HttpMethod.Get)
                request.Content = path.EndsWith("/imports", StringComparison.Ordinal) ? new MultipartFormDataContent() : new StringContent("{}", Encoding.UTF8, "application/json");
            if (role is { } letter)
                request.Headers.Authorization = new("Bearer", _credentials[letter]);
            return await Answer.OfAsync(await _installation.Strangers.SendAsync(request));
        }
    }
}
