using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace EventOps.Testing;

/// <summary>Who asks: an administrator of everything, whose sign-in is written into an installation's database, for its process runs elsewhere.</summary>
public static class Keys
{
    private const string Secret = "of-tests-and-nobody-else";

    /// <summary>The administrator's credential.</summary>
    public static string Administrator => $"a.tests.{Secret}";

    /// <summary>Makes the administrator, where there is none yet. The database is migrated.</summary>
    public static async Task CutAsync(StorageOptions storage)
    {
        await using var database = EventOpsDatabase.Create(storage);
        var table = new AccessTable(database);
        if ((await table.ChangesAsync(0)).Any(row => row is { Kind: "sign-in", Id: "tests" }))
            return;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));
        await table.SaveAsync(
            [
                new AccessRow("account", "tests", """{"name":"tests","grants":[{"mission":"*","role":"administrator"}]}""", 0),
                new AccessRow("sign-in", "tests", $$"""{"account":"tests","secretHash":"{{hash}}","at":"2020-01-01T00:00:00+00:00","expiresAt":"2090-01-01T00:00:00+00:00"}""", 0),
            ],
            []);
    }

    /// <summary>Asks a server as the administrator.</summary>
    public static HttpClient Client(Uri address) => new() { BaseAddress = address, DefaultRequestHeaders = { Authorization = Header } };

    /// <summary>Signs a request.</summary>
    public static void Sign(HttpRequestMessage request) => request.Headers.Authorization = Header;

    private static AuthenticationHeaderValue Header => new("Bearer", Administrator);
}
