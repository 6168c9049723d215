using System.CommandLine;
using EventOps.Contracts;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Devices;
using EventOps.Domain.Access;
using EventOps.Programme;
using EventOps.Storage;

namespace EventOps.Dashboard.Hosting;

/// <summary>Enrols a scanner that is no browser, and prints its token.</summary>
internal static class DeviceCommand
{
    public static Command Create()
    {
        var mission = new Option<string>("--mission") { Description = "The mission", Required = true };
        var name = new Option<string>("--name") { Description = "What people call it; its id is made of it, and one that is there gets a new token", Required = true };
        var role = new Option<Role>("--role") { Description = "floor or supervisor", DefaultValueFactory = _ => Role.Floor };
        var doors = new Option<string[]>("--door") { Description = $"Where it may scan: {DoorScope.Expected}; may be repeated, and is every door when left out" };
        var command = new Command("device", "Enrols a scanner, and prints the token that it sends with every request") { mission, name, role, doors };
        var tools = CommandServices.AddTo(command);
        command.SetAction((parsed, cancellation) => tools(parsed).RunAsync(
            async services =>
            {
                if (!MissionId.TryParse(parsed.GetValue(mission), null, out var id))
                    return Fail($"--mission: expected {Identifier.Expected}");
                if (parsed.GetValue(role) is not (Role.Floor or Role.Supervisor))
                    return Fail("--role: expected floor or supervisor");
                var given = parsed.GetValue(doors) ?? [];
                if (given.FirstOrDefault(door => !DoorScope.TryParse(door, out _)) is { } wrong)
                    return Fail($"--door {wrong}: expected {DoorScope.Expected}");
                if (await services.GetRequiredService<Programmes>().GetAsync(id) is null)
                    return Fail($"There is no mission '{id}'.");
                var slug = Slug.Of(parsed.GetRequiredValue(name));
                if (services.GetRequiredService<AccessBook>().Devices.Find(slug) is { } held && held.Mission != id)
                    return Fail($"--name: mission '{held.Mission}' has a device '{slug}' already; another name is needed.");
                var scope = new DeviceScope(parsed.GetRequiredValue(name), parsed.GetValue(role), Doors: given.Length == 0 ? null : [.. given]);
                Console.WriteLine(await services.GetRequiredService<DeviceDesk>().EnrolAsync(slug, id, scope, "command"));
                return 0;
            },
            cancellation));
        return command;
    }

    private static int Fail(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }
}
