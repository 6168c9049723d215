namespace EventOps.Dashboard.Tests.Access;

/// <summary>Doors have the same names at every event, and ids of devices are the installation's.</summary>
public sealed class DeviceNameTests(SqliteInstallation installation) : IClassFixture<SqliteInstallation>
{
    private const string DoorOne = """{"name":"Door 1","role":"floor","findsPeople":false,"doors":null}""";

    [Fact]
    public async Task A_device_of_the_same_name_in_another_mission_takes_nobodys_place()
    {
        var (missions, devices) = (new List<MissionClient>(), new List<Visitor>());
        for (var number = 0; number < 4; number++)
        {
            missions.Add(await installation.SmallMissionAsync());
            var made = await missions[^1].PostAsync("/devices", DoorOne);
            devices.Add(new Visitor(installation.Strangers));
            (await devices[^1].PostAsync("/api/access/pairing", $$"""{"code":"{{made.Body["code"]}}"}""")).ShouldHave("kind", "\"device\"");
        }

        for (var number = 0; number < 4; number++)
        {
            (await devices[number].GetAsync("/api/access/me")).ShouldHave("mission", $"\"{missions[number].Id}\"").ShouldHave("name", "\"Door 1\"");
            (await missions[number].GetAsync("/devices")).Body.AsArray().Count.ShouldBe(1);
        }
    }

    [Fact]
    public async Task Devices_that_are_made_at_once_with_one_name_are_all_there()
    {
        var mission = await installation.SmallMissionAsync();

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => mission.PostAsync("/devices", DoorOne)));

        made.Select(device => (string)device.Body["device"]!["id"]!).Distinct().Count().ShouldBe(8);
        (await mission.GetAsync("/devices")).Body.AsArray().Count.ShouldBe(8);
    }
}
