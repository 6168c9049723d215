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

    public static ProblemHttpResult NoCredentials() => TypedResults.Problem(
        "Sign in, pair this device, or open your link again: there are no credentials, or they are no longer good.", statusCode: 401, title: "Who is this?", type: Type("no-credentials"));

    public static ProblemHttpResult NotAllowed(string detail) => TypedResults.Problem(
        $"{detail} Nothing was done. An administrator can give the right.", statusCode: 403, title: "Not allowed", type: Type("not-allowed"));

    public static ProblemHttpResult CrossSite() => TypedResults.Problem(
        "The request comes from a page of another site. Nothing was done. A program that is no browser sends its credential as a bearer's token.",
        statusCode: 403,
        title: "Not from here",
        type: Type("cross-site"));

    public static ProblemHttpResult WrongPassword() => TypedResults.Problem(
        "Name and password do not belong together. After some wrong ones the account is locked for a while.", statusCode: 401, title: "Wrong name or password", type: Type("wrong-password"));

    public static ProblemHttpResult CodeNotGood(string detail) => TypedResults.Problem(
        detail, statusCode: 403, title: "This code is not good any more", type: Type("code-not-good"));

    public static ProblemHttpResult TooMany(string detail) => TypedResults.Problem(detail, statusCode: 429, title: "Too many", type: Type("too-many"));

    public static ProblemHttpResult Conflict(string detail, string type) => TypedResults.Problem(
        detail, statusCode: 409, title: "This contradicts what is on record", type: Type(type));
}
