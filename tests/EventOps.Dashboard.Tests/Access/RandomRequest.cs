using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace EventOps.Dashboard.Tests.Access;

/// <summary>A request that is almost right, or not at all: of a seed always the same.</summary>
/// <param name="random">Where it comes from.</param>
/// <param name="address">Where the installation is.</param>
/// <param name="endpoints">Where it may go to.</param>
/// <param name="mission">A mission that is there.</param>
/// <param name="holders">Credentials that were good.</param>
internal sealed class RandomRequest(Random random, Uri address, IReadOnlyList<RouteEndpoint> endpoints, string mission, IReadOnlyList<string> holders)
{
    private const int OneMegabyte = 1024 * 1024;

    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW"];

    /// <summary>At these a password is looked at, which takes long on purpose.</summary>
    private static readonly string[] Slow = ["SignIn", "SetUp", "UseReset", "ChangePassword"];

    private static readonly string[] Junk =
    [
        "", " ", ".", "..", "*", "null", "a b", "%", "%00", "%2e%2e%2f", "%ff", "%ed%a0%80", "'; DROP TABLE audit; --", "<script>alert(1)</script>", "é", "0", "-1", "999999999999999999999", "id.with.dots",
    ];

    private static readonly string[] Ids =
    [
        "ana", "elodie", "nobody", "opening", "board", "hall-a", "hall-b", "centre", "annex", "north", "fuzz", "fuzz-host", "fuzz-floor", "delegates", "venues", "0198c0de-7a10-7c3e-9d5f-3b8f0a1c2d4e",
    ];

    private static readonly string[] Queries =
    [
        "limit=5", "limit=-1", "limit=99999999999", "search=ana", "search=%00", "search=%ed%a0%80", "kind=device", "kind=%00", "who=%27", "from=2026-02-16T09:00:00Z", "from=0001-01-01T00:00:00Z", "from=now",
        "to=9999-12-31T23:59:59Z", "before=1", "before=x", "before=-9223372036854775808", "dryRun=true", "dryRun=2", "excel=true", "city=mexico", "organisation=%00", "id=abc", "negotiateVersion=1", "limit=1&limit=2", "=", "&&&",
    ];

    private static readonly string[] Texts =
    [
        "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"a\\nb\"", "\"\u202e\"", "\"😀\"", "\"*\"", "\"ana\"", "\"opening\"", "\"room:hall-a\"", "\"venue:centre\"", "\"session:\"", "\"floor\"", "\"administrator\"",
        "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"9999-12-31T23:59:59-14:00\"", "\"2026-02-16T12:00:00-06:00\"", "\"2026-02-16\"", "\"0198c0de-7a10-7c3e-9d5f-3b8f0a1c2d4e\"", "\"CODE-ANA\"",
        "\"entry\"", "\"exit\"", "\"...\"", "\"a.b.c\"", "\"\\\\\"",
    ];

    private static readonly string[] Others =
        ["null", "true", "false", "0", "-1", "1.5", "1e400", "2147483648", "-9223372036854775809", "[]", "{}", "[null]", "[[]]", "{\"a\":1}", "[{}]", "nul", "'x'", "\"", "{", "NaN", "01", "/* */ 1"];

    private static readonly Dictionary<string, (string Name, string Value)[]> Bodies = new(StringComparer.Ordinal)
    {
        ["Scan"] = [("scanId", "NEW"), ("code", "\"CODE-ANA\""), ("door", "{\"room\":\"hall-a\"}"), ("direction", "\"entry\""), ("scannedAt", "\"2026-02-16T09:00:00-06:00\"")],
        ["AnnulScan"] = [("annulmentId", "NEW"), ("reason", "\"Wrong\"")],
        ["CreateDevice"] = [("name", "\"Fuzzed\""), ("role", "\"floor\""), ("findsPeople", "false"), ("doors", "null")],
        ["ScopeDevice"] = [("name", "\"Fuzzed\""), ("role", "\"floor\""), ("findsPeople", "false"), ("doors", "[\"room:hall-a\"]")],
        ["RollDevice"] = [],
        ["RevokeDevice"] = [("reason", "\"Lost\"")],
        ["CreateLink"] = [("session", "\"opening\""), ("name", "\"Fuzzed\""), ("expiresAt", "\"2026-02-16T20:00:00-06:00\"")],
        ["RevokeLink"] = [("reason", "\"Lost\"")],
        ["CreateAccount"] = [("name", "\"Fuzzed\""), ("grants", "[{\"mission\":\"*\",\"role\":\"viewer\"}]")],
        ["ChangeAccount"] = [("grants", "[{\"mission\":\"*\",\"role\":\"viewer\",\"doors\":[\"room:hall-a\"]}]"), ("disabled", "false")],
        ["SignIn"] = [("name", "\"fuzz-host\""), ("password", "\"not the password\"")],
        ["SetUp"] = [("code", "\"guessed\""), ("name", "\"Fuzzed\""), ("password", "\"a long password\"")],
        ["UseReset"] = [("code", "\"fuzz-host.guessed\""), ("password", "\"a long password\"")],
        ["Pair"] = [("code", "\"2222-2222-2222\""), ("asToken", "true")],
        ["OpenLink"] = [("code", "\"0123456789ab.guessed\"")],
        ["ChangePassword"] = [("current", "\"not the password\""), ("new", "\"a long password\"")],
        ["IssueBadges"] = [("delegates", "[\"ana\"]")],
        ["ReissueBadge"] = [("reason", "\"Lost\"")],
        ["RevokeBadge"] = [("reason", "\"Lost\"")],
        ["KeepPeople"] = [("retentionDays", "90")],
        ["Anonymise"] = [("mission", "\"another\"")],
        ["ErasePerson"] = [("reason", "\"Asked\"")],
        ["CreateMission"] = [("name", "\"Fuzzed\"")],
    };

