using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace EventOps.Dashboard.Hosting;

/// <summary>Examples in the API's own description: what a device sends, and what it is told.</summary>
internal static class ApiExamples
{
    private const string Scan = """
        {
          "scanId": "0198c0de-7a10-7c3e-9d5f-3b8f0a1c2d4e",
          "code": "DVB7245NVQFW2FDNX",
          "door": { "session": "opening-plenary" },
          "direction": "entry",
          "scannedAt": "2026-02-16T08:41:07-06:00",
          "sentAt": "2026-02-16T08:41:07-06:00"
        }
        """;

    private const string Admitted = """
        {
          "scanId": "0198c0de-7a10-7c3e-9d5f-3b8f0a1c2d4e",
          "outcome": "admitted",
          "text": "Welcome.",
          "overridable": false,
          "marks": [],
          "delegate": { "id": "d0042", "name": "Élodie Côté-Bélanger", "organisation": "Boréal Hydrogène inc.", "sector": "clean-technology", "language": "fr", "vip": false, "note": "" },
          "session": { "id": "opening-plenary", "title": "Opening plenary" },
          "room": { "id": "hall-a", "name": "Hall A" },
          "venue": { "id": "centre", "name": "Convention centre" },
          "occupancy": { "present": 181, "comfort": 350, "legal": 400 },
          "version": 1234,
          "serverTime": "2026-02-16T14:41:07.12+00:00"
        }
        """;

    private const string Malformed = """
        {
          "type": "urn:eventops:problem:malformed",
          "title": "The request is not well formed",
          "status": 400,
          "detail": "Nothing was done. Mend the fields below and send it again.",
          "errors": { "direction": ["expected entry or exit"] }
        }
        """;

    private const string NotDurable = """
        {
          "type": "urn:eventops:problem:not-durable",
          "title": "The decision could not be written down",
          "status": 503,
          "detail": "So there is none yet, and nothing is lost. Send the same scan again with the same id."
        }
        """;

    private const string Badges = """
        {
          "total": 1,
          "withoutBadge": 0,
          "organisations": ["Boréal Hydrogène inc."],
          "people": [
            {
              "delegate": "d0042", "name": "Élodie Côté-Bélanger", "organisation": "Boréal Hydrogène inc.", "sector": "clean-technology", "language": "fr", "vip": false,
              "cities": ["Ciudad de México", "Monterrey"], "code": "7MK4XWP3DH9RT2CJEFAT"
            }
          ]
        }
        """;

    private const string Reissued = """
        {
          "delegate": { "id": "d0042", "name": "Élodie Côté-Bélanger", "organisation": "Boréal Hydrogène inc.", "sector": "clean-technology", "language": "fr", "vip": false, "note": "" },
          "code": "7MK4XWP3DH9RT2CJEFAT",
          "withdrawn": [{ "code": "DVB7245NVQFW2FDNX", "revokedAt": "2026-02-16T14:05:00+00:00", "revokedWhy": "Lost" }]
        }
        """;

    private static readonly Dictionary<string, string> Requests = new(StringComparer.Ordinal)
    {
        ["Scan"] = Scan,
        ["AnnulScan"] = """{ "annulmentId": "0198c0de-7a11-7000-8a6b-6a1f0c9d8e7f", "reason": "Wrong person picked" }""",
        ["CreateMission"] = """{ "name": "Trade mission to Mexico, February 2026" }""",
        ["SetRehearsal"] = """{ "running": true, "speed": 30 }""",
        ["IssueBadges"] = """{ "delegates": ["d0042"] }""",
        ["ReissueBadge"] = """{ "reason": "Lost" }""",
        ["RevokeBadge"] = """{ "reason": "Left the delegation" }""",
    };

    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["Scan"] = Admitted,
        ["FindScan"] = Admitted,
        ["SetRehearsal"] = """{ "rehearsal": true, "running": true, "speed": 30, "now": "2026-02-16T14:30:00+00:00" }""",
        ["SearchDelegates"] = """[{ "id": "d0042", "name": "Élodie Côté-Bélanger", "organisation": "Boréal Hydrogène inc.", "sector": "clean-technology", "language": "fr", "vip": false, "note": "" }]""",
        ["Badges"] = Badges,
        ["IssueBadges"] = """{ "issued": 1 }""",
        ["FindBadges"] = Reissued,
        ["ReissueBadge"] = Reissued,
        ["RevokeBadge"] = """
            {
              "delegate": { "id": "d0042", "name": "Élodie Côté-Bélanger", "organisation": "Boréal Hydrogène inc.", "sector": "clean-technology", "language": "fr", "vip": false, "note": "" },
              "code": "",
              "withdrawn": [{ "code": "DVB7245NVQFW2FDNX", "revokedAt": "2026-02-16T14:05:00+00:00", "revokedWhy": "Left the delegation" }]
            }
            """,
        ["Health"] = """{ "status": "ok" }""",
    };

    public static Task Add(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var name = operation.OperationId ?? "";
        if (Requests.TryGetValue(name, out var request))
            Put(operation.RequestBody?.Content, request);
        foreach (var (status, response) in operation.Responses ?? [])
        {
            var example = status switch
            {
                "200" => Answers.GetValueOrDefault(name),
                "400" => Malformed,
                "503" when name != "Health" => NotDurable,
                _ => null,
            };
            if (example is not null)
                Put(response.Content, example);
        }

        return Task.CompletedTask;
    }

    private static void Put(IDictionary<string, OpenApiMediaType>? content, string example)
    {
        foreach (var media in content?.Values ?? [])
            media.Example = JsonNode.Parse(example);
    }
}
