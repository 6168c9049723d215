using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EventOps.Browser.Tests;

public sealed class ScanToScreenTests(Site site)
{
    [Fact]
    public async Task A_scan_on_the_floor_page_changes_the_number_on_the_ops_page_and_on_the_host_page()
    {
        var ops = await site.OpenAsync($"/ops/?mission={Site.Mission}");
        var host = await site.OpenAsync($"/host/?mission={Site.Mission}&session={Site.Session}", 390, 844);
        var floor = await FloorPage.OpenAsync(site);
        var hall = ops.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Gran Salón Quetzal", Has = ops.GetByRole(AriaRole.Meter) }).GetByRole(AriaRole.Meter);
        var before = int.Parse((await hall.GetAttributeAsync("aria-valuenow"))!, System.Globalization.CultureInfo.InvariantCulture);

        await floor.ScanAsync("DVB7245NVQFW2FDNX");

        await Expect(floor.Name).ToHaveTextAsync("Alistair Featherstonehaugh-O'Shaughnessy");
        await Expect(floor.Word).ToHaveTextAsync("Admitted");
        await Expect(hall).ToHaveAttributeAsync("aria-valuenow", $"{before + 1}");
        await Expect(host.Locator(".host-huge")).ToContainTextAsync($"{before + 1}");
        await Expect(host.GetByRole(AriaRole.Meter)).ToHaveAttributeAsync("aria-valuenow", $"{before + 1}");
        await Expect(ops.GetByText("Featherstonehaugh").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_unknown_code_is_refused_with_its_reason_and_the_next_scan_needs_no_tap()
    {
        var floor = await FloorPage.OpenAsync(site);

        await floor.ScanAsync("NOBODY2345678999");
        await Expect(floor.Word).ToHaveTextAsync("Refused");
        await Expect(floor.Decision).ToContainTextAsync("never issued here");

        await floor.ScanAsync("SYC75AQYJWG2EN68G");
        await Expect(floor.Name).ToHaveTextAsync("Hon. Geneviève Aucoin-Thorvaldsen");
    }

    [Fact]
    public async Task A_person_is_found_by_name_without_accents_and_let_in()
    {
        var floor = await FloorPage.OpenAsync(site);

        await floor.FindAsync("elodie cote");

        await Expect(floor.Name).ToContainTextAsync("Élodie Côté");
    }

    [Theory]
    [InlineData("en", "Refused")]
    [InlineData("fr", "Accès refusé")]
    [InlineData("es", "No pasa")]
    public async Task A_refusal_is_said_in_the_operators_language(string language, string word)
    {
        var floor = await FloorPage.OpenAsync(site, language);

        await floor.ScanAsync("NOBODY2345678999");

        await Expect(floor.Word).ToHaveTextAsync(word);
    }
}
