using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Operations;

/// <summary>Names the span of a request by its route. Its path and query stay out of it: they hold whom someone looked for.</summary>
internal static class RequestSpans
{
    public static async Task Name(HttpContext context, RequestDelegate next)
    {
        // The route is taken before, for an error page has another one.
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        await next(context);
        if (Activity.Current is not { } span)
            return;
        span.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
        span.SetTag("http.request.method", context.Request.Method);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            span.SetStatus(ActivityStatusCode.Error);
    }
}
