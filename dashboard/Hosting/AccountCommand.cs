using System.CommandLine;
using EventOps.Dashboard.Access;
using EventOps.Domain.Access;

namespace EventOps.Dashboard.Hosting;

/// <summary>Makes an account, or lets its person in again, from the machine itself: for the day on which no administrator can.</summary>
internal static class AccountCommand
{
    public static Command Create()
    {
        var name = new Option<string>("--name") { Description = "The name that its person types", Required = true };
        var role = new Option<Role>("--role") { Description = "administrator, supervisor, floor, host or viewer", DefaultValueFactory = _ => Role.Administrator };
        var mission = new Option<string>("--mission") { Description = "The mission in which it has the role, or * for every one", DefaultValueFactory = _ => Grant.Every };
        var command = new Command("account", "Makes an account, or resets its password, and prints a link that sets it") { name, role, mission };
        var tools = CommandServices.AddTo(command);
        command.SetAction((parsed, cancellation) => tools(parsed).RunAsync(
            async services =>
            {
                var desk = services.GetRequiredService<SignInDesk>();
                var book = services.GetRequiredService<AccessBook>();
                var (who, id) = (parsed.GetRequiredValue(name), SignInDesk.IdOf(parsed.GetRequiredValue(name)));
                var grant = new Grant(parsed.GetRequiredValue(mission), parsed.GetValue(role));
                var code = await desk.ResetAsync(
                    id,
                    (before, after) => [CommandServices.Line(services, "account", "", $"{id} made or reset", before is null ? null : AccountView.Of(id, before), AccountView.Of(id, after))],
                    held => (held ?? new Account(who, [])) with { Disabled = false, Grants = held is { Grants.IsEmpty: false } ? held.Grants : [grant] });
                Console.WriteLine($"Open this at the dashboard's address within a day: /signin/#reset={code}");
                return book.Accounts.Find(id) is null ? 1 : 0;
            },
            cancellation));
        return command;
    }
}
