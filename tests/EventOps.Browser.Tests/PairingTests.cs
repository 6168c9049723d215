using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EventOps.Domain.Access;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EventOps.Browser.Tests;

/// <summary>A phone is paired, scans, and is worthless the moment that its access is withdrawn; a link opens one session and nothing else.</summary>
public sealed class PairingTests(Site site)
{
    [Fact]
    public async Task A_paired_phone_scans_and_says_at_once_when_its_access_is_withdrawn()
    {
        using var http = await AdministratorAsync();
        var made = await PostAsync(http, "devices", new { name = "Door 3", role = "floor", findsPeople = false, doors = new[] { $"session:{Site.Session}" } });
        var phone = await site.EnterAsync($"/pair/#{made["code"]}", null, 390, 844);
        await phone.GetByRole(AriaRole.Button).Filter(new() { HasText = "Pair" }).First.ClickAsync();
        await Expect(phone).ToHaveURLAsync(new Regex("/floor/", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var floor = new FloorPage(phone);
        await phone.GotoAsync($"{site.Url}/floor/?mission={Site.Mission}&door=session:{Site.Session}");
        await floor.ScanAsync("JYBUCTCNSSPF84BXD");
        await Expect(floor.Word).ToBeVisibleAsync();

        await PostAsync(http, $"devices/{made["device"]!["id"]}/revocation", new { reason = "Left in a taxi" });

        await Expect(phone.GetByText("withdrawn").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_host_link_opens_one_session_and_nothing_else_and_stops_when_it_is_withdrawn()
    {
        using var http = await AdministratorAsync();
        var made = await PostAsync(http, "links", new { session = Site.Session, name = "The host", expiresAt = TimeProvider.System.GetUtcNow().AddHours(1) });
        var host = await site.EnterAsync($"/host/#link={made["code"]}", null, 390, 844);
        await host.Locator("html[data-live=ready]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        Assert.DoesNotContain((string)made["code"]!, host.Url, StringComparison.Ordinal);
        await Expect(host.Locator(".host-huge")).ToBeVisibleAsync();
        foreach (var path in new[] { "delegates?search=a", "venues", "sessions/feb16-grid-workshop/roster", "audit" })
            Assert.Equal(403, await host.EvaluateAsync<int>($"fetch('/api/missions/{Site.Mission}/{path}').then(answer => answer.status)"));

        await PostAsync(http, $"links/{made["link"]!["id"]}/revocation", new { reason = "Sent to the wrong person" });

        await Expect(host.GetByText("withdrawn").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_page_that_one_may_not_see_says_so_and_offers_to_sign_in()
    {
        var nobody = await site.EnterAsync($"/ops/?mission={Site.Mission}", null);
        await Expect(nobody.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();

        var viewer = await site.EnterAsync($"/ops/?mission={Site.Mission}", await site.AccountAsync("onlooker", new Grant(Site.Mission, Role.Viewer)));
        await viewer.Locator("html[data-live=ready]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }

    private async Task<HttpClient> AdministratorAsync() => new()
    {
        BaseAddress = new Uri($"{site.Url}/api/missions/{Site.Mission}/"),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", await site.AccountAsync("chief", new Grant(Site.Mission, Role.Administrator))) },
    };

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
