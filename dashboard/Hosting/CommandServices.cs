using System.CommandLine;
using EventOps.Dashboard.Access;
using EventOps.Storage;

namespace EventOps.Dashboard.Hosting;

/// <summary>
/// What commands work with: the database, who may do what, and the audit trail, beside a running dashboard or without one. No grain runs for them: what they write a
/// dashboard that runs finds within seconds.
/// </summary>
internal sealed class CommandServices(StorageOptions storage)
{
    /// <summary>Adds the arguments that say where things are stored.</summary>
    public static Func<ParseResult, CommandServices> AddTo(Command command)
    {
        var options = StorageArguments.AddTo(command);
        return parsed => new CommandServices(options(parsed));
    }

    /// <summary>A line of the audit trail: who runs a command on the machine has no other name.</summary>
    public static AuditEntry Line(IServiceProvider services, string kind, string mission, string what, object? before = null, object? after = null) => new(
        services.GetRequiredService<TimeProvider>().GetUtcNow(),
        mission,
        kind,
        Environment.UserName,
        "command",
        Environment.MachineName,
        what,
        before is null ? "" : AccessJson.Write(before),
        after is null ? "" : AccessJson.Write(after));

    /// <summary>Does something with what is stored, and returns the process's exit code.</summary>
    public async Task<int> RunAsync(Func<IServiceProvider, Task<int>> act, CancellationToken cancellation)
    {
        // The application is put together as it is served, and not started: neither does it listen, nor do grains run.
        await using var app = DashboardApp.Build(new DashboardOptions { Storage = storage }, services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning)));
        await app.Services.GetRequiredService<EventOpsDatabase>().MigrateAsync(cancellation);
        await app.Services.GetRequiredService<AccessBook>().RefreshAsync(cancellation);
        return await act(app.Services);
    }
}
