using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Hosting;
using EventOps.Dashboard.Imports;
using EventOps.Domain.Access;
using EventOps.Programme;
using EventOps.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(EventOps.Browser.Tests.Site))]

namespace EventOps.Browser.Tests;

/// <summary>The real application with the demonstration mission, its clock standing at 08:45 on 16 February in Mexico City, and a real browser.</summary>
public sealed class Site : IAsyncLifetime
{
    public const string Mission = "demo";
    public const string Session = "feb16-opening-plenary";

    private static readonly DateTimeOffset Morning = new(2026, 2, 16, 8, 45, 0, TimeSpan.FromHours(-6));

    private readonly string _folder = Directory.CreateTempSubdirectory("eventops-browser-").FullName;
    private string? _administrator;
    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IServiceProvider Services => _app!.Services;

    public string Url { get; private set; } = "http://127.0.0.1:0";

    public async ValueTask InitializeAsync()
    {
        await StartAsync();
        var grains = _app!.Services.GetRequiredService<IGrainFactory>();
        await grains.Mission(new MissionId(Mission)).Create("Demonstration", new MissionClock(TimeProvider.System.GetUtcNow(), Morning, 0));
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "demonstration")).Select(path => new ImportFile(Path.GetFileName(path), File.OpenRead(path))).ToList();
        var desk = _app.Services.GetRequiredService<ImportDesk>();
        await desk.WriteAsync(new MissionId(Mission), await desk.ReadAsync(new MissionId(Mission), files));

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Starts the application where it was before, on the same data.</summary>
    public async Task StartAsync()
    {
        _app = DashboardApp.Build(new DashboardOptions { Storage = new StorageOptions { Folder = _folder }, Url = Url });
        await _app.Services.GetRequiredService<EventOpsDatabase>().MigrateAsync();
        await _app.StartAsync();
        Url = _app.Urls.Single();
        _administrator ??= await AccountAsync("administrator", new Grant(Grant.Every, Role.Administrator));
    }

    /// <summary>Signs an account in that has these roles; returns its credential.</summary>
    public async Task<string> AccountAsync(string id, params Grant[] grants)
    {
        var book = Services.GetRequiredService<AccessBook>();
        await book.ChangeAsync(book.Accounts, id, held => (held ?? new Account(id, [])) with { Grants = [.. grants] });
        return (await Services.GetRequiredService<SignInDesk>().AdmitAsync(new DefaultHttpContext(), id)).Credential!;
    }

    public async Task StopAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _app = null;
    }

    /// <summary>A browser of its own, with nothing in common with the others, that shows a page and has its first data.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1440, int height = 900, string language = "en", ColorScheme scheme = ColorScheme.Light, bool bypassPolicy = false)
    {
        var page = await EnterAsync(path, _administrator, width, height, language, scheme, bypassPolicy);
        await page.Locator("html[data-live=ready]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        return page;
    }

    /// <summary>The same, and it does not wait for data: with another credential, or as nobody.</summary>
    public async Task<IPage> EnterAsync(
        string path, string? credential, int width = 1440, int height = 900, string language = "en", ColorScheme scheme = ColorScheme.Light, bool bypassPolicy = false)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = language,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            BypassCSP = bypassPolicy,
        });
        if (credential is not null)
            await context.AddCookiesAsync([new Cookie { Name = Credentials.Cookie, Value = credential, Url = Url, HttpOnly = true, SameSite = SameSiteAttribute.Strict }]);
        await context.AddInitScriptAsync("localStorage.setItem('eventops.operator', 'Ana López')");
        var page = await context.NewPageAsync();
        await page.GotoAsync(Url + path);
        return page;
    }
}
