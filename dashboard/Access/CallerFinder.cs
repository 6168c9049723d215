using EventOps.Dashboard.Hosting;

namespace EventOps.Dashboard.Access;

/// <summary>
/// Finds out who asks, before anything else is decided. What a browser sends by itself is not taken from another site: neither a change nor a live connection.
/// </summary>
internal sealed class CallerFinder(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Credentials credentials, LastSeen lastSeen)
    {
        var credential = Credentials.In(context.Request, out var isCookie);
        if (credential is not null || !IsRead(context.Request))
        {
            if (isCookie && !IsRead(context.Request) && !IsOurs(context.Request, credential is not null))
            {
                await Problems.CrossSite().ExecuteAsync(context);
                return;
            }

            var caller = await credentials.IdentifyAsync(credential);
            if (caller.Kind != CallerKind.Nobody)
            {
                context.Features.Set(caller);
                context.Features.Set(new Credential(credential!));
                lastSeen.Saw(caller);
            }
        }

        await next(context);
    }

    /// <summary>A WebSocket begins with a GET, and a page of another site may open one.</summary>
    private static bool IsRead(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.HttpContext.WebSockets.IsWebSocketRequest;

    /// <summary>Browsers say where a request comes from, by one of two headers; what says nothing is no browser, and has no cookie of ours.</summary>
    private static bool IsOurs(HttpRequest request, bool hasCookie)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is "same-origin" or "none";
        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            ? Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            : !hasCookie;
    }
}

/// <summary>The credential that a request brought.</summary>
internal sealed record Credential(string Text);
