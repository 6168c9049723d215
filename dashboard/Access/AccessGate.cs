using EventOps.Contracts;
using EventOps.Dashboard.Audit;
using EventOps.Dashboard.Hosting;
using EventOps.Domain.Access;

namespace EventOps.Dashboard.Access;

/// <summary>Stands before every endpoint: lets in whom the endpoint's rule allows, and nobody where there is no rule.</summary>
internal sealed class AccessGate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, AuditTrail audit)
    {
        // What is no route of ours is the framework's own answer to a wrong method or content type.
        if (context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<OpenAttribute>() is not null)
        {
            await next(context);
            return;
        }

        var caller = Caller.Of(context);
        if (endpoint.Metadata.GetMetadata<NeedsAttribute>() is not { } rule)
            await Problems.NotAllowed("Nobody may call this.").ExecuteAsync(context);
        else if (caller.Kind == CallerKind.Nobody)
            await Problems.NoCredentials().ExecuteAsync(context);
        else if (IsAllowed(caller, rule, context))
            await next(context);
        else
        {
            var why = rule.AnyOf == Permission.None ? "You have no part in this mission." : $"This needs the right to: {Words(rule.AnyOf)}.";
            var mission = MissionId.TryParse(context.Request.RouteValues["mission"] as string, null, out var id) ? id : (MissionId?)null;
            await audit.RefusedAsync(context, mission, $"{context.Request.Method} {endpoint.RoutePattern.RawText}: {why}");
            await Problems.NotAllowed(why).ExecuteAsync(context);
        }
    }

    /// <summary>Permissions as the API names them.</summary>
    public static string Words(Permission permissions) => string.Join(" or ", MeView.NamesOf(permissions));

    private static bool IsAllowed(Caller caller, NeedsAttribute rule, HttpContext context)
    {
        if (context.Request.RouteValues["mission"] is not string mission)
            return rule.AnyOf == Permission.None || (caller.Everywhere & rule.AnyOf) != Permission.None;

        // What is no id is no mission of anybody's, but may be asked for by those who may ask for all.
        _ = MissionId.TryParse(mission, null, out var id);
        var held = caller.In(id) | caller.Everywhere;
        return rule.AnyOf == Permission.None ? held != Permission.None : (held & rule.AnyOf) != Permission.None;
    }
}
