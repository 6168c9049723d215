using System.Globalization;
using System.Threading.RateLimiting;
using EventOps.Dashboard.Access;
using Microsoft.AspNetCore.RateLimiting;

namespace EventOps.Dashboard.Hosting;

/// <summary>How much one caller may ask. A day in a stadium is 17 scans a second, at all doors together; a device that was offline sends what it kept in one go.</summary>
public sealed record Limits
{
    /// <summary>The policy of endpoints at which somebody proves who they are.</summary>
    internal const string Proofs = "proofs";

    /// <summary>Requests a second of one account, device or link, over time.</summary>
    public int CallerPerSecond { get; init; } = 50;

    /// <summary>Requests of one of them at once.</summary>
    public int CallerBurst { get; init; } = 500;

    /// <summary>Requests a second of an address whose sender is not known, over time.</summary>
    public int AddressPerSecond { get; init; } = 50;

    /// <summary>Requests of such an address at once: a venue's phones often share one.</summary>
    public int AddressBurst { get; init; } = 500;

    /// <summary>Passwords and codes that one address may try a minute, over time and at once.</summary>
    public int ProofsPerMinute { get; init; } = 60;

    /// <summary>Calls a second on one live connection, and at once ten times as many.</summary>
    public int LiveCallsPerSecond { get; init; } = 10;

    /// <summary>Adds the limits to an application.</summary>
    internal void AddTo(IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
        limiter.AddPolicy(Proofs, context => RateLimitPartition.GetTokenBucketLimiter(AddressOf(context), _ => Bucket(ProofsPerMinute, ProofsPerMinute, TimeSpan.FromMinutes(1))));
        limiter.OnRejected = (rejected, _) => Refuse(rejected);
    });

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static async ValueTask Refuse(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await Problems.TooMany($"Nothing was done. Send it again after {wait} s; a scan with the same id.").ExecuteAsync(rejected.HttpContext);
    }

    private static TokenBucketRateLimiterOptions Bucket(int tokens, int burst, TimeSpan period) => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = tokens,
        ReplenishmentPeriod = period,
        QueueLimit = 0,
        AutoReplenishment = true,
    };

    private RateLimitPartition<string> Partition(HttpContext context)
    {
        var caller = Caller.Of(context);
        return caller.Kind == CallerKind.Nobody
            ? RateLimitPartition.GetTokenBucketLimiter(AddressOf(context), _ => Bucket(AddressPerSecond, AddressBurst, TimeSpan.FromSeconds(1)))
            : RateLimitPartition.GetTokenBucketLimiter(caller.LimitKey, _ => Bucket(CallerPerSecond, CallerBurst, TimeSpan.FromSeconds(1)));
    }
}
