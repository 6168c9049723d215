namespace EventOps.Dashboard.Tests.Access;

/// <summary>
/// Who may call what in a mission that they have a part in. A letter for each: Viewer, Host, Floor, Supervisor, mission's Administrator, Installation's
/// administrator, paired Device of the floor, host Link. Nobody may call anything but what is open (*).
/// </summary>
internal static class Matrix
{
    public const string Everyone = "VHFSAIDL";

    private const string Mission = "/api/missions/{mission}";

    public static readonly IReadOnlyDictionary<string, string> Allowed = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["GET /healthz"] = "*",
        ["GET /readyz"] = "*",
        ["GET /metrics"] = "*",
        ["GET /api/status"] = "*",
        ["GET /openapi/{documentName}.json"] = "*",
        ["* /live"] = Everyone,
        ["* /live/negotiate"] = Everyone,

        ["GET /api/access/me"] = "*",
        ["POST /api/access/sign-in"] = "*",
        ["POST /api/access/set-up"] = "*",
        ["POST /api/access/reset"] = "*",
        ["POST /api/access/pairing"] = "*",
        ["POST /api/access/link"] = "*",
        ["POST /api/access/sign-out"] = "*",
        ["POST /api/access/password"] = "VHFSAI",

        ["GET /api/accounts"] = "I",
        ["POST /api/accounts"] = "I",
        ["PUT /api/accounts/{id}"] = "I",
        ["POST /api/accounts/{id}/reset"] = "I",
        ["GET /api/audit"] = "I",
        ["GET /api/audit.csv"] = "I",
        ["GET /api/missions"] = Everyone,

        [$"PUT {Mission}"] = "I",
        [$"GET {Mission}/programme"] = Everyone,
        [$"GET {Mission}/venues"] = "VFSAID",
        [$"GET {Mission}/venues/{{id}}"] = "VFSAID",
        [$"GET {Mission}/venues/{{id}}/inside"] = "SAI",
        [$"GET {Mission}/sessions"] = Everyone,
        [$"GET {Mission}/sessions/{{id}}"] = Everyone,
        [$"GET {Mission}/sessions/{{id}}/roster"] = "HSAIL",
        [$"GET {Mission}/delegates"] = "SAI",
        [$"GET {Mission}/delegates/{{id}}"] = "SAI",
        [$"GET {Mission}/delegates/{{id}}/export"] = "AI",
        [$"POST {Mission}/delegates/{{id}}/erasure"] = "AI",
        [$"GET {Mission}/badges"] = "AI",
        [$"POST {Mission}/badges"] = "AI",
        [$"GET {Mission}/badges/{{id}}"] = "AI",
        [$"POST {Mission}/badges/{{id}}/reissue"] = "AI",
        [$"POST {Mission}/badges/{{id}}/revocation"] = "AI",
        [$"POST {Mission}/scans"] = "FSAID",
        [$"GET {Mission}/scans/{{scanId}}"] = "FSAID",
        [$"POST {Mission}/scans/{{scanId}}/annulment"] = "FSAID",
        [$"POST {Mission}/imports"] = "AI",
        [$"GET {Mission}/export/{{file}}.csv"] = "AI",
        [$"GET {Mission}/rehearsal"] = "VFSAID",
        [$"PUT {Mission}/rehearsal"] = "AI",
        [$"GET {Mission}/devices"] = "AI",
        [$"POST {Mission}/devices"] = "AI",
        [$"PUT {Mission}/devices/{{id}}"] = "AI",
        [$"POST {Mission}/devices/{{id}}/roll"] = "AI",
        [$"POST {Mission}/devices/{{id}}/revocation"] = "AI",
        [$"GET {Mission}/links"] = "AI",
        [$"POST {Mission}/links"] = "AI",
        [$"POST {Mission}/links/{{id}}/revocation"] = "AI",
        [$"GET {Mission}/audit"] = "AI",
        [$"GET {Mission}/audit.csv"] = "AI",
        [$"GET {Mission}/privacy"] = "AI",
        [$"PUT {Mission}/privacy"] = "AI",
        [$"POST {Mission}/privacy/anonymisation"] = "AI",
    };
}
