using System.CommandLine;
using EventOps.Dashboard.Hosting;

return await new RootCommand("EventOps: check-in and live occupancy for events that span venues and cities.")
{
    ServeCommand.Create(),
    ImportCommand.Create(),
    MigrateCommand.Create(),
    AccountCommand.Create(),
    DeviceCommand.Create(),
    PrivacyCommand.Create(),
}.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
