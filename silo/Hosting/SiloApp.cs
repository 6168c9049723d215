using EventOps.Grains.Hosting;
using EventOps.Operations;

namespace EventOps.Silo.Hosting;

/// <summary>A silo: grains, and over HTTP only what those who run it ask.</summary>
public static class SiloApp
{
    /// <summary>Puts it together; the caller migrates the database and starts it.</summary>
    public static WebApplication Build(SiloOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.Hosting", LogLevel.Warning);
        builder.AddEventOpsSilo(options.Storage, options.Place);
        builder.Services.AddEventOpsOperations(new OperationsOptions { Service = "eventops-silo", Drain = options.Drain });

        var app = builder.Build();
        app.UseEventOpsTraces();
        app.MapEventOpsOperations();
        return app;
    }
}
