using System.Text;

namespace EventOps.Dashboard.Tests.Running;

/// <summary>A browser: it keeps the cookie that it is given, and says of what it changes that it comes from a page of ours, unless told otherwise.</summary>
public sealed class Visitor(HttpClient http)
{
    private const string Site = "Sec-Fetch-Site";

    /// <summary>The credential in its cookie, or null.</summary>
    public string? Cookie { get; set; }

    /// <summary>The last Set-Cookie that it was sent, or null.</summary>
    public string? SetCookie { get; private set; }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json, (Site, "same-origin"));

    public Task<Answer> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, path, json, (Site, "same-origin"));

    public Task<Answer> SignInAsync(string name, string password) => PostAsync("/api/access/sign-in", $$"""{"name":"{{name}}","password":"{{password}}"}""");

    public async Task<string> WhoAsync() => (string)(await GetAsync("/api/access/me")).Body["id"]!;

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (Cookie is not null)
            request.Headers.Add("Cookie", $"eventops={Cookie}");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var answer = await Answer.OfAsync(await http.SendAsync(request));
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            SetCookie = cookies.Single();
            var value = SetCookie[(SetCookie.IndexOf('=', StringComparison.Ordinal) + 1)..SetCookie.IndexOf(';', StringComparison.Ordinal)];
            Cookie = value.Length > 0 ? value : null;
        }

        return answer;
    }
}
