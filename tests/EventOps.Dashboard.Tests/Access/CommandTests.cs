using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Dashboard.Imports;
using EventOps.Programme;
using EventOps.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace EventOps.Dashboard.Tests.Access;

/// <summary>What is done from the machine itself, as real processes: beside a dashboard that runs, or without one.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eventops-commands-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_lost_administrator_and_a_scanner_get_in_while_the_dashboard_runs()
    {
        await using var dashboard = await StartAsync();

        var account = await DashboardCommand.RunAsync(_folder, "account", "--name", "Lost Admin");
        account.Code.ShouldBe(0, account.Complained);
        account.Said.ShouldStartWith("Open this at the dashboard's address within a day: /signin/#reset=lost-admin.");
        var device = await DashboardCommand.RunAsync(_folder, "device", "--mission", "m", "--name", "Scanner 1", "--door", "room:hall-a");
        device.Code.ShouldBe(0, device.Complained);

        var administrator = dashboard.Visitor();
        var code = account.Said[(account.Said.IndexOf('=', StringComparison.Ordinal) + 1)..];
        (await administrator.PostAsync("/api/access/reset", $$"""{"code":"{{code}}","password":"four words are enough"}""")).ShouldHave("everywhere", """["audit","missions","accounts"]""");
        var scanner = ("Authorization", $"Bearer {device.Said}");
        (await dashboard.Visitor().SendAsync(HttpMethod.Get, "/api/access/me", null, scanner)).ShouldHave("id", "\"scanner-1\"").ShouldHave("doors", """["room:hall-a"]""");
        (await dashboard.Visitor().SendAsync(HttpMethod.Post, "/api/missions/m/scans", new Scan("CODE-ANA", Doors.HallA).Json(), scanner)).Status.ShouldBe(HttpStatusCode.OK);
        (await dashboard.Visitor().SendAsync(HttpMethod.Post, "/api/missions/m/scans", new Scan("CODE-ANA", Doors.HallB).Json(), scanner)).ShouldBeProblem(403, "not-allowed", "Not allowed");
        var lines = (await administrator.GetAsync("/api/audit")).Body["rows"]!.AsArray().Where(row => (string)row!["whoKind"]! == "command").Reverse().ToList();
        lines.Select(row => $"{row!["kind"]}: {row["what"]}").ShouldBe(["account: lost-admin made or reset", "device: scanner-1 enrolled"]);
    }

    [Fact]
    public async Task A_scanner_is_enrolled_in_a_mission_that_is_there_and_takes_no_other_missions_place()
    {
        await using var dashboard = await StartAsync();
        await dashboard.Services.GetRequiredService<IGrainFactory>().Mission(new MissionId("other")).Create("Other", MissionClock.Real);
        (await DashboardCommand.RunAsync(_folder, "device", "--mission", "m", "--name", "Door 1")).Code.ShouldBe(0);

        (await DashboardCommand.RunAsync(_folder, "device", "--mission", "other", "--name", "Door 1"))
            .ShouldBe((1, "", "--name: mission 'm' has a device 'door-1' already; another name is needed."));
        (await DashboardCommand.RunAsync(_folder, "device", "--mission", "unknown", "--name", "Door 2")).ShouldBe((1, "", "There is no mission 'unknown'."));
        (await DashboardCommand.RunAsync(_folder, "device", "--mission", "m", "--name", "Door 2", "--door", "hall-a")).ShouldBe((1, "", "--door hall-a: expected venue:id, room:id or session:id"));
        (await DashboardCommand.RunAsync(_folder, "device", "--mission", "m", "--name", "Door 2", "--role", "viewer")).ShouldBe((1, "", "--role: expected floor or supervisor"));
    }

    [Fact]
    public async Task A_person_is_exported_and_erased_and_a_mission_anonymised_when_it_is_meant()
    {
        await using (await StartAsync())
        {
            // It is there, and not running.
        }

        var export = await DashboardCommand.RunAsync(_folder, "privacy", "export", "--mission", "m", "--delegate", "elodie");
        export.Code.ShouldBe(0, export.Complained);
        ((string)JsonNode.Parse(export.Said)!["person"]!["name"]!).ShouldBe("Élodie Côté-Bélanger");
        (await DashboardCommand.RunAsync(_folder, "privacy", "erase", "--mission", "m", "--delegate", "elodie")).ShouldBe((1, "", "This takes away who elodie is, for good. Say --yes when it is meant."));
        (await DashboardCommand.RunAsync(_folder, "privacy", "erase", "--mission", "m", "--delegate", "elodie", "--yes")).ShouldBe((0, "elodie is nobody any more; what they did is still counted.", ""));
        (await DashboardCommand.RunAsync(_folder, "privacy", "export", "--mission", "m", "--delegate", "nobody")).ShouldBe((1, "", "There is no delegate 'nobody' in mission 'm'."));
        var people = await PeopleAsync();
        people.Single(person => person.Id.Value == "elodie").Name.ShouldBe("elodie");
        people.Single(person => person.Id.Value == "ana").Name.ShouldBe("Ana Díaz");

        (await DashboardCommand.RunAsync(_folder, "privacy", "anonymise", "--mission", "m", "--yes")).ShouldBe((0, "The people of 'm' are nobody any more; what they did is still counted.", ""));

        (await PeopleAsync()).ShouldAllBe(person => person.Name == person.Id.Value && person.Badge == "");
        await using var dashboard = await FreshDashboard.StartAsync(folder: _folder);
        var lines = (await (await dashboard.AdministratorAsync()).GetAsync("/api/missions/m/audit?kind=privacy")).Body["rows"]!.AsArray();
        lines.Select(row => $"{row!["whoKind"]}: {row["what"]}").ShouldBe(["command: anonymised", "command: elodie erased", "command: elodie exported"]);
    }

    [Fact]
    public async Task It_does_not_start_with_half_of_https_or_a_proxy_that_is_none()
    {
        (await DashboardCommand.RunAsync(_folder, "serve", "--url", "https://127.0.0.1:0")).ShouldBe((1, "", "--url: an https address needs --certificate, a PEM file."));
        (await DashboardCommand.RunAsync(_folder, "serve", "--url", "https://127.0.0.1:0", "--certificate", "/no/such.pem")).ShouldBe((1, "", "There is no file /no/such.pem."));
        (await DashboardCommand.RunAsync(_folder, "serve", "--proxies", "127.0.0.1, nginx")).ShouldBe((1, "", "--proxies: 'nginx' is no address and no network."));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told_in_a_sentence()
    {
        using var other = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        (await DashboardCommand.RunAsync(_folder, "serve", "--url", url)).ShouldBe((1, "", $"--url: something listens on {url} already. End it, or give another --url."));
    }

    /// <summary>A dashboard with the small mission, under the id "m".</summary>
    private async Task<FreshDashboard> StartAsync()
    {
        var dashboard = await FreshDashboard.StartAsync(folder: _folder);
        var id = new MissionId("m");
        await dashboard.Services.GetRequiredService<IGrainFactory>().Mission(id).Create("M", MissionClock.Real);
        var desk = dashboard.Services.GetRequiredService<ImportDesk>();
        var files = SmallMission.Files.Select(file => new ImportFile(file.Name, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file.Text)))).ToList();
        await desk.WriteAsync(id, await desk.ReadAsync(id, files, cancellation: TestContext.Current.CancellationToken));
        return dashboard;
    }

    private async Task<IReadOnlyList<Contracts.Delegates.DelegateRecord>> PeopleAsync()
    {
        await using var services = new ServiceCollection().AddEventOpsStorage(new StorageOptions { Folder = _folder }).BuildServiceProvider();
        return (await services.GetRequiredService<ICatalogue>().ReadAllAsync(new("m"), TestContext.Current.CancellationToken)).Delegates;
    }
}
