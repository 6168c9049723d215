using System.Reflection;
using System.Threading.RateLimiting;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Hosting;
using EventOps.Domain.Access;
using Microsoft.AspNetCore.SignalR;

namespace EventOps.Dashboard.Live;

/// <summary>Stands before every hub method, as <see cref="AccessGate"/> before endpoints: one without a rule is closed, and nobody calls faster than a page has reason to.</summary>
internal sealed partial class LiveRules(Limits limits) : IHubFilter
{
    private const int Burst = 10;
    private const string Bucket = "bucket";

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (invocationContext.HubMethod.GetCustomAttribute<NeedsAttribute>() is not { } rule)
            throw new HubException("not-allowed: nobody may call this.");
        var caller = Caller.Of(invocationContext.Context.GetHttpContext()!);
        if (caller.Kind == CallerKind.Nobody || (rule.AnyOf != Permission.None && !MayAnywhere(caller, rule.AnyOf)))
            throw new HubException($"not-allowed: this needs the right to: {AccessGate.Words(rule.AnyOf)}.");
        using var lease = BucketOf(invocationContext.Context).AttemptAcquire();
        if (!lease.IsAcquired)
            throw new HubException("too-many: call again in a second.");
        try
        {
            return await next(invocationContext);
        }
        catch (Exception fault) when (fault is not HubException)
        {
            LogFault(invocationContext.ServiceProvider.GetRequiredService<ILogger<LiveRules>>(), invocationContext.HubMethodName, fault);
            throw;
        }
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        if (context.Context.Items.TryGetValue(Bucket, out var bucket))
            ((RateLimiter)bucket!).Dispose();
        return next(context, exception);
    }

    /// <summary>Whether any mission gives one of the permissions; which mission it is about, the method itself looks at.</summary>
    private static bool MayAnywhere(Caller caller, Permission anyOf) => caller.Grants.Any(grant => (RoleRules.Of(grant.Role) & anyOf) != Permission.None);

    private RateLimiter BucketOf(HubCallerContext context)
    {
        if (!context.Items.TryGetValue(Bucket, out var bucket))
        {
            context.Items[Bucket] = bucket = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
            {
                TokenLimit = limits.LiveCallsPerSecond * Burst,
                TokensPerPeriod = limits.LiveCallsPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
                AutoReplenishment = true,
            });
        }

        return (RateLimiter)bucket!;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} of the live connection failed")]
    private static partial void LogFault(ILogger log, string method, Exception fault);
}
