using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EventOps.Benchmarks.Baselines;

/// <summary>
/// Two bare endpoints that take the requests of scans: one that reads the request and answers, and does nothing else; and one that does the textbook
/// transaction. Both answer the bytes that were put to <c>/answer</c>.
/// </summary>
internal static class BaselineServer
{
    private static byte[] Answer = [];

    public static async Task<int> RunAsync(string url, string database, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var table = await RowLockTable.CreateAsync(database, cancellation);
        await using var app = builder.Build();
        app.MapPut("/answer", async context => Answer = await BytesAsync(context.Request));
        app.MapPost("/no-op", NoOp);
        app.MapPost("/row-lock", context => RowLock(context, table));
        await app.StartAsync(cancellation);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static async Task NoOp(HttpContext context)
    {
        if (await ReadAsync(context.Request) is not { ScanId: not null, Code: not null })
            throw new BadHttpRequestException("This is no scan.");
        await AnswerAsync(context.Response);
    }

    private static async Task RowLock(HttpContext context, RowLockTable table)
    {
        if (await ReadAsync(context.Request) is not { ScanId: { } id, Code: { } code })
            throw new BadHttpRequestException("This is no scan.");
        await table.AdmitAsync(Guid.Parse(id), code);
        await AnswerAsync(context.Response);
    }

    private static ValueTask<BaselineRequest?> ReadAsync(HttpRequest request) =>
        request.ReadFromJsonAsync(BaselineJson.Default.BaselineRequest);

    private static ValueTask AnswerAsync(HttpResponse response)
    {
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = Answer.Length;
        return response.Body.WriteAsync(Answer);
    }

    private static async Task<byte[]> BytesAsync(HttpRequest request)
    {
        var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
