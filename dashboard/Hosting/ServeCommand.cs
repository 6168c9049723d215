using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using EventOps.Dashboard.Access;
using EventOps.Grains.Hosting;
using EventOps.Operations;

namespace EventOps.Dashboard.Hosting;

/// <summary>Runs the dashboard until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "Where to listen", DefaultValueFactory = _ => Settings.Get("Url", "http://localhost:5080") };
        var cluster = new Option<bool>("--cluster") { Description = "The grains run in the silos of a cluster, which meet in the same PostgreSQL database", DefaultValueFactory = _ => Settings.Get("Cluster", false) };
        var demonstration = new Option<string?>("--demonstration") { Description = "Folder of the demonstration mission's files, imported when it is not there yet", DefaultValueFactory = _ => Settings.Get<string?>("Demonstration", null) };
        var speed = new Option<double>("--speed") { Description = "How fast the demonstration is rehearsed: mission seconds for each second, 0 to 600", DefaultValueFactory = _ => Settings.Get("Speed", 0.0) };
        var drain = new Option<int>("--drain") { Description = "Seconds that it works on after SIGTERM, when /readyz says that it is stopping", DefaultValueFactory = _ => Settings.Get("Drain", 0) };
        var certificate = new Option<string?>("--certificate") { Description = "PEM file of the certificate for an https --url; phones need https for their camera", DefaultValueFactory = _ => Settings.Get<string?>("Certificate", null) };
        var key = new Option<string?>("--certificate-key") { Description = "PEM file of the certificate's key, when it is not in the same file", DefaultValueFactory = _ => Settings.Get<string?>("CertificateKey", null) };
        var proxies = new Option<string?>("--proxies") { Description = "Addresses of the proxies in front, or networks such as 10.42.0.0/16, with commas between: their X-Forwarded headers are taken, and nobody else's", DefaultValueFactory = _ => Settings.Get<string?>("Proxies", null) };
        var scans = new Option<int>("--caller-limit") { Description = "Requests a second that one account or device may send over time", DefaultValueFactory = _ => Settings.Get("CallerLimit", new Limits().CallerPerSecond) };
        var wait = new Option<double>("--database-wait") { Description = "Seconds that it waits at its start for a PostgreSQL that does not answer", DefaultValueFactory = _ => Settings.Get("DatabaseWait", 30.0) };
        var command = new Command("serve", "Runs the HTTP API, the live hub and the pages") { url, cluster, demonstration, speed, drain, certificate, key, proxies, scans, wait };
        var storage = StorageArguments.AddTo(command);
        command.SetAction((parsed, cancellation) => ServeAsync(
            new DashboardOptions
            {
                Storage = storage(parsed),
                Cluster = parsed.GetValue(cluster),
                Drain = TimeSpan.FromSeconds(parsed.GetValue(drain)),
                DatabaseWait = TimeSpan.FromSeconds(parsed.GetValue(wait)),
                Url = parsed.GetRequiredValue(url),
                Demonstration = parsed.GetValue(demonstration),
                Speed = parsed.GetValue(speed),
                Certificate = parsed.GetValue(certificate),
                CertificateKey = parsed.GetValue(key),
                Proxies = parsed.GetValue(proxies)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
                Limits = new Limits { CallerPerSecond = parsed.GetValue(scans), CallerBurst = 10 * parsed.GetValue(scans) },
            },
            cancellation));
        return command;
    }

    private static async Task<int> ServeAsync(DashboardOptions options, CancellationToken cancellation)
    {
        if (options.Cluster && EventOpsGrains.WhyNoCluster(options.Storage) is { } why)
            return await FailAsync(why);
        if (WhyNot(options) is { } wrong)
            return await FailAsync(wrong);
        if (Taken(options.Url) is { } taken)
            return await FailAsync($"--url: something listens on {taken} already. End it, or give another --url.");
        var (app, whyNot) = await DatabaseAtStart.StartAsync(options.Storage, options.DatabaseWait, () => DashboardApp.Build(options), cancellation);
        if (app is null)
            return await FailAsync(whyNot);
        await using var ends = app;
        if (options.Demonstration is { } folder)
            await Demonstration.LoadAsync(app.Services, folder);

        var start = app.Services.GetRequiredService<StartUp>();
        Welcome(options, start.IsReady(app.Services.GetRequiredService<TimeProvider>()));
        TellAccess(options, app.Services);
        if (options.Demonstration is not null)
        {
            await Demonstration.RehearseAsync(app.Services, options.Speed);
            _ = TellFirstScanAsync(start);
        }

        // The host's own lifetime hears the signals, and ends when all that it has accepted is answered.
        await app.WaitForShutdownAsync(CancellationToken.None);
        return 0;
    }

    /// <summary>What is wrong with the options, or null.</summary>
    private static string? WhyNot(DashboardOptions options) =>
        options.Url.Contains("https:", StringComparison.OrdinalIgnoreCase) && options.Certificate is null ? "--url: an https address needs --certificate, a PEM file."
        : new[] { options.Certificate, options.CertificateKey }.FirstOrDefault(file => file is not null && !File.Exists(file)) is { } absent ? $"There is no file {absent}."
        : options.Proxies.FirstOrDefault(proxy => !Tls.IsProxy(proxy)) is { } proxy ? $"--proxies: '{proxy}' is no address and no network."
        : options.Limits.CallerPerSecond is < 1 or > 1_000_000 ? "--caller-limit: expected 1 to 1,000,000."
        : null;

    /// <summary>The first of the addresses on which another program listens, or null. The server would say so too, with all that led to it.</summary>
    private static string? Taken(string urls) => urls.Split(';').FirstOrDefault(url =>
    {
        var address = BindingAddress.Parse(url);
        if (address.Port == 0 || address.IsUnixPipe || address.IsNamedPipe)
            return false;
        var host = string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
            : IPAddress.TryParse(address.Host, out var given) ? given
            : IPAddress.Any;
        using var listener = new TcpListener(host, address.Port);
        try
        {
            listener.Start();
            return false;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    });

    /// <summary>How one gets in: with the demonstration's accounts, or on the first start with a link that makes the first administrator.</summary>
    private static void TellAccess(DashboardOptions options, IServiceProvider services)
    {
        if (services.GetRequiredService<Visitors>().Accounts is { } accounts)
        {
            Console.WriteLine("Whoever opens a page is the demonstration's viewer; its other accounts are one click away, under the button at the top right:");
            foreach (var account in accounts)
                Console.WriteLine($"  {account.Name,-20} {account.Password}");
        }
        else if (services.GetRequiredService<SetUp>() is { IsOpen: true } setUp)
            Console.WriteLine($"There is no administrator yet. This link makes the first one: {options.Url.Split(';')[0]}/signin/#setup={setUp.Code}");
    }

    private static async Task<int> FailAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }

    private static void Welcome(DashboardOptions options, TimeSpan ready)
    {
        Console.WriteLine($"EventOps is ready after {ready.TotalSeconds:0.00} s, on {EventOpsGrains.Runtime} grains{(options.Cluster ? " of a cluster" : "")} and {(options.Storage.PostgreSql is null ? "SQLite" : "PostgreSQL")}.");
        Console.WriteLine($"  Operations  {options.Url}/ops/");
        Console.WriteLine($"  Floor       {options.Url}/floor/");
        Console.WriteLine($"  Host        {options.Url}/host/");
        Console.WriteLine($"  Badges      {options.Url}/badges/");
        Console.WriteLine($"  Admin       {options.Url}/admin/");
        Console.WriteLine("Ctrl-C stops it.");
    }

    private static async Task TellFirstScanAsync(StartUp start)
    {
        var first = await start.FirstScan;
        Console.WriteLine($"The first scan was accepted {first.TotalSeconds:0.00} s after the start of the process.");
    }
}
