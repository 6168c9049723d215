using Microsoft.Extensions.Configuration;

namespace EventOps.Operations;

/// <summary>What the command line leaves open: section EventOps of appsettings.json beside the program, and above it the environment (EventOps__Database, ...).</summary>
public static class Settings
{
    private static readonly IConfigurationSection Section =
        new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build().GetSection("EventOps");

    /// <summary>The PostgreSQL connection string; also by the environment's EVENTOPS_DATABASE.</summary>
    public static string? Database => Get<string?>("Database", null) ?? Environment.GetEnvironmentVariable("EVENTOPS_DATABASE");

    /// <summary>A setting, or what it is when nothing is said.</summary>
    /// <exception cref="InvalidOperationException">It is not a <typeparamref name="T"/>.</exception>
    public static T Get<T>(string name, T otherwise) => Section[name] is { Length: > 0 } ? Section.GetValue<T>(name)! : otherwise;
}
