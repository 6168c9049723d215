using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EventOps.Dashboard.Hosting;

/// <summary>
/// An answer that is made whole and sent with its length: one of a scan's size that is sent in chunks while it is made costs more than twice as much.
/// </summary>
internal sealed class WholeJson<T>(T value, JsonTypeInfo<T> form) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, form);
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = bytes.Length;
        await httpContext.Response.BodyWriter.WriteAsync(bytes);
    }
}
