using EventOps.Contracts.Delegates;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;

namespace EventOps.Domain.Sessions;

/// <summary>What a session asks of someone at its door. Exits always succeed (rule 5).</summary>
public static class SessionRules
{
    /// <summary>The first rule that says no to an entry, or null.</summary>
    /// <param name="session">The session as it is now.</param>
    /// <param name="place">Where and when it is now.</param>
    /// <param name="registration">How the person comes to be expected, or null.</param>
    /// <param name="command">The scan.</param>
    public static Refusal? Check(Session session, SessionPlace place, Registration? registration, ScanCommand command)
    {
        if (command.Direction == Direction.Exit)
            return null;
        if (session.Status == SessionStatus.Cancelled)
            return new Refusal(RefusalReason.SessionCancelled);
        if (command.Door.Room != place.Room || command.Door.Venue != place.Venue)
            return new Refusal(RefusalReason.SessionMoved, new RefusalFacts { MovedTo = place });
        return CheckAccess(session, registration) ?? CheckTimes(session, command.ReceivedAt);
    }

    /// <summary>How many seats must stay free for others when this person asks for one: held seats are kept until the session starts.</summary>
    public static int SeatsHeldFromThem(Session session, SessionState state, Registration? registration, DateTimeOffset at) =>
        at >= session.Start || registration is { SeatHeld: true } ? 0 : state.HeldSeats;

    private static Refusal? CheckAccess(Session session, Registration? registration) => session.Access switch
    {
        AccessRule.Invited when registration is not { Kind: RegistrationKind.Invited } =>
            new Refusal(RefusalReason.NotInvited, new RefusalFacts { Access = session.Access }),
        AccessRule.Registered when registration is null =>
            new Refusal(RefusalReason.NotRegistered, new RefusalFacts { Access = session.Access }),
        _ => null,
    };

    private static Refusal? CheckTimes(Session session, DateTimeOffset at)
    {
        if (at < session.DoorsOpen)
            return new Refusal(RefusalReason.TooEarly, new RefusalFacts { DoorsOpen = session.DoorsOpen });
        if (at > session.DoorsClose)
            return new Refusal(RefusalReason.TooLate, new RefusalFacts { DoorsClosed = session.DoorsClose });
        return null;
    }
}
