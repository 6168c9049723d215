using System.CommandLine;
using EventOps.Storage;

namespace EventOps.Dashboard.Hosting;

/// <summary>Brings the schema up to date and ends: for the role that owns the tables, when the one that serves may not make any.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Brings the database's schema up to date, and ends");
        var storage = StorageArguments.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = EventOpsDatabase.Create(storage(parsed));
            await database.MigrateAsync(cancellation);
            Console.WriteLine($"The schema of the {database.Name} database is up to date.");
            return 0;
        });
        return command;
    }
}
