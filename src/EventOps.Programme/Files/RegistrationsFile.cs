using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Programme.Csv;

namespace EventOps.Programme.Files;

/// <summary><c>registrations.csv</c>: who is expected in which session, and for whom a seat is held.</summary>
internal sealed class RegistrationsFile(ImportRows rows)
{
    public static readonly string[] Required = ["session", "delegate"];
    public static readonly string[] Optional = ["kind", "seat"];

    private readonly Dictionary<(SessionId, DelegateId), int> _lines = [];

    public void Read(CsvTable row)
    {
        var hasSession = row.Id<SessionId>("session", out var session);
        if (hasSession && !rows.Has(session))
            row.Problem("session", "the id of a session, in sessions.csv or in the mission");
        var hasDelegate = row.Id<DelegateId>("delegate", out var person);
        if (hasDelegate && !rows.Has(person))
            row.Problem("delegate", "the id of a delegate, in delegates.csv or in the mission");
        if (!hasSession || !hasDelegate)
            return;
        row.IsFirst("delegate", (session, person), _lines);

        // one object for each id, not one for each row
        session = SessionId.From(rows.Shared(session.Value));
        person = DelegateId.From(rows.Shared(person.Value));
        var isKnown = rows.Known.Registrations.TryGetValue((session, person), out var before);
        var kind = row.Choice<RegistrationKind>("kind", row.Has("kind") || !isKnown ? RegistrationKind.Registered : before.Kind);
        rows.Registrations.Add(new(session, person, kind, ReadSeat(row, isKnown && before.SeatHeld)));
    }

    private static bool ReadSeat(CsvTable row, bool before)
    {
        if (!row.Has("seat"))
            return before;
        switch (row["seat"].ToLowerInvariant())
        {
            case "held": return true;
            case "": return false;
            default:
                row.Problem("seat", "held, or nothing");
                return false;
        }
    }
}
