using System.CommandLine;
using EventOps.Benchmarks.Baselines;
using EventOps.Benchmarks.HotRoom;
using EventOps.Benchmarks.Start;

return await new RootCommand("Benchmarks of EventOps, by name. Build them in Release.")
{
    HotRoomCommand.Create(),
    StartCommand.Create(),
    BaselineCommand.Create(),
}.Parse(args).InvokeAsync();
