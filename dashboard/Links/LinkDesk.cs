using System.Security.Cryptography;
using EventOps.Contracts;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Audit;
using EventOps.Domain.Access;

namespace EventOps.Dashboard.Links;

/// <summary>Makes links that show one session to its host, and withdraws them.</summary>
public sealed class LinkDesk(AccessBook book, Credentials credentials, AuditTrail audit, TimeProvider time)
{
    private const string Kind = "link";

    /// <summary>The links of a mission, the last to end first.</summary>
    public IEnumerable<(string Id, HostLink Link)> Of(MissionId mission) =>
        book.Links.All.Where(link => link.Value.Mission == mission).OrderByDescending(link => link.Value.ExpiresAt);

    /// <summary>A link of a mission, or null.</summary>
    public HostLink? Find(MissionId mission, string id) => book.Links.Find(id) is { } link && link.Mission == mission ? link : null;

    /// <summary>Makes a link, and returns the code that it holds, which is shown once.</summary>
    public async Task<(string Id, HostLink Link, string Code)> CreateAsync(HttpContext context, MissionId mission, SessionId session, string name, DateTimeOffset expiresAt)
    {
        var id = RandomNumberGenerator.GetHexString(12, lowercase: true);
        var secret = Secret.Create();
        var link = await book.ChangeAsync(
            book.Links,
            id,
            _ => new HostLink(mission, session, name, Secret.Hash(secret), Caller.Of(context).Id, expiresAt.ToUniversalTime()),
            (_, after) => [audit.Line(context, Kind, mission, $"{id} made for session {session}", null, LinkView.Of(id, after))]);
        return (id, link, $"{id}.{secret}");
    }

    /// <summary>Withdraws a link: with the next request, and within a second on open connections.</summary>
    public Task<HostLink> RevokeAsync(HttpContext context, MissionId mission, string id, string why) => book.ChangeAsync(
        book.Links,
        id,
        held => held!.RevokedAt is null ? held with { RevokedAt = time.GetUtcNow(), RevokedWhy = why } : held,
        (before, after) => [audit.Line(context, Kind, mission, $"{id} revoked: {why}", LinkView.Of(id, before!), LinkView.Of(id, after))]);

    /// <summary>The holder of a link's code, and their credential; null when it is not good any more.</summary>
    public async Task<(Caller Caller, string Credential)?> OpenAsync(string? code)
    {
        if (code is null || code.LastIndexOf('.') is not (> 0 and var dot))
            return null;
        var credential = Credentials.OfLink(code[..dot], code[(dot + 1)..]);
        return await credentials.IdentifyAsync(credential) is { Kind: CallerKind.HostLink } caller ? (caller, credential) : null;
    }
}
