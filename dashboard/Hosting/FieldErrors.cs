using System.Globalization;
using EventOps.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EventOps.Dashboard.Hosting;

/// <summary>What is wrong with a request, field by field: each says what was expected.</summary>
public sealed class FieldErrors
{
    // Almost every request is well formed.
    private Dictionary<string, string[]>? _errors;

    /// <summary>Whether nothing is wrong.</summary>
    public bool None => _errors is null;

    /// <summary>Notes what was expected in a field.</summary>
    public void Add(string field, string expected) => (_errors ??= new(StringComparer.Ordinal))[field] = [expected];

    /// <summary>A UUID that is not all zeros.</summary>
    public Guid Uuid(string field, string? text)
    {
        if (!Guid.TryParseExact(text, "D", out var id) || id == Guid.Empty)
            Add(field, "expected a UUID such as 0198c0de-7a10-7c3e-9d5f-3b8f0a1c2d4e, made by the device and used for this alone");
        return id;
    }

    /// <summary>A moment with an offset.</summary>
    public DateTimeOffset Moment(string field, string? text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) || !HasOffset(text!))
            Add(field, "expected a time such as 2026-02-16T08:41:07-06:00, with its offset");
        return moment;
    }

    /// <summary>A well-formed identifier.</summary>
    public TId Identifier<TId>(string field, string? text)
        where TId : struct, IIdentifier<TId>
    {
        if (!TId.TryParse(text, null, out var id))
            Add(field, $"expected {Contracts.Identifier.Expected}");
        return id;
    }

    /// <summary>A text of a length.</summary>
    public string Text(string field, string? text, int longest)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0 || trimmed.Length > longest || trimmed.AsSpan().ContainsAnyInRange('\0', '\x1f'))
            Add(field, $"expected a text of 1 to {longest} characters without line breaks");
        return trimmed;
    }

    /// <summary>The answer that lists them all.</summary>
    public ValidationProblem Problem() =>
        TypedResults.ValidationProblem(_errors ?? [], "Nothing was done. Mend the fields below and send it again.", title: "The request is not well formed", type: Problems.Type("malformed"));

    private static bool HasOffset(string text)
    {
        var time = text.AsSpan(Math.Max(text.IndexOf('T', StringComparison.Ordinal), 0));
        return time.Length > 1 && (time[^1] is 'Z' or 'z' || time.ContainsAny('+', '-'));
    }
}
