using System.Net.Http.Headers;

namespace EventOps.Dashboard.Tests.Running;

/// <summary>What came back over HTTP.</summary>
public sealed record Answer(HttpStatusCode Status, string? ContentType, HttpResponseHeaders Headers, string Text)
{
    private JsonNode? _body;

    /// <summary>The body as JSON.</summary>
    public JsonNode Body => _body ??= JsonNode.Parse(Text)!;

    /// <summary>The outcome of a scan; with it the reason, when there is one.</summary>
    public string Outcome => Body["reason"] is { } reason ? $"{Body["outcome"]} {reason}" : $"{Body["outcome"]}";

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return new Answer(
                response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers, await response.Content.ReadAsStringAsync());
        }
    }

    /// <summary>It is a decision, and these are its outcome and reason.</summary>
    public Answer ShouldSay(string outcome)
    {
        Status.ShouldBe(HttpStatusCode.OK, Text);
        Outcome.ShouldBe(outcome, Text);
        return this;
    }

    /// <summary>A part of the body is exactly this JSON.</summary>
    public Answer ShouldHave(string part, string json)
    {
        Status.ShouldBe(HttpStatusCode.OK, Text);
        Body[part].ShouldBeJson(json);
        return this;
    }

    /// <summary>It is problem details of this sort.</summary>
    public Answer ShouldBeProblem(int status, string type, string title)
    {
        ((int)Status).ShouldBe(status, Text);
        ContentType.ShouldBe("application/problem+json");
        ((string?)Body["type"]).ShouldBe(type.Contains(':', StringComparison.Ordinal) ? type : $"urn:eventops:problem:{type}");
        ((string?)Body["title"]).ShouldBe(title);
        ((int?)Body["status"]).ShouldBe(status);
        return this;
    }

    /// <summary>It is a 400 that lists exactly these fields, each with what was expected.</summary>
    public Answer ShouldBeMalformed(params (string Field, string Expected)[] errors)
    {
        ShouldBeProblem(400, "malformed", "The request is not well formed");
        Body["errors"]!.AsObject().Select(error => (error.Key, (string)error.Value![0]!)).ShouldBe(errors, ignoreOrder: true);
        return this;
    }
}

public static class JsonShould
{
    public static void ShouldBeJson(this JsonNode? actual, string expected) =>
        JsonNode.DeepEquals(actual, JsonNode.Parse(expected)).ShouldBeTrue($"{actual?.ToJsonString() ?? "null"}{Environment.NewLine}should be{Environment.NewLine}{expected}");
}
