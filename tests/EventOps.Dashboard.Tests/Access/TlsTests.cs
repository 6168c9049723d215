using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EventOps.Dashboard.Tests.Access;

/// <summary>HTTPS, served with a certificate or by a proxy that is named; nobody else is believed.</summary>
public sealed class TlsTests
{
    [Fact]
    public async Task A_given_certificate_serves_https_and_the_cookie_goes_no_other_way()
    {
        var folder = Directory.CreateTempSubdirectory("eventops-tls-");
        using var made = Certificate();
        var (certificate, key) = (Path.Combine(folder.FullName, "venue.pem"), Path.Combine(folder.FullName, "venue.key"));
        await File.WriteAllTextAsync(certificate, made.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(key, made.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        await using (var dashboard = await FreshDashboard.StartAsync(usual => usual with { Url = "https://127.0.0.1:0", Certificate = certificate, CertificateKey = key }))
        {
            var http = dashboard.Client(new SocketsHttpHandler
            {
                UseCookies = false,
                SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == made.GetCertHashString() },
            });

            var administrator = await dashboard.AdministratorAsync(http);
            var me = await administrator.GetAsync("/api/access/me");

            dashboard.Address.Scheme.ShouldBe("https");
            me.ShouldHave("id", "\"first\"");
            administrator.SetCookie!.Split("; ").ShouldContain("secure");
            me.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000"]);
        }

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.0/8")]
    [InlineData("192.0.2.1,127.0.0.1")]
    public async Task A_named_proxy_is_believed_where_a_request_came_from_and_how(string proxies)
    {
        await using var dashboard = await FreshDashboard.StartAsync(usual => usual with { Proxies = proxies.Split(',') });
        var administrator = await dashboard.AdministratorAsync();

        var (answer, source) = await SignInThroughProxyAsync(dashboard, administrator);

        answer.Cookie.ShouldContain("; secure");
        answer.IsStrict.ShouldBeTrue();
        source.ShouldBe("203.0.113.7");
    }

    [Theory]
    [InlineData("")]
    [InlineData("192.0.2.1")]
    [InlineData("10.0.0.0/8")]
    public async Task Of_nobody_else_the_word_is_taken(string proxies)
    {
        await using var dashboard = await FreshDashboard.StartAsync(usual => usual with { Proxies = proxies.Split(',', StringSplitOptions.RemoveEmptyEntries) });
        var administrator = await dashboard.AdministratorAsync();

        var (answer, source) = await SignInThroughProxyAsync(dashboard, administrator);

        answer.Cookie.ShouldNotContain("secure");
        answer.IsStrict.ShouldBeFalse();
        source.ShouldBe("127.0.0.1");
    }

    private static async Task<((string Cookie, bool IsStrict) Answer, string Source)> SignInThroughProxyAsync(FreshDashboard dashboard, Visitor administrator)
    {
        var visitor = dashboard.Visitor();
        var answer = await visitor.SendAsync(
            HttpMethod.Post,
            "/api/access/sign-in",
            """{"name":"First","password":"a long password"}""",
            ("X-Forwarded-For", "203.0.113.7"),
            ("X-Forwarded-Proto", "https"),
            ("X-Forwarded-Host", "events.example"),
            ("Sec-Fetch-Site", "same-origin"));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        var line = (await administrator.GetAsync("/api/audit?kind=sign-in&limit=1")).Body["rows"]![0]!;
        return ((visitor.SetCookie!, answer.Headers.Contains("Strict-Transport-Security")), (string)line["from"]!);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
