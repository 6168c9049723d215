using Microsoft.AspNetCore.Http.HttpResults;

namespace EventOps.Dashboard.Hosting;

/// <summary>The answers to what cannot be decided (RFC 9457). Each says what happened and what to do.</summary>
internal static class Problems
{
    /// <summary>How long a device waits before it sends a scan again that could not be made durable, in seconds.</summary>
    public const int RetryAfterSeconds = 1;

    public static string Type(string name) => $"urn:eventops:problem:{name}";

    public static ProblemHttpResult UnknownDoor(string door) => TypedResults.Problem(
        $"This mission has no {door}. GET the programme for its sessions, rooms and venues.", statusCode: 404, title: "Unknown door", type: Type("unknown-door"));

    public static ProblemHttpResult Unknown(string what) => TypedResults.Problem(
        $"This mission has no {what}.", statusCode: 404, title: "Not found", type: Type("not-found"));

    public static ProblemHttpResult NoCredentials(string header) => TypedResults.Problem(
        $"Say who scans: the header {header} is missing or not {Contracts.Identifier.Expected}.", statusCode: 401, title: "Who is this?", type: Type("no-credentials"));

    public static ProblemHttpResult Conflict(string detail, string type) => TypedResults.Problem(
        detail, statusCode: 409, title: "This contradicts what is on record", type: Type(type));
}
