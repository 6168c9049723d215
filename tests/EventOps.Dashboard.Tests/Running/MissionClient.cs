using System.Text;
using EventOps.Domain.Access;

namespace EventOps.Dashboard.Tests.Running;

/// <summary>One mission of an installation, over HTTP.</summary>
public sealed class MissionClient(Installation installation, string id)
{
    public string Id => id;

    public Task<Answer> GetAsync(string path, string? language = null) => SendAsync(HttpMethod.Get, path, null, language: language);

    public Task<Answer> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, path, json);

    public Task<Answer> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    /// <summary>Sends a body as it is.</summary>
    public Task<Answer> PostScanAsync(string json, string? device = "gate-1", string? person = "op-1", string? language = null, Role role = Role.Floor) =>
        SendAsync(HttpMethod.Post, "/scans", json, device, person, role, language);

    /// <summary>Sends a scan.</summary>
    public Task<Answer> ScanAsync(Scan scan, string device = "gate-1", string? language = null) => PostScanAsync(scan.Json(), device, language: language, role: scan.Override is null ? Role.Floor : Role.Supervisor);

    /// <summary>Sends an entry that is expected to be let in.</summary>
    public async Task<Answer> AdmitAsync(string code, string door, string device = "gate-1", string? because = null) =>
        (await ScanAsync(new Scan(code, door) { Override = because }, device)).ShouldSay("admitted");

    public Task<Answer> AnnulAsync(
        Guid scan, string reason = "Wrong person", string device = "gate-1", Role role = Role.Floor, Guid? annulment = null) =>
        SendAsync(
            HttpMethod.Post, $"/scans/{scan}/annulment", $$"""{"annulmentId":"{{annulment ?? Guid.CreateVersion7()}}","reason":"{{reason}}"}""", device, "op-1", role);

    public async Task<Answer> ImportAsync(IEnumerable<(string Name, string Text)> files, string query = "")
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, text) in files)
            form.Add(new StringContent(text), "files", name);
        return await Answer.OfAsync(await installation.Http.PostAsync($"/api/missions/{id}/imports{query}", form));
    }

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, string? json, string? device = null, string? person = null, Role? role = null, string? language = null, string? credential = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/missions/{Uri.EscapeDataString(Uri.UnescapeDataString(id))}{path}");
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (device is not null)
            credential = await installation.Keys.DeviceAsync(id, device, role ?? Role.Floor);
        if (credential is not null)
            request.Headers.Authorization = new("Bearer", credential);
        if (person is not null)
            request.Headers.Add("EventOps-Operator", person);
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        return await Answer.OfAsync(await installation.Http.SendAsync(request));
    }
}

/// <summary>A scan as a device would send it: an entry with a new id, unless told otherwise.</summary>
/// <param name="Code">What was read, or null when <see cref="Person"/> was picked by name.</param>
/// <param name="Door">The door, as JSON.</param>
public sealed record Scan(string? Code, string Door)
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string? Person { get; init; }

    public string Direction { get; init; } = "entry";

    public string At { get; init; } = "2026-02-16T09:00:00-06:00";

    public string? SentAt { get; init; }

    public string? Override { get; init; }

    public string Json()
    {
        var json = new JsonObject
        {
            ["scanId"] = Id.ToString(),
            ["door"] = JsonNode.Parse(Door),
            ["direction"] = Direction,
            ["scannedAt"] = At,
        };
        if (Code is not null)
            json["code"] = Code;
        if (Person is not null)
            json["delegateId"] = Person;
        if (SentAt is not null)
            json["sentAt"] = SentAt;
        if (Override is not null)
            json["override"] = new JsonObject { ["reason"] = Override };
        return json.ToJsonString();
    }
}

/// <summary>Doors of the small mission, as JSON.</summary>
public static class Doors
{
    public const string Opening = """{"session":"opening"}""";
    public const string Board = """{"session":"board"}""";
    public const string Workshop = """{"session":"workshop"}""";
    public const string Meeting = """{"session":"meeting"}""";
    public const string HallA = """{"room":"hall-a"}""";
    public const string HallB = """{"room":"hall-b"}""";
    public const string AnnexHall = """{"room":"annex-hall"}""";
    public const string NorthHall = """{"room":"north-hall"}""";
    public const string Centre = """{"venue":"centre"}""";
    public const string Annex = """{"venue":"annex"}""";
}
