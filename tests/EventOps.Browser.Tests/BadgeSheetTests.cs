using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Missions;
using EventOps.Dashboard.Imports;
using EventOps.Domain.Delegates;
using EventOps.Programme;
using EventOps.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EventOps.Browser.Tests;

/// <summary>Badges are printed as the browser prints them, and every code on them is read again.</summary>
public sealed class BadgeSheetTests(Site site)
{
    private const string Programme = """
        id,name,city,cityId,timeZone,legal
        mexico-centre,Centro,Ciudad de México,mexico,America/Mexico_City,100
        monterrey-centre,Centro,Monterrey,monterrey,America/Monterrey,100
        guadalajara-centre,Centro,Guadalajara,guadalajara,America/Mexico_City,100
        """;

    private const string Rooms = """
        id,venue,name,legal,comfort
        m,mexico-centre,Sala,100,100
        n,monterrey-centre,Sala,100,100
        g,guadalajara-centre,Sala,100,100
        """;

    private const string Sessions = """
        id,room,title,kind,access,start,end
        one,m,One,plenary,open,2026-02-16T09:00,2026-02-16T10:00
        two,n,Two,workshop,registered,2026-02-18T09:00,2026-02-18T10:00
        three,g,Three,workshop,registered,2026-02-20T09:00,2026-02-20T10:00
        """;

    private static readonly string Delegates = $"""
        id,name,organisation,sector,language,badge,vip
        short,Bo Li,Acme,agriculture,en,,no
        double,Alistair Featherstonehaugh-O'Shaughnessy,Office of the Minister for Northern Trade Routes,clean-technology,en,,yes
        french,Marie-Christine De Montigny-Charbonneau,Société québécoise de développement des technologies propres et de l’hydrogène vert inc.,clean-technology,fr,,yes
        spanish,María de los Ángeles Fernández de Córdoba y Ponce de León,Secretaría de Desarrollo Económico del Gobierno del Estado de Nuevo León,critical-minerals,es,,no
        accents,Ǻngström Ÿgglåsdóttir Þórðarson Łączyński-Dvořáková,Œuvres ÇÉÑ,manufacturing,en,,no
        imported,Imported Person,Acme,agriculture,en,{new string('w', 31)}~{new string('q', 32)},no
        nothing,Nobody In-Particular,,,en,,no
        longest,{string.Join(' ', Enumerable.Repeat("Maximiliana", 16))},{string.Join(' ', Enumerable.Repeat("Wasserstoffgesellschaft", 8))},{new string('s', 200)},fr,,yes
        unbroken,{new string('W', 200)},{new string('M', 200)},,es,,no
        """;

    private const string Registrations = """
        session,delegate,kind
        one,double,registered
        two,double,registered
        three,double,registered
        two,french,registered
        one,spanish,registered
        one,longest,registered
        two,longest,registered
        three,longest,registered
        """;

    private static readonly SemaphoreSlim Once = new(1);

    [Theory]
    [InlineData("cr80", "a4", 1, 210, 297)]
    [InlineData("cr80", "letter", 1, 215.9, 279.4)]
    [InlineData("cr80", "single", 9, 85.6, 54)]
    [InlineData("a6", "a4", 3, 210, 297)]
    [InlineData("a6", "letter", 5, 215.9, 279.4)]
    [InlineData("a6", "single", 9, 105, 148)]
    public async Task Every_code_that_is_printed_is_read_again(string format, string paper, int pages, double width, double height)
    {
        var mission = await MissionAsync();
        var page = await site.OpenAsync($"/badges/?mission={mission}&format={format}&paper={paper}");
        using var printer = new Printer();

        await printer.PrintAsync(page);

        var printed = await printer.MeasureAsync();
        printed.Pages.ShouldBe(pages);
        printed.Width.ShouldBe(width, 0.3);
        printed.Height.ShouldBe(height, 0.3);
        (await printer.ReadCodesAsync(page)).ShouldBe(await CodesAsync(mission), ignoreOrder: true);
    }

    [Fact]
    public async Task All_badges_of_the_demonstration_come_out_of_the_printer()
    {
        var page = await site.OpenAsync($"/badges/?mission={Site.Mission}&format=cr80&paper=a4");
        using var printer = new Printer();

        await printer.PrintAsync(page);

        (await printer.MeasureAsync()).Pages.ShouldBe(38);
        (await printer.ReadCodesAsync(page)).ShouldBe(await CodesAsync(Site.Mission), ignoreOrder: true);
    }