    /// <summary>The start of its body, for who looks at a failure.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Something that may or may not be a message to the hub.</summary>
    public static string Message(Random random, string mission) => random.Next(8) switch
    {
        0 => "\u001e",
        1 => "{}\u001e",
        2 => new string('[', random.Next(2_000)) + "\u001e",
        3 => $$"""{"type":{{random.Next(-2, 12)}},"invocationId":"1","target":"Subscribe","arguments":[]}""" + "\u001e",
        4 => $$"""{"type":1,"invocationId":"1","target":"{{Junk[random.Next(Junk.Length)].Replace('"', ' ')}}","arguments":[1,null]}""" + "\u001e",
        5 => $$"""{"type":1,"invocationId":"1","target":"Subscribe","arguments":["{{mission}}",{{Texts[random.Next(Texts.Length)]}}]}""" + "\u001e",
        6 => $$"""{"type":1,"invocationId":"1","target":"Subscribe","arguments":[{{Others[random.Next(Others.Length)]}},{{Texts[random.Next(Texts.Length)]}}]}""" + "\u001e",
        _ => new string('x', random.Next(40_000)),
    };

    /// <summary>Makes it.</summary>
    public HttpRequestMessage Build()
    {
        var endpoint = Pick(endpoints);
        while (Slow.Contains(NameOf(endpoint)) && random.Next(10) > 0)
            endpoint = Pick(endpoints);
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"];
        var method = new HttpMethod(random.Next(12) == 0 ? Pick(Methods) : Pick(methods));
        var path = random.Next(25) == 0 ? $"/{Escaped(Pick(Junk))}/{Pick(Ids)}" : PathOf(endpoint.RoutePattern);
        if (random.Next(3) == 0)
            path += $"?{Pick(Queries)}&{Pick(Queries)}";

        // As it is written: what is escaped stays so, and two dots stay two dots.
        var request = new HttpRequestMessage(method, new Uri($"{address.GetLeftPart(UriPartial.Authority)}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (method != HttpMethod.Get && method != HttpMethod.Head && method != HttpMethod.Trace)
            request.Content = ContentOf(endpoint);
        Identify(request);
        foreach (var (name, value) in Headers())
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static string NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "";

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private string PathOf(RoutePattern pattern)
    {
        var path = new StringBuilder();
        foreach (var segment in pattern.PathSegments)
        {
            path.Append('/');
            foreach (var part in segment.Parts)
            {
                path.Append(part switch
                {
                    RoutePatternLiteralPart literal => literal.Content,
                    RoutePatternSeparatorPart separator => separator.Content,
                    RoutePatternParameterPart { Name: "mission" } => random.Next(5) > 0 ? mission : Escaped(random.Next(2) == 0 ? Pick(Junk) : "unknown"),
                    _ => random.Next(3) > 0 ? Pick(Ids) : Escaped(Pick(Junk)),
                });
            }
        }

        return path.Length > 0 ? path.ToString() : "/";
    }

    private static string Escaped(string text) => text.StartsWith('%') && text.Length > 1 ? text : Uri.EscapeDataString(text);

    private HttpContent ContentOf(RouteEndpoint endpoint)
    {
        if (NameOf(endpoint) == "Import" && random.Next(3) > 0)
            return Files();
        var text = random.Next(400) == 0 ? $$"""{"name":"{{new string('x', random.Next(OneMegabyte))}}"}""" : random.Next(8) == 0 ? Anything() : Almost(endpoint);
        Body = text[..Math.Min(text.Length, 1_000)];
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        if (random.Next(15) > 0)
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        else
            content.Headers.TryAddWithoutValidation("Content-Type", Pick(["text/plain", "multipart/form-data", "multipart/form-data; boundary=", "application/x-www-form-urlencoded", "application/json; charset=utf-99", "x"]));
        return content;
    }

    private MultipartFormDataContent Files()
    {
        var form = new MultipartFormDataContent();
        var name = Pick(["venues.csv", "rooms.csv", "sessions.csv", "delegates.csv", "registrations.csv", "schedule.xml", "capacities.csv", "x"]);
        var text = Pick(["", "id\n", SmallMission.Rooms, SmallMission.Delegates, SmallMission.Rooms.Replace(',', ';'), "id,name\n\"", "<schedule><day/></schedule>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", new string(',', 10_000), "\0\0\0", "id,venue,name,legal,comfort\n,,,,\n"]);
        Body = $"{name}: {text[..Math.Min(text.Length, 200)]}";
        form.Add(new ByteArrayContent(Encoding.Latin1.GetBytes(text)), random.Next(10) == 0 ? "timeZone" : "files", name);
        if (random.Next(4) == 0)
            form.Add(new StringContent(Pick(["x", "=", "500/450", "Hall=-1"])), Pick(["capacity", "defaultCapacity", "timeZone", "city"]));
        return form;
    }

    private string Almost(RouteEndpoint endpoint)
    {
        var fields = Bodies.GetValueOrDefault(NameOf(endpoint), []).Select(field => (field.Name, Value: field.Value == "NEW" ? NewId() : field.Value)).ToList();
        for (var change = random.Next(3); change > 0 && fields.Count > 0; change--)
        {
            var place = random.Next(fields.Count);
            switch (random.Next(4))
            {
                case 0:
                    fields.RemoveAt(place);
                    break;
                case 1:
                    fields.Add((Pick(["colour", "__proto__", "", "name", "mission"]), Anything()));
                    break;
                default:
                    fields[place] = (fields[place].Name, Anything());
                    break;
            }
        }

        return $"{{{string.Join(',', fields.Select(field => $"\"{field.Name}\":{field.Value}"))}}}";
    }

    private string Anything() => random.Next(6) switch
    {
        0 => Pick(Others),
        1 => $"[{string.Join(',', Enumerable.Range(0, random.Next(300)).Select(_ => Pick(Texts)))}]",
        2 => new string('[', random.Next(200)) + new string(']', random.Next(200)),
        3 => $"\"{new string(Pick(["x", "é", "\u0627"])[0], random.Next(5_000))}\"",
        4 => $"[{{\"mission\":{Pick(Texts)},\"role\":{Pick(Texts)},\"doors\":{Pick(Others)}}}]",
        _ => Pick(Texts),
    };

    private string NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return $"\"{new Guid(bytes)}\"";
    }

    private void Identify(HttpRequestMessage request)
    {
        var good = Pick(holders);
        var credential = random.Next(10) switch
        {
            0 => null,
            1 => Pick(Junk),
            2 => good[..random.Next(good.Length)],
            3 => $"{Pick(["a", "d", "h", "r", "z"])}.{Pick(Ids)}.{new string('x', random.Next(400))}",
            _ => good,
        };
        if (credential is null)
            return;
        if (random.Next(2) == 0)
            request.Headers.TryAddWithoutValidation("Authorization", $"{Pick(["Bearer", "Bearer", "Bearer", "bearer", "Basic"])} {credential}");
        else
            request.Headers.TryAddWithoutValidation("Cookie", $"eventops={credential}; other=1");
    }

    private IEnumerable<(string Name, string Value)> Headers()
    {
        if (random.Next(4) > 0)
            yield return ("Sec-Fetch-Site", Pick(["same-origin", "same-origin", "none", "cross-site", "x"]));
        if (random.Next(6) == 0)
            yield return ("Origin", Pick(["null", "https://evil.example", "x", ""]));
        if (random.Next(6) == 0)
            yield return ("Accept-Language", Pick(["es", "fr;q=2", "*", new string('x', 500), ";;;", "en-".PadRight(100, 'a')]));
        if (random.Next(6) == 0)
            yield return ("EventOps-Operator", Pick(["op-1", "a b", new string('x', 100), "*"]));
        if (random.Next(6) == 0)
            yield return ("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"203.0.113.{random.Next(300)}"));
        if (random.Next(10) == 0)
            yield return ("traceparent", Pick(["00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "x", "00-0-0-0"]));
        if (random.Next(10) == 0)
            yield return ("Accept", Pick(["text/html", "image/*", "application/xml"]));
    }
}
