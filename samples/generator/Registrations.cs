namespace EventOps.Samples;

internal sealed record Registration(string Session, string Delegate, string Kind, string Seat);

/// <summary>
/// Who is expected where: an agenda for each delegate without two things at once, in one city after the 17th. What nobody can refuse comes first
/// (high-level meetings), then what everyone goes to, then workshops and matchmaking as long as there is time.
/// </summary>
internal static class Registrations
{
    public static List<Registration> Draw(ulong seed, IReadOnlyList<Delegate> delegates, IReadOnlyList<Session> sessions)
    {
        var chance = new Chance(seed).Fork(3);
        var cities = Places.Venues.ToDictionary(v => v.Id, v => v.CityId);
        var cityOf = Places.Rooms.ToDictionary(r => r.Id, r => cities[r.Venue]);
        var comfortOf = Places.Rooms.ToDictionary(r => r.Id, r => r.Comfort);
        var registrations = new List<Registration>();

        foreach (var person in delegates)
        {
            var home = Sector.All.Single(s => s.Name == person.Sector).City;
            var mine = new List<Session>();
            foreach (var session in chance.Shuffled(sessions.Where(s => s.Access != "open")).OrderBy(Rank))
            {
                var inReach = cityOf[session.Room] is var city && (city == "mexico-city" || city == home);
                // drawn even where it is not used, so that one agenda does not shift the next one's chances
                var wants = chance.Below(100) < Draw(session, person, comfortOf[session.Room], delegates.Count);
                if (inReach && wants && mine.TrueForAll(other => Apart(other, session)))
                    mine.Add(session);
            }

            foreach (var session in mine.OrderBy(s => s.Start))
            {
                registrations.Add(new(session.Id, person.Id, session.Access == "invited" ? "invited" : "registered",
                    session.HeldFor.Length > 0 && person.Organisation == Crowd.MinistersOffice ? "held" : ""));
            }
        }

        var order = sessions.Select((s, i) => (s.Id, i)).ToDictionary(x => x.Id, x => x.i);
        return [.. registrations.OrderBy(r => order[r.Session]).ThenBy(r => r.Delegate, StringComparer.Ordinal)];
    }

    private static int Rank(Session session) => session.Kind switch
    {
        "high-level-meeting" => 0,
        "plenary" => 1,
        "reception" => 2,
        "matchmaking" => 3,
        _ => session.Sector.Length > 0 ? 3 : 4,
    };

    private static int Draw(Session session, Delegate person, int comfort, int delegates)
    {
        if (person.Organisation == Crowd.MinistersOffice)
            return session.Kind is "high-level-meeting" or "plenary" or "reception" ? 100 : 0;
        return session.Kind switch
        {
            // about as many invitations as there are good seats left beside the party; half of the delegates are in each city after the 17th
            "high-level-meeting" => person.Vip ? 60 : 100 * (comfort - 10) / Math.Max(1, session.Start.Day <= 17 ? delegates : delegates / 2),
            "workshop" when session.Sector.Length > 0 && session.Sector != person.Sector => 9,
            _ => session.Draw,
        };
    }

    private static bool Apart(Session a, Session b) => a.End <= b.Start || b.End <= a.Start;
}
