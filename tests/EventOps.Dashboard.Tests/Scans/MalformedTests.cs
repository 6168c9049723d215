using System.Net.Sockets;
using System.Text;

namespace EventOps.Dashboard.Tests.Scans;

/// <summary>What is not a scan: each answer says which field, and what was expected there.</summary>
public sealed class MalformedTests(SqliteInstallation installation) : IClassFixture<SqliteInstallation>
{
    private const string Uuid = "expected a UUID such as 0198c0de-7a10-7c3e-9d5f-3b8f0a1c2d4e, made by the device and used for this alone";
    private const string Moment = "expected a time such as 2026-02-16T08:41:07-06:00, with its offset";
    private const string Id = "expected 1 to 64 letters, digits, '.', '_' or '-'";
    private const string DoorShape = """expected {"session": id}, {"session": id, "room": id}, {"room": id} or {"venue": id}""";
    private const string Whom = "expected either the code that was read, or the delegateId of the person who was picked by name";

    private static readonly Scan Good = new("CODE-ANA", Doors.Opening);

    [Theory]
    [InlineData("", "body", "expected a JSON object")]
    [InlineData("{", "body", "expected well-formed JSON (line 1, byte 2)")]
    [InlineData("not json", "body", "expected well-formed JSON (line 1, byte 2)")]
    [InlineData("[]", "body", "expected a JSON object (line 1, byte 2)")]
    [InlineData("null", "body", "expected a JSON object")]
    [InlineData("{\n  \"scanId\": }", "scanId", "expected well-formed JSON (line 2, byte 13)")]
    [InlineData("{\"scanId\": 5}", "scanId", "expected a text (line 1, byte 13)")]
    [InlineData("{\"door\": \"hall-a\"}", "door", "expected a JSON object (line 1, byte 18)")]
    [InlineData("{\"door\": {\"room\": true}}", "door.room", "expected a text (line 1, byte 23)")]
    [InlineData("{\"colour\": \"red\"}", "colour", "this field is not known here (line 1, byte 11)")]
    [InlineData("{\"door\": {\"floor\": 3}}", "door.floor", "this field is not known here (line 1, byte 19)")]
    public async Task Wrong_json_is_answered_with_where_and_what_was_expected(string json, string field, string expected)
    {
        var mission = await installation.SmallMissionAsync();

        (await mission.PostScanAsync(json)).ShouldBeMalformed((field, expected));
    }

    [Fact]
    public async Task All_missing_fields_are_listed_at_once()
    {
        var mission = await installation.SmallMissionAsync();

        (await mission.PostScanAsync("{}")).ShouldBeMalformed(
            ("scanId", Uuid), ("code", Whom), ("door", DoorShape), ("direction", "expected entry or exit"), ("scannedAt", Moment));
    }

    [Fact]
    public async Task Each_wrong_field_says_what_was_expected()
    {
        var mission = await installation.SmallMissionAsync();

        (await mission.ScanAsync(Good with { Id = Guid.Empty })).ShouldBeMalformed(("scanId", Uuid));
        (await mission.ScanAsync(Good with { Code = "" })).ShouldBeMalformed(("code", "expected a text of 1 to 128 characters without line breaks"));
        (await mission.ScanAsync(Good with { Code = new string('x', 129) })).ShouldBeMalformed(("code", "expected a text of 1 to 128 characters without line breaks"));
        (await mission.ScanAsync(Good with { Person = "ana" })).ShouldBeMalformed(("delegateId", Whom));
        (await mission.ScanAsync(Good with { Code = null, Person = "a b" })).ShouldBeMalformed(("delegateId", Id));
        (await mission.ScanAsync(Good with { Code = null, Person = "nobody" })).ShouldBeMalformed(("delegateId", "expected the id of a delegate of this mission"));
        (await mission.ScanAsync(Good with { Direction = "sideways" })).ShouldBeMalformed(("direction", "expected entry or exit"));
        (await mission.ScanAsync(Good with { At = "2026-02-16T09:00:00" })).ShouldBeMalformed(("scannedAt", Moment));
        (await mission.ScanAsync(Good with { At = "yesterday" })).ShouldBeMalformed(("scannedAt", Moment));
        (await mission.ScanAsync(Good with { SentAt = "soon" })).ShouldBeMalformed(("sentAt", Moment));
        (await mission.ScanAsync(Good with { Override = " " })).ShouldBeMalformed(("override.reason", "expected a text of 1 to 500 characters without line breaks"));
        (await mission.ScanAsync(Good with { Door = "{}" })).ShouldBeMalformed(("door", DoorShape));
        (await mission.ScanAsync(Good with { Door = """{"venue":"centre","room":"hall-a"}""" })).ShouldBeMalformed(("door", DoorShape));
        (await mission.ScanAsync(Good with { Door = """{"room":"hall a"}""" })).ShouldBeMalformed(("door.room", Id));
    }

