using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EventOps.Browser.Tests;

public sealed class PageTests(Site site)
{
    public static TheoryData<string, int, int> Views { get; } = new()
    {
        { "/", 390, 844 },
        { $"/ops/?mission={Site.Mission}", 390, 844 },
        { $"/ops/?mission={Site.Mission}", 1440, 900 },
        { $"/ops/?mission={Site.Mission}", 1920, 1080 },
        { $"/floor/?mission={Site.Mission}&door=session:{Site.Session}", 390, 844 },
        { $"/badges/?mission={Site.Mission}&search=aucoin", 1440, 900 },
        { $"/badges/?mission={Site.Mission}&search=aucoin", 390, 844 },
        { $"/host/?mission={Site.Mission}&session={Site.Session}", 390, 844 },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task No_page_scrolls_sideways_in_any_language(string path, int width, int height)
    {
        foreach (var language in new[] { "en", "fr", "es" })
        {
            var page = await site.OpenAsync(path, width, height, language);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, language);
            (await page.EvaluateAsync<string>("document.documentElement.lang")).ShouldBe(language);
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task No_page_breaks_an_accessibility_rule_in_light_or_dark(string path, int width, int height)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await site.OpenAsync(path, width, height, scheme: scheme, bypassPolicy: true);
            await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Path.Combine(AppContext.BaseDirectory, "axe.min.js") });
            var violations = await page.EvaluateAsync<string[]>(
                """
                axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
                  .then(result => result.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.target).join(', ')}`))
                """);
            violations.ShouldBeEmpty($"{path} {scheme}");
            await page.Context.CloseAsync();
        }
    }
}
