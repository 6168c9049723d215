namespace EventOps.Domain.Access;

/// <summary>That a browser is signed in.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="SecretHash">The hash of what its cookie holds.</param>
/// <param name="At">Since when.</param>
/// <param name="ExpiresAt">Until when.</param>
/// <param name="EndedAt">When it was ended before that, or null.</param>
public sealed record SignIn(string Account, string SecretHash, DateTimeOffset At, DateTimeOffset ExpiresAt, DateTimeOffset? EndedAt = null);
