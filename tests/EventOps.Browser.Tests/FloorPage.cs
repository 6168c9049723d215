using Microsoft.Playwright;

namespace EventOps.Browser.Tests;

/// <summary>What one does at a door, and sees.</summary>
internal sealed class FloorPage(IPage page)
{
    public ILocator Decision => page.Locator(".decision");

    public ILocator Word => page.Locator(".decision-word");

    public ILocator Name => page.Locator(".decision-name");

    public static async Task<FloorPage> OpenAsync(Site site, string language = "en") =>
        new(await site.OpenAsync($"/floor/?mission={Site.Mission}&door=session:{Site.Session}", 390, 844, language));

    public async Task ScanAsync(string code)
    {
        var input = page.GetByRole(AriaRole.Combobox);
        await input.FillAsync(code);
        await input.PressAsync("Enter");
    }

    public async Task FindAsync(string name)
    {
        await page.GetByRole(AriaRole.Combobox).FillAsync(name);
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
    }
}
