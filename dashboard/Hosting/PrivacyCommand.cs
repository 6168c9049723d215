using System.CommandLine;
using EventOps.Contracts;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Delegates;
using EventOps.Dashboard.Privacy;
using EventOps.Storage;

namespace EventOps.Dashboard.Hosting;

/// <summary>
/// Exports or erases one person, or anonymises a mission, beside a running dashboard or without one. It writes to the catalogue, and a dashboard that runs reads within
/// seconds that it was changed.
/// </summary>
internal static class PrivacyCommand
{
    public static Command Create()
    {
        var mission = new Option<string>("--mission") { Description = "The mission", Required = true };
        var person = new Option<string>("--delegate") { Description = "The person's id", Required = true };
        var confirm = new Option<bool>("--yes") { Description = "It cannot be undone, and is meant" };
        var export = new Command("export", "Prints all that is stored of a person, as JSON") { mission, person };
        var erase = new Command("erase", "Takes away who a person is; what they did is still counted") { mission, person, confirm };
        var anonymise = new Command("anonymise", "Takes away who a mission's people are; what they did is still counted") { mission, confirm };
        Act(export, mission, async (desk, services, programme, parsed) =>
        {
            if (!DelegateId.TryParse(parsed.GetValue(person), null, out var id) || await desk.ExportAsync(programme, id, default) is not { } file)
                return Fail($"There is no delegate '{parsed.GetValue(person)}' in mission '{programme.Mission}'.");
            await services.GetRequiredService<AuditLog>().AddAsync(CommandServices.Line(services, "privacy", programme.Mission.Value, $"{id} exported"));
            Console.WriteLine(AccessJson.Write(file));
            return 0;
        });
        Act(erase, mission, async (desk, services, programme, parsed) =>
        {
            if (!DelegateId.TryParse(parsed.GetValue(person), null, out var id) || (await services.GetRequiredService<DelegateDirectories>().GetAsync(programme)).Find(id) is null)
                return Fail($"There is no delegate '{parsed.GetValue(person)}' in mission '{programme.Mission}'.");
            if (!parsed.GetValue(confirm))
                return Fail($"This takes away who {id} is, for good. Say --yes when it is meant.");
            await services.GetRequiredService<AuditLog>().AddAsync(CommandServices.Line(services, "privacy", programme.Mission.Value, $"{id} erased"));
            await services.GetRequiredService<ICatalogue>().EraseDelegateAsync(programme.Mission, id);
            Console.WriteLine($"{id} is nobody any more; what they did is still counted.");
            return 0;
        });
        Act(anonymise, mission, async (desk, services, programme, parsed) =>
        {
            if (!parsed.GetValue(confirm))
                return Fail($"This takes away who the people of '{programme.Mission}' are, for good. Say --yes when it is meant.");
            await services.GetRequiredService<ICatalogue>().AnonymiseAsync(programme.Mission);
            await desk.AnonymisedAsync(programme.Mission, (_, _) => [CommandServices.Line(services, "privacy", programme.Mission.Value, "anonymised")]);
            Console.WriteLine($"The people of '{programme.Mission}' are nobody any more; what they did is still counted.");
            return 0;
        });
        return new Command("privacy", "One person's data, and a mission's") { export, erase, anonymise };
    }

    private static void Act(Command command, Option<string> mission, Func<PrivacyDesk, IServiceProvider, Contracts.Missions.MissionProgramme, ParseResult, Task<int>> act)
    {
        var tools = CommandServices.AddTo(command);
        command.SetAction((parsed, cancellation) => tools(parsed).RunAsync(
            async services => MissionId.TryParse(parsed.GetValue(mission), null, out var id) && await services.GetRequiredService<Programmes>().GetAsync(id) is { } programme
                ? await act(services.GetRequiredService<PrivacyDesk>(), services, programme, parsed)
                : Fail($"There is no mission '{parsed.GetValue(mission)}'."),
            cancellation));
    }

    private static int Fail(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }
}
