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

    /// <summary>The credential of a device that was made for a mission.</summary>
    public static string Device => $"d.tests.{Secret}";

    private static string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));

    /// <summary>Makes the administrator, where there is none yet. The database is migrated.</summary>
    public static Task CutAsync(StorageOptions storage) => AddAsync(
        storage,
        new AccessRow("account", "tests", """{"name":"tests","grants":[{"mission":"*","role":"administrator"}]}""", 0),
        new AccessRow("sign-in", "tests", $$"""{"account":"tests","secretHash":"{{Hash}}","at":"2020-01-01T00:00:00+00:00","expiresAt":"2090-01-01T00:00:00+00:00"}""", 0));

    /// <summary>Makes a device that may scan at every door of a mission.</summary>
    public static Task CutDeviceAsync(StorageOptions storage, MissionId mission) => AddAsync(
        storage, new AccessRow("device", "tests", $$"""{"mission":"{{mission}}","name":"tests","role":"floor","findsPeople":false,"secretHash":"{{Hash}}"}""", 0));

    /// <summary>Asks a server as the administrator.</summary>
    public static HttpClient Client(Uri address) => new() { BaseAddress = address, DefaultRequestHeaders = { Authorization = Header } };

    /// <summary>Signs a request.</summary>
    public static void Sign(HttpRequestMessage request) => request.Headers.Authorization = Header;

    private static async Task AddAsync(StorageOptions storage, params AccessRow[] rows)
    {
        await using var database = EventOpsDatabase.Create(storage);
        var table = new AccessTable(database);
        if (!(await table.ChangesAsync(0)).Any(row => (row.Kind, row.Id) == (rows[0].Kind, rows[0].Id)))
            await table.SaveAsync(rows, []);
    }

    private static AuthenticationHeaderValue Header => new("Bearer", Administrator);
}