    [Fact]
    public async Task An_unknown_door_and_an_unknown_mission_are_not_found()
    {
        var mission = await installation.SmallMissionAsync();

        foreach (var (door, name) in new[]
        {
            ("""{"session":"nowhere"}""", "session 'nowhere'"),
            ("""{"session":"opening","room":"nowhere"}""", "room 'nowhere'"),
            ("""{"room":"nowhere"}""", "room 'nowhere'"),
            ("""{"venue":"nowhere"}""", "venue 'nowhere'"),
        })
        {
            var answer = await mission.ScanAsync(Good with { Door = door });
            answer.ShouldBeProblem(404, "unknown-door", "Unknown door");
            ((string?)answer.Body["detail"]).ShouldBe($"This mission has no {name}. GET the programme for its sessions, rooms and venues.");
        }

        foreach (var unknown in new[] { "no-such-mission", "not%20an%20id" })
        {
            var answer = await new MissionClient(installation, unknown).PostScanAsync(Good.Json(), device: null);
            answer.ShouldBeProblem(404, "unknown-mission", "Unknown mission");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("d.gate-1.guessed")]
    [InlineData("d.nobody.guessed")]
    [InlineData("a.0123456789abcdef.guessed")]
    [InlineData("h.0123456789ab.guessed")]
    [InlineData("r.mission-1/gate-1.guessed")]
    [InlineData("...")]
    public async Task Without_good_credentials_the_answer_says_how_to_get_some(string credential)
    {
        var mission = await installation.SmallMissionAsync();

        var answer = await mission.SendAsync(HttpMethod.Post, "/scans", Good.Json(), credential: credential);

        answer.ShouldBeProblem(401, "no-credentials", "Who is this?");
        ((string?)answer.Body["detail"]).ShouldBe("Sign in, pair this device, or open your link again: there are no credentials, or they are no longer good.");
    }

    [Fact]
    public async Task A_body_of_ten_megabytes_is_too_large_and_the_next_scan_is_answered()
    {
        var mission = await installation.SmallMissionAsync();
        var large = $$"""{"scanId":"{{new string('x', 10 * 1024 * 1024)}}"}""";

        var answer = await mission.PostScanAsync(large);

        answer.ShouldBeProblem(413, "too-large", "The body is too large");
        ((string?)answer.Body["detail"]).ShouldBe("Nothing was read. A scan is under 64 KiB; imports go to /imports.");
        (await mission.ScanAsync(Good with { Id = Guid.CreateVersion7() })).ShouldSay("admitted");
    }

    [Fact]
    public async Task A_body_of_ten_megabytes_in_chunks_of_unknown_number_is_too_large_and_the_connection_is_closed_after_the_answer()
    {
        var mission = await installation.SmallMissionAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(installation.Address.Host, installation.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/missions/{mission.Id}/scans HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nAuthorization: Bearer {await installation.Keys.AdministratorAsync()}\r\nTransfer-Encoding: chunked\r\n\r\n"));
        var sending = SendChunksAsync(stream);
        using var reader = new StreamReader(stream, Encoding.UTF8);

        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        answer.ShouldStartWith("HTTP/1.1 413 Payload Too Large\r\nConnection: close\r\nContent-Type: application/problem+json\r\n");
        answer[answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)..].ShouldContain("\"title\":\"Content Too Large\",\"status\":413");
        await sending;
    }

    [Fact]
    public async Task Another_content_type_another_method_and_another_route_are_problem_details_too()
    {
        var mission = await installation.SmallMissionAsync();
        using var text = new StringContent(Good.Json(), Encoding.UTF8, "text/plain");

        (await Answer.OfAsync(await installation.Http.PostAsync($"/api/missions/{mission.Id}/scans", text)))
            .ShouldBeProblem(415, "https://tools.ietf.org/html/rfc9110#section-15.5.16", "Unsupported Media Type");
        var method = await mission.SendAsync(HttpMethod.Delete, "/scans", null);
        method.ShouldBeProblem(405, "https://tools.ietf.org/html/rfc9110#section-15.5.6", "Method Not Allowed");
        (await mission.GetAsync("/scams")).ShouldBeProblem(404, "https://tools.ietf.org/html/rfc9110#section-15.5.5", "Not Found");
        (await mission.GetAsync("/scans/not-a-uuid")).ShouldBeProblem(404, "https://tools.ietf.org/html/rfc9110#section-15.5.5", "Not Found");
    }

    [Fact]
    public async Task A_wrong_query_says_what_was_expected()
    {
        var mission = await installation.SmallMissionAsync();

        (await mission.GetAsync("/delegates?limit=0")).ShouldBeMalformed(("limit", "expected 1 to 200"));
        (await mission.GetAsync("/delegates?limit=201")).ShouldBeMalformed(("limit", "expected 1 to 200"));
        (await mission.GetAsync("/delegates?limit=many")).ShouldBeMalformed(("limit", "expected a whole number"));
        (await mission.ImportAsync(SmallMission.Files, "?dryRun=perhaps")).ShouldBeMalformed(("dryRun", "expected true or false"));
    }

    /// <summary>Sends until it is all sent or nobody listens any more.</summary>
    private static async Task SendChunksAsync(NetworkStream stream)
    {
        var chunk = Encoding.ASCII.GetBytes($"10000\r\n{new string('x', 0x10000)}\r\n");
        try
        {
            await stream.WriteAsync("b\r\n{\"scanId\":\"\r\n"u8.ToArray());
            for (var sent = 0; sent < 160; sent++)
                await stream.WriteAsync(chunk);
        }
        catch (IOException)
        {
            // The server has answered and closed.
        }
    }
}
