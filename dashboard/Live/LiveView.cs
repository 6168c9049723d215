using EventOps.Contracts;
using EventOps.Dashboard.Access;
using EventOps.Domain.Access;

namespace EventOps.Dashboard.Live;

/// <summary>A scope as a kind of caller sees it: all who see the same are told the same.</summary>
/// <param name="Scope">mission, city/id, venue/id or session/id.</param>
/// <param name="Sees">What of it.</param>
public readonly record struct LiveView(string Scope, LiveSight Sees)
{
    private const string SessionPrefix = "session/";

    /// <summary>A scope as a caller sees it, or null when they may not.</summary>
    public static LiveView? Of(Caller caller, MissionId mission, string scope)
    {
        if (caller.May(Permission.Board, mission))
            return new LiveView(scope, caller.May(Permission.People, mission) ? LiveSight.People : LiveSight.Counts);
        return scope.StartsWith(SessionPrefix, StringComparison.Ordinal) && SessionId.TryParse(scope[SessionPrefix.Length..], null, out var session) && caller.MaySee(mission, session)
            ? new LiveView(scope, LiveSight.Session)
            : null;
    }

    internal string Group(MissionId mission) => $"{mission.Value}:{Sees}:{Scope}";
}

/// <summary>What of a scope is seen.</summary>
public enum LiveSight
{
    /// <summary>Counts, and scans without whose they were.</summary>
    Counts,

    /// <summary>Also whose scans they were.</summary>
    People,

    /// <summary>One session with its people, its room, and nothing beside it.</summary>
    Session,
}