    [Theory]
    [InlineData("cr80", "own")]
    [InlineData("cr80", "es")]
    [InlineData("a6", "own")]
    [InlineData("a6", "fr")]
    public async Task No_text_is_cut_off_and_none_lies_on_another_or_on_the_code(string format, string labels)
    {
        var mission = await MissionAsync();
        foreach (var shown in new[] { mission, Site.Mission })
        {
            var page = await site.OpenAsync($"/badges/?mission={shown}&format={format}&paper=a4&labels={labels}");
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

            var faults = await page.EvaluateAsync<string[]>(
                """
                () => {
                  const faults = [];
                  const inside = (a, b) => a.left >= b.left - 0.5 && a.right <= b.right + 0.5 && a.top >= b.top - 0.5 && a.bottom <= b.bottom + 0.5;
                  const apart = (a, b) => a.right <= b.left + 0.5 || b.right <= a.left + 0.5 || a.bottom <= b.top + 0.5 || b.bottom <= a.top + 0.5;
                  for (const badge of document.querySelectorAll('.badge')) {
                    const paper = badge.getBoundingClientRect();
                    const lines = [...badge.querySelectorAll('.fit > span, dt, .badge-vip')];
                    const boxes = lines.map((line) => {
                      const range = document.createRange();
                      range.selectNodeContents(line);
                      const [across, down] = [range.getBoundingClientRect(), line.getBoundingClientRect()];
                      return { left: across.left, right: across.right, top: down.top, bottom: down.bottom };
                    });
                    const qr = badge.querySelector('.qr').getBoundingClientRect();
                    lines.forEach((line, n) => {
                      const place = line.parentElement;
                      if (!inside(boxes[n], paper)) faults.push(`outside: ${line.textContent}`);
                      if (place.classList.contains('fit') && (place.scrollWidth > place.clientWidth || place.scrollHeight > place.clientHeight + 1))
                        faults.push(`cut off: ${line.textContent}`);
                      if (!apart(boxes[n], qr)) faults.push(`on the code: ${line.textContent}`);
                      boxes.slice(0, n).forEach((other, m) => apart(boxes[n], other) || faults.push(`on another: ${line.textContent} | ${lines[m].textContent}`));
                    });
                    for (const place of badge.querySelectorAll('dd, header'))
                      if (place.scrollHeight > place.clientHeight + 1) faults.push(`too high: ${place.textContent}`);
                  }
                  return faults;
                }
                """);

            faults.ShouldBeEmpty();
            (await page.Locator(".badge").CountAsync()).ShouldBe((await CodesAsync(shown)).Count);
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [InlineData("en", "Clean technology")]
    [InlineData("fr", "Technologies propres")]
    [InlineData("es", "Tecnología limpia")]
    public async Task Labels_are_in_the_language_that_was_chosen(string labels, string sector)
    {
        var page = await site.OpenAsync($"/badges/?mission={await MissionAsync()}&labels={labels}");

        var words = await page.Locator(".badge", new() { HasText = "Featherstonehaugh" }).Locator(".fact").First.Locator("span").AllInnerTextsAsync();
        string.Join(' ', words).ShouldBe(sector);
    }

    [Fact]
    public async Task Who_is_chosen_is_printed_and_a_replaced_badge_shows_its_new_code_at_once()
    {
        var mission = await MissionAsync("choosing");
        var before = await CodesAsync(mission);
        var page = await site.OpenAsync($"/badges/?mission={mission}");
        await Expect(page.Locator(".badge")).ToHaveCountAsync(9);

        await page.GetByRole(AriaRole.Combobox, new() { Name = "City" }).SelectOptionAsync("Monterrey");
        await Expect(page.Locator(".badge")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "City" }).SelectOptionAsync("All");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Organisation" }).SelectOptionAsync("Acme");
        await Expect(page.Locator(".badge")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Imported Person" }).UncheckAsync();
        await Expect(page.Locator(".badge")).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Print 1 badge" })).ToBeEnabledAsync();

        await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Bo Li" }).GetByRole(AriaRole.Button, new() { Name = "Replace" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lost" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Lost" })).ToHaveCountAsync(0);

        using var printer = new Printer();
        await printer.PrintAsync(page);
        var code = (await printer.ReadCodesAsync(page)).ShouldHaveSingleItem();
        before.ShouldNotContain(code);
        (await CodesAsync(mission)).ShouldContain(code);
        BadgeCode.Read(code).ShouldBe(code);
    }

    private async Task<string> MissionAsync(string id = "printing")
    {
        var mission = new MissionId(id);
        await Once.WaitAsync();
        try
        {
            var catalogue = site.Services.GetRequiredService<ICatalogue>();
            if (await catalogue.VersionAsync(mission) is not null)
                return id;
            var grain = site.Services.GetRequiredService<IGrainFactory>().Mission(mission);
            await grain.Create("Mission commerciale du Canada au Mexique · Misión comercial de Canadá a México 2026", MissionClock.Real);
            var desk = site.Services.GetRequiredService<ImportDesk>();
            ImportFile[] files =
            [
                Csv("venues", Programme), Csv("rooms", Rooms), Csv("sessions", Sessions), Csv("delegates", Delegates), Csv("registrations", Registrations),
            ];
            await desk.WriteAsync(mission, await desk.ReadAsync(mission, files));
            (await grain.IssueBadges([.. (await PeopleAsync(id)).Select(person => person.Id)])).Count.ShouldBe(8);
            return id;
        }
        finally
        {
            Once.Release();
        }

        static ImportFile Csv(string name, string text) => new($"{name}.csv", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    private async Task<IReadOnlyList<string>> CodesAsync(string mission) => [.. (await PeopleAsync(mission)).Select(person => person.Badge)];

    private async Task<IReadOnlyList<DelegateRecord>> PeopleAsync(string mission) =>
        (await site.Services.GetRequiredService<ICatalogue>().ReadAllAsync(new MissionId(mission))).Delegates;
}
