namespace EventOps.Domain.Access;

/// <summary>How long a mission's people are kept after its end.</summary>
/// <param name="Days">Days after the last session's end, 1 to 3650.</param>
/// <param name="AnonymisedAt">When their names were taken away, or null.</param>
public sealed record Retention(int Days = Retention.Usual, DateTimeOffset? AnonymisedAt = null)
{
    /// <summary>Days that hold where nothing is said.</summary>
    public const int Usual = 90;

    /// <summary>The longest that can be said, in days.</summary>
    public const int Longest = 3650;

    /// <summary>When the names are to be taken away, from the end of the last session; null when they were, or when there is no session.</summary>
    public DateTimeOffset? DueAfter(DateTimeOffset? end) => AnonymisedAt is null ? end?.AddDays(Days) : null;
}
