using System.Text;

namespace EventOps.Dashboard.Tests.Access;

/// <summary>What browsers are told to refuse, with every answer.</summary>
public sealed class HeaderTests(SqliteInstallation installation) : IClassFixture<SqliteInstallation>
{
    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/no-such-page")]
    [InlineData("GET", "/api/access/me")]
    [InlineData("GET", "/api/status")]
    [InlineData("GET", "/api/accounts")]
    [InlineData("GET", "/api/missions/unknown/programme")]
    [InlineData("GET", "/api/audit?limit=many")]
    [InlineData("DELETE", "/api/access/me")]
    [InlineData("POST", "/api/access/sign-in")]
    [InlineData("POST", "/live/negotiate?negotiateVersion=1")]
    public async Task Every_answer_also_one_of_an_error_says_what_to_refuse(string method, string path)
    {
        foreach (var client in (HttpClient[])[installation.Http, installation.Strangers])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (method == "POST")
                request.Content = new StringContent("{", Encoding.UTF8, "application/json");
            using var answer = await client.SendAsync(request);

            var policy = Policy(answer);
            policy["default-src"].ShouldBe("'self'");
            policy["frame-ancestors"].ShouldBe("'none'");
            policy["base-uri"].ShouldBe("'none'");
            policy.GetValueOrDefault("script-src", "'self'").ShouldBe("'self'");
            policy.Values.ShouldAllBe(value => !value.Contains("unsafe", StringComparison.Ordinal) && !value.Contains('*', StringComparison.Ordinal) && !value.Contains("data:", StringComparison.Ordinal));
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
            answer.Headers.GetValues("Cross-Origin-Opener-Policy").ShouldBe(["same-origin"]);
            answer.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["same-origin"]);
            answer.Headers.GetValues("Permissions-Policy").ShouldBe(["camera=(self), geolocation=(), microphone=()"]);
            answer.Headers.Contains("Server").ShouldBeFalse();
            if (path.StartsWith("/api", StringComparison.Ordinal))
                answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }
    }

    private static Dictionary<string, string> Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single()
        .Split(';', StringSplitOptions.TrimEntries).Select(directive => directive.Split(' ', 2)).ToDictionary(directive => directive[0], directive => directive[1]);
}
