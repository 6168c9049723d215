using Microsoft.AspNetCore.Http.Features;

namespace EventOps.Dashboard.Hosting;

/// <summary>
/// Turns a body away that is announced as too large, before any of it is read. What is on its way then is thrown away: were the connection cut instead, the
/// sender would see a broken pipe and never the answer.
/// </summary>
internal static class BodyLimit
{
    private const long ThrownAway = 64L * 1024 * 1024;

    public static IApplicationBuilder UseBodyLimit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit && context.Request.ContentLength > limit.MaxRequestBodySize)
        {
            limit.MaxRequestBodySize = ThrownAway;
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        return next(context);
    });
}
