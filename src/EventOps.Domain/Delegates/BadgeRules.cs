using EventOps.Contracts.Delegates;
using EventOps.Contracts.Scans;

namespace EventOps.Domain.Delegates;

/// <summary>Whether a badge is good.</summary>
public static class BadgeRules
{
    /// <summary>Refuses an entry with a badge that was replaced or withdrawn. Exits always succeed (rule 5), and a person picked by name shows no badge.</summary>
    public static Refusal? Check(IEnumerable<Badge> badges, ScanCommand command)
    {
        if (command.Code is null || command.Direction == Direction.Exit)
            return null;
        var badge = Find(badges, command.Code) ?? (BadgeCode.Read(command.Code) is { } code ? Find(badges, code) : null);
        return badge switch
        {
            null => new Refusal(RefusalReason.UnknownBadge),
            { RevokedAt: { } at } => new Refusal(RefusalReason.RevokedBadge, new RefusalFacts { RevokedAt = at, RevokedWhy = badge.RevokedWhy }),
            _ => null,
        };
    }

    private static Badge? Find(IEnumerable<Badge> badges, string code) =>
        badges.FirstOrDefault(candidate => string.Equals(candidate.Code, code, StringComparison.Ordinal));
}
