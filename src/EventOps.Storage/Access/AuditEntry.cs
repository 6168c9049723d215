namespace EventOps.Storage;

/// <summary>That somebody did something: one line of the audit trail.</summary>
/// <param name="At">When, in real time.</param>
/// <param name="Mission">The mission that it concerns, or empty.</param>
/// <param name="Kind">Of what kind it is: sign-in, import, device and so on.</param>
/// <param name="Who">The id of who did it, or empty for nobody known.</param>
/// <param name="WhoKind">account, device, host-link, command or nobody.</param>
/// <param name="Source">The address that it came from.</param>
/// <param name="What">What was done, in a few words.</param>
/// <param name="Before">How it was, as JSON, or empty.</param>
/// <param name="After">How it is, as JSON, or empty.</param>
/// <param name="Reference">What the line stands for; a second line of the same is not written. Null for none.</param>
/// <param name="Id">Its number; lines are numbered in the order in which they were written.</param>
public sealed record AuditEntry(
    DateTimeOffset At,
    string Mission,
    string Kind,
    string Who,
    string WhoKind,
    string Source,
    string What,
    string Before = "",
    string After = "",
    string? Reference = null,
    long Id = 0);

/// <summary>Which lines of the audit trail are wanted; empty texts are no filter.</summary>
/// <param name="Mission">The mission.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Who">Who did it.</param>
/// <param name="From">The earliest, or null.</param>
/// <param name="To">Before which, or null.</param>
/// <param name="Before">Only lines with a lower number, or null.</param>
public sealed record AuditFilter(string Mission = "", string Kind = "", string Who = "", DateTimeOffset? From = null, DateTimeOffset? To = null, long? Before = null);
