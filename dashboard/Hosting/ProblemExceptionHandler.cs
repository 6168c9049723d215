using System.Text.Json;
using System.Text.RegularExpressions;
using EventOps.Contracts.Scans;
using EventOps.Dashboard.Missions;
using EventOps.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Orleans.Runtime;

namespace EventOps.Dashboard.Hosting;

/// <summary>Turns what endpoints throw into problem details; what nobody expected is a 500 that tells nothing of the inside.</summary>
internal sealed partial class ProblemExceptionHandler(IProblemDetailsService problems, ILogger<ProblemExceptionHandler> log) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = 499;
            return true;
        }

        var problem = Describe(exception);
        if (problem.Status == 503)
            httpContext.Response.Headers.RetryAfter = Problems.RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (problem.Status == 500)
            LogUnexpected(log, httpContext.Request.Method, httpContext.Request.Path, exception);
        SecurityHeaders.Set(httpContext);
        httpContext.Response.StatusCode = problem.Status!.Value;

        // Who accepts no JSON is told in JSON all the same: an answer that is not understood is better than a 500.
        if (!await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem }))
            await TypedResults.Problem(problem).ExecuteAsync(httpContext);
        return true;
    }

    private static ProblemDetails Describe(Exception exception) => exception switch
    {
        UnknownMissionException unknown => Problem(404, "unknown-mission", "Unknown mission", unknown.Message),
        BadHttpRequestException { InnerException: JsonException json } => Malformed(FieldOf(json), Expected(json) + PlaceOf(json)),
        BadHttpRequestException { StatusCode: 413 } => Problem(413, "too-large", "The body is too large", "Nothing was read. A scan is under 64 KiB; imports go to /imports."),
        BadHttpRequestException { StatusCode: 400 } bad => Unbound().Match(bad.Message) is { Success: true } unbound
            ? Malformed(unbound.Groups["name"].Value, Expected(unbound.Groups["type"].Value))
            : Malformed("body", Expected("")),

        // The framework reads the charset of a content type, and knows of no answer to one that it does not know.
        InvalidOperationException { InnerException: ArgumentException { ParamName: "name" } } => Problem(415, "malformed", "The request is not well formed", "Its charset is not known here. Send JSON in UTF-8."),
        BadHttpRequestException bad => Problem(bad.StatusCode, "malformed", "The request is not well formed", bad.Message),
        ScanIdReusedException reused => Problem(409, "scan-id-reused", "This scan id stands for another scan", $"{reused.Message} Make a new id for a new scan."),
        CannotAnnulException cannot => Problem(409, "cannot-annul", "This cannot be annulled", cannot.Message),
        NotDurableException or StorageException or TimeoutException or OrleansException => Problem(
            503, "not-durable", "The decision could not be written down", "So there is none yet, and nothing is lost. Send the same scan again with the same id."),
        _ => Problem(500, "unexpected", "Something unexpected happened", "It was written to the log. A scan may be sent again with the same id."),
    };

    private static HttpValidationProblemDetails Malformed(string field, string expected) =>
        new(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [expected] })
        {
            Status = 400,
            Type = Problems.Type("malformed"),
            Title = "The request is not well formed",
            Detail = "Nothing was done. Mend the fields below and send it again.",
        };

    private static string FieldOf(JsonException json) =>
        json.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : "body";

    private static string PlaceOf(JsonException json) => json.LineNumber is { } line ? $" (line {line + 1}, byte {json.BytePositionInLine + 1})" : "";

    /// <summary>What should be there instead. The reader says so in words of .NET, which are turned into words of JSON.</summary>
    private static string Expected(JsonException json) =>
        json.Message.StartsWith("expected", StringComparison.Ordinal) ? json.Message
        : json.Message.Contains("could not be mapped", StringComparison.Ordinal) ? "this field is not known here"
        : json.InnerException is JsonException ? "expected well-formed JSON"
        : Expected(Target().Match(json.InnerException?.Message ?? "").Groups["type"].Value);

    private static string Expected(string type) => type switch
    {
        "string" => "expected a text",
        "bool" or "boolean" => "expected true or false",
        "int" => "expected a whole number",
        "number" => "expected a number",
        _ => "expected a JSON object",
    };

    private static ProblemDetails Problem(int status, string type, string title, string detail) =>
        new() { Status = status, Type = Problems.Type(type), Title = title, Detail = detail };

    [GeneratedRegex(@"as a (?<type>\w+)\.$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Target();

    [GeneratedRegex("""^Failed to bind parameter "(?<type>\S+) (?<name>\S+)" from""", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Unbound();

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void LogUnexpected(ILogger log, string method, PathString path, Exception exception);
}
