using System.CommandLine;
using EventOps.Silo.Hosting;

return await new RootCommand("EventOps: a silo of a cluster. It runs grains and nothing else; dashboards join it with --cluster.") { ServeCommand.Create() }
    .Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
