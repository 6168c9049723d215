using System.Collections.Concurrent;
using EventOps.Contracts;
using EventOps.Dashboard.Access;
using EventOps.Storage;

namespace EventOps.Dashboard.Audit;

/// <summary>What is done is remembered: who, when, from where, what, and how it was before and after.</summary>
public sealed partial class AuditTrail(AuditLog log, TimeProvider time, ILogger<AuditTrail> errors)
{
    private static readonly TimeSpan SameRefusal = TimeSpan.FromMinutes(1);
    private const int MostRefusals = 10_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _refusals = new(StringComparer.Ordinal);

    /// <summary>The line of what a request does.</summary>
    /// <param name="context">The request.</param>
    /// <param name="kind">Of what kind it is.</param>
    /// <param name="mission">The mission that it concerns, or null.</param>
    /// <param name="what">What is done, in a few words.</param>
    /// <param name="before">How it was; nothing secret.</param>
    /// <param name="after">How it is; nothing secret.</param>
    /// <param name="reference">What the line stands for, when it may be written twice.</param>
    public AuditEntry Line(HttpContext context, string kind, MissionId? mission, string what, object? before = null, object? after = null, string? reference = null) =>
        LineBy(Caller.Of(context), context, kind, mission, what, before, after, reference);

    /// <summary>The line of what somebody does who has only now proved who they are.</summary>
    public AuditEntry LineBy(
        Caller caller, HttpContext context, string kind, MissionId? mission, string what, object? before = null, object? after = null, string? reference = null) => new(
        time.GetUtcNow(),
        mission?.Value ?? "",
        kind,
        caller.Id,
        WordOf(caller.Kind),
        context.Connection.RemoteIpAddress?.ToString() ?? "",
        what,
        before is null ? "" : AccessJson.Write(before),
        after is null ? "" : AccessJson.Write(after),
        reference);

    /// <summary>Writes a line that belongs to no change of access.</summary>
    public Task AddAsync(AuditEntry entry) => log.AddAsync(entry);

    /// <summary>That somebody known asked for what they may not have; the same once a minute, so that nobody fills the trail. It never stands in the way of the answer.</summary>
    public async Task RefusedAsync(HttpContext context, MissionId? mission, string what)
    {
        var caller = Caller.Of(context);
        var now = time.GetUtcNow();
        var key = $"{caller.Kind} {caller.Id} {mission} {what}";
        if (_refusals.TryGetValue(key, out var last) && now - last < SameRefusal)
            return;
        if (_refusals.Count >= MostRefusals)
            _refusals.Clear();
        _refusals[key] = now;
        try
        {
            await AddAsync(Line(context, "access-refused", mission, what));
        }
        catch (StorageException failure)
        {
            LogNotWritten(errors, failure.Message);
        }
    }

    /// <summary>A kind of caller as the API names it.</summary>
    public static string WordOf(CallerKind kind) => kind switch
    {
        CallerKind.Account => "account",
        CallerKind.Device => "device",
        CallerKind.HostLink => "host-link",
        _ => "nobody",
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A refusal of access could not be written to the audit trail ({Why})")]
    private static partial void LogNotWritten(ILogger log, string why);
}
