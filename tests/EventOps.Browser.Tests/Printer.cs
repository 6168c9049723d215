using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace EventOps.Browser.Tests;

/// <summary>Prints a page as the browser's print dialogue would, and reads what came out as a phone would.</summary>
internal sealed class Printer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eventops-print-").FullName;

    private string Document => Path.Combine(_folder, "print.pdf");

    public Task PrintAsync(IPage page) => page.PdfAsync(new PagePdfOptions { Path = Document, PreferCSSPageSize = true });

    /// <summary>How many pages were printed, and how large they are, in millimetres.</summary>
    public async Task<(int Pages, double Width, double Height)> MeasureAsync()
    {
        const double Points = 72 / 25.4;
        var info = (await RunAsync("pdfinfo", Document)).Split('\n').Select(line => line.Split(':', 2)).Where(line => line.Length == 2).ToDictionary(line => line[0], line => line[1].Trim());
        var size = info["Page size"].Split(' ');
        return (int.Parse(info["Pages"], CultureInfo.InvariantCulture), Millimetres(size[0]), Millimetres(size[2]));

        static double Millimetres(string points) => Math.Round(double.Parse(points, CultureInfo.InvariantCulture) / Points, 1);
    }

    /// <summary>The QR code of every badge, each looked at alone as a phone would, with about as many dots as a phone has for it at 40 cm.</summary>
    /// <param name="page">The page that was printed: it says where badges lie on a sheet.</param>
    public async Task<IReadOnlyList<string>> ReadCodesAsync(IPage page)
    {
        const int DotsPerInch = 100;
        var places = await page.EvaluateAsync<double[][]>(
            """
            () => [...document.querySelector('.sheet').querySelectorAll('.badge')].map((badge) => {
              const [sheet, own] = [badge.parentElement.getBoundingClientRect(), badge.getBoundingClientRect()];
              return [own.left - sheet.left, own.top - sheet.top, own.width, own.height].map((pixels) => pixels / 96);
            })
            """);
        for (var place = 0; place < places.Length; place++)
        {
            string[] area = [.. places[place].Select(inches => ((int)(inches * DotsPerInch)).ToString(CultureInfo.InvariantCulture))];
            await RunAsync(
                "pdftoppm", "-q", "-r", $"{DotsPerInch}", "-x", area[0], "-y", area[1], "-W", area[2], "-H", area[3], "-gray", "-png", Document, Path.Combine(_folder, $"badge-{place}"));
        }

        var read = await RunAsync("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", .. Directory.GetFiles(_folder, "*.png")]);
        return read.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        // zbarimg ends with 4 when a picture has no code: the last sheet is seldom full.
        return process.ExitCode is 0 or 4 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
    }
}
