using EventOps.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventOps.Operations;

/// <summary>Starts a program whose database may still be on its way: machines that start together are not ready together.</summary>
public static partial class DatabaseAtStart
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// Builds, migrates and starts; begins anew while PostgreSQL does not answer. Returns what runs, or, in one English sentence or two, why it does not and what to do.
    /// </summary>
    /// <param name="storage">The database.</param>
    /// <param name="patience">How long it is tried; a file is not waited for.</param>
    /// <param name="build">Puts the program together; it is asked again for each try.</param>
    /// <param name="cancellation">Ends the trying.</param>
    public static async Task<(WebApplication? App, string WhyNot)> StartAsync(
        StorageOptions storage, TimeSpan patience, Func<WebApplication> build, CancellationToken cancellation = default)
    {
        if (!TryName(storage, out var name))
            return (null, "--database: expected a connection string of PostgreSQL, such as \"Host=...;Database=...;Username=...;Password=...\".");
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        var told = false;
        while (true)
        {
            var app = build();
            try
            {
                await app.Services.GetRequiredService<EventOpsDatabase>().MigrateAsync(cancellation);
            }
            catch (InvalidOperationException schema)
            {
                await app.DisposeAsync();
                return (null, schema.Message);
            }
            catch (StorageUnavailableException away)
            {
                if (await MayTryAgainAsync(app, away))
                    continue;
                return (null, GivenUp(away));
            }

            try
            {
                await app.StartAsync(cancellation);
                return (app, "");
            }
            catch (Exception failure) when (IsAway(failure))
            {
                if (!await MayTryAgainAsync(app, failure))
                    return (null, GivenUp(failure));
            }
        }

        async Task<bool> MayTryAgainAsync(WebApplication app, Exception away)
        {
            var again = storage.PostgreSql is not null && time.GetElapsedTime(began) < patience;
            if (again && !told)
                LogWaiting(app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DatabaseAtStart)), name, away.GetBaseException().Message, patience.TotalSeconds);
            told = true;
            await app.DisposeAsync();
            if (again)
                await Task.Delay(Pause, time, cancellation);
            return again;
        }

        string GivenUp(Exception away) => storage.PostgreSql is null
            ? $"{name} can't be used: {away.GetBaseException().Message}."
            : $"{name} did not answer for {patience.TotalSeconds:0.#} s ({away.GetBaseException().Message}). Bring it up, or correct --database (EVENTOPS_DATABASE), and start this again.";
    }

    /// <summary>Where the database is, for people: without who one is there, and without the password.</summary>
    private static bool TryName(StorageOptions storage, out string name)
    {
        name = $"The SQLite file in {storage.Folder}";
        if (storage.PostgreSql is not { } given)
            return true;
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(given);
            name = $"PostgreSQL at {connection.Host}:{connection.Port}, database {connection.Database}";
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsAway(Exception failure) => failure switch
    {
        StorageUnavailableException => true,
        PostgresException refused => refused.IsTransient,
        NpgsqlException => true,
        AggregateException several => several.InnerExceptions.Any(IsAway),
        _ => failure.InnerException is { } cause && IsAway(cause),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Database} does not answer ({Why}); it is waited for, {Seconds} s at most")]
    private static partial void LogWaiting(ILogger log, string database, string why, double seconds);
}
