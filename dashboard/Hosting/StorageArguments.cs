using System.CommandLine;
using EventOps.Operations;
using EventOps.Storage;

namespace EventOps.Dashboard.Hosting;

/// <summary>Where things are stored, on the command line: the same for every command.</summary>
internal static class StorageArguments
{
    public static Func<ParseResult, StorageOptions> AddTo(Command command)
    {
        var data = new Option<string>("--data") { Description = "Folder of the SQLite file", DefaultValueFactory = _ => Settings.Get("Data", "data") };
        var database = new Option<string?>("--database")
        {
            Description = "PostgreSQL connection string, instead of --data; also from the environment's EVENTOPS_DATABASE",
            DefaultValueFactory = _ => Settings.Database,
        };
        command.Options.Add(data);
        command.Options.Add(database);
        return parsed => new StorageOptions { Folder = parsed.GetRequiredValue(data), PostgreSql = parsed.GetValue(database) is { Length: > 0 } given ? given : null };
    }
}
