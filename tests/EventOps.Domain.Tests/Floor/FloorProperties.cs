using System.Globalization;
using System.Text.Json;
using EventOps.Contracts;
using EventOps.Contracts.Board;
using EventOps.Contracts.Scans;
using EventOps.Domain.Delegates;
using EventOps.Domain.Sessions;
using EventOps.Domain.Venues;
using FsCheck;
using FsCheck.Fluent;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Floor;

/// <summary>What holds after every step of every history.</summary>
public sealed class FloorProperties
{
    // For a long night: EVENTOPS_HISTORIES=100000
    private static readonly Config Thousands = Config.QuickThrowOnFailure.WithMaxTest(
        int.TryParse(Environment.GetEnvironmentVariable("EVENTOPS_HISTORIES"), CultureInfo.InvariantCulture, out var histories) ? histories : 2000);

    [Fact]
    public void Nothing_is_ever_over_its_legal_capacity() => AfterEachStep((floor, _) =>
    {
        foreach (var (id, plan) in floor.Plans)
        {
            floor.Venues[id].Present.ShouldBeLessThanOrEqualTo(plan.Venue.Legal);
            foreach (var room in plan.Rooms)
                floor.Venues[id].PresentIn(room.Id).ShouldBeLessThanOrEqualTo(room.Legal);
        }
    });

    [Fact]
    public void The_same_scan_gets_the_same_answer()
    {
        Check(history =>
        {
            var first = new Dictionary<Guid, JournalEntry>();
            var floor = history.Play((_, answer) =>
            {
                if (answer is not null && !first.TryAdd(answer.ScanId, answer))
                    answer.ShouldBeSameAs(first[answer.ScanId]);
            });
            floor.Journal.Select(entry => entry.ScanId).ShouldBeUnique();
        });
    }

    [Fact]
    public void One_person_is_in_one_place_and_everyone_agrees_where() => AfterEachStep((floor, _) =>
    {
        var inside = floor.Venues.SelectMany(venue => venue.Value.Inside(), (venue, person) => (Venue: venue.Key, Person: person)).ToList();
        var places = inside.ToDictionary(place => place.Person.Delegate);
        places.Count.ShouldBe(inside.Count);
        foreach (var (id, person) in floor.Delegates)
        {
            var known = person.Whereabouts;
            if (places.TryGetValue(id, out var place))
                (known.Venue, known.Room, known.Session, known.Since).ShouldBe((place.Venue, place.Person.Room, place.Person.Session, place.Person.Since));
            else
                (known.Venue, known.Room, known.Session).ShouldBe((null, null, null));
        }
    });

    [Fact]
    public void Exits_always_succeed() => AfterEachStep((_, answer) =>
    {
        if (answer is { Delegate: not null, Direction: Direction.Exit, Kind: not EntryKind.Annulled })
            answer.Kind.ShouldBe(EntryKind.Exited);
    });

    [Fact]
    public void Totals_are_the_sums_of_their_parts() => AfterEachStep((floor, _) =>
    {
        foreach (var (id, venue) in floor.Venues)
        {
            var summary = venue.Summarise(floor.Plans[id], 1, Nine);
            summary.Occupancy.Present.ShouldBe(summary.Foyer + summary.Rooms.Sum(room => room.Occupancy.Present));
            summary.Occupancy.Present.ShouldBe(venue.Inside().Length);
        }

        var board = floor.Board.Whole();
        board.Present.ShouldBe(board.Cities.Sum(city => city.Present));
        board.Present.ShouldBe(board.Venues.Sum(venue => venue.Occupancy.Present));
        board.Present.ShouldBe(floor.Venues.Values.Sum(venue => venue.Present));
    });

    [Fact]
    public void A_page_that_takes_every_change_shows_the_board()
    {
        Check(history =>
        {
            var page = history.Begin().Board.Whole();
            var floor = history.Play((floor, _) =>
            {
                if (floor.Board.HasChanged)
                    page = Merge(page, floor.Board.TakeChanges());
            });
            Shown(page).ShouldBe(Shown(floor.Board.Whole()));
        });
    }

    [Fact]
    public void An_answer_tells_the_occupancy_once_it_had_happened() => AfterEachStep((floor, _) =>
    {
        if (floor.Journal.Count == 0 || floor.Journal[^1] is not { } last)
            return;
        var venue = floor.Venues[last.Venue];
        last.Occupancy.Present.ShouldBe(last.Door.Room is { } room ? venue.PresentIn(room) : venue.Present);
    });

    [Fact]
    public void The_journal_folds_to_the_live_state()
    {
        Check(history =>
        {
            var floor = history.Play();
            foreach (var (id, venue) in floor.Venues)
                Saved(Folded(new VenueState(), floor, id)).ShouldBe(Saved(venue));
            foreach (var (id, person) in floor.Delegates)
                Folded(floor, id).Whereabouts.ShouldBe(person.Whereabouts);
            foreach (var (id, session) in floor.Sessions)
            {
                var folded = Folded(floor, id);
                folded.Summarise(id, 1).ShouldBe(session.Summarise(id, 1));
                folded.Lines().ShouldBe(session.Lines(), ignoreOrder: true);
            }
        });
    }

    [Fact]
    public void A_snapshot_and_the_rest_of_the_journal_fold_to_the_live_state()
    {
        Check(history =>
        {
            var moment = history.Steps.Length * history.Capacities[0] / 7;
            var snapshots = new Dictionary<VenueId, string>();
            var step = 0;
            var floor = history.Play((floor, _) =>
            {
                if (step++ != moment)
                    return;
                foreach (var (id, venue) in floor.Venues)
                    snapshots[id] = JsonSerializer.Serialize(venue.Save());
            });
            foreach (var (id, snapshot) in snapshots)
                Saved(Folded(new VenueState(JsonSerializer.Deserialize<VenueSnapshot>(snapshot)!), floor, id)).ShouldBe(Saved(floor.Venues[id]));
        });
    }

    [Fact]
    public void A_scan_that_is_annulled_at_once_leaves_everyone_where_they_were()
    {
        Check(history =>
        {
            var last = history.Steps[^1];
            var floor = (history with { Steps = history.Steps[..^1] }).Play();
            var (places, sessions) = (floor.Places(), Attendance(floor));
            var at = Nine.AddHours(12);

            var answer = floor.Scan(history.Scan(last with { Door = last.Door % 9 }, 1000, at));
            if (answer.Kind == EntryKind.Refused)
                return;
            var annulment = floor.Annul(Annulment(answer, at) with { Device = answer.Device }).ShouldNotBeNull();

            floor.Places().ShouldBe(places);
            Attendance(floor).ShouldBe(sessions);
            annulment.Marks.ShouldBe(EntryMarks.None);
        });
    }

    [Fact]
    public void An_annulment_puts_the_person_back_or_says_that_the_place_has_filled() => AfterEachStep((floor, answer) =>
    {
        if (answer is not { Kind: EntryKind.Annulled, Delegate: { } person })
            return;
        var (command, now) = (floor.Restored[answer.ScanId], floor.Delegates[person].Whereabouts);
        var restore = command.Restore!;
        var asked = floor.Journal.Where(entry => entry.ScanId == answer.ScanId || entry.ScanId == RepeatRules.DepartureOf(answer.ScanId)).ToList();
        if (!asked.Exists(entry => entry.Marks.HasFlag(EntryMarks.NotRestored)))
        {
            (now.Venue, now.Room).ShouldBe((restore.Venue, restore.Room));
            return;
        }

        var (venue, plan) = (floor.Venues[restore.Venue!.Value], floor.Plans[restore.Venue.Value]);
        if (now.Venue is null)
        {
            // Only the scan's own venue, and the one that it had taken the person from, are asked to take them back.
            (command.OutOfReach || venue.Present == plan.Venue.Legal).ShouldBeTrue();
        }
        else
        {
            (now.Venue, now.Room).ShouldBe((restore.Venue, null));
            venue.PresentIn(restore.Room!.Value).ShouldBe(plan.Room(restore.Room.Value).Legal);
        }
    });

    [Fact]
    public void A_refused_scan_changes_no_presence_and_no_attendance()
    {
        Check(history =>
        {
            var floor = history.Begin();
            var (places, attendance) = (floor.Places(), Attendance(floor));
            var before = 0;
            history.Play((played, answer) =>
            {
                // A scan at another venue takes the person out of the first, whatever is decided then: that is an entry of its own.
                var departed = played.Journal.Skip(before).Where(entry => entry.Kind == EntryKind.Departed).Select(entry => entry.Delegate).SingleOrDefault();
                if (answer is { Kind: EntryKind.Refused })
                {
                    var expected = departed is { } person ? places.SetItem(person.Value, (null, null)) : places;
                    played.Places().ShouldBe(expected);
                    Attendance(played).ShouldBe(attendance);
                }

                (places, attendance, before) = (played.Places(), Attendance(played), played.Journal.Count);
            });
        });
    }

    [Fact]
    public void Attendance_is_the_people_who_were_admitted_and_not_annulled()
    {
        Check(history =>
        {
            var floor = history.Play();
            var annulled = floor.Journal.Where(entry => entry.Annuls is not null).Select(entry => entry.Annuls!.ScanId).ToHashSet();
            foreach (var (id, session) in floor.Sessions)
            {
                var visits = floor.Journal
                    .Where(entry => entry.Door.Session == id && entry.Kind == EntryKind.Admitted && !annulled.Contains(entry.ScanId))
                    .ToLookup(entry => entry.Delegate!.Value);
                session.Arrived.ShouldBe(visits.Count);
                foreach (var line in session.Lines())
                    (line.Visits, line.ArrivedAt).ShouldBe((visits[line.Delegate].Count(), visits[line.Delegate].FirstOrDefault()?.At));
                session.ArrivedExpected.ShouldBe(visits.Count(visit => session.Find(visit.Key) is not null));
                session.HeldSeats.ShouldBe(session.Lines().Count(line => line.SeatHeld && line.Visits == 0));
            }
        });
    }

    [Fact]
    public void Only_soft_limits_are_overridden_and_only_with_a_reason()
    {
        Check(history =>
        {
            foreach (var entry in history.Play().Journal.Where(entry => entry.Overrode is not null))
            {
                entry.Overrode.ShouldBeOneOf(RefusalReason.OverComfort, RefusalReason.HeldSeats);
                entry.Reason.ShouldNotBeNullOrEmpty();
                entry.Kind.ShouldBe(EntryKind.Admitted);
            }
        });
    }

    [Fact]
    public void Histories_meet_every_rule()
    {
        var kinds = new HashSet<object>();
        Check(history =>
        {
            foreach (var entry in history.Play().Journal)
            {
                kinds.Add(entry.Kind);
                kinds.Add((object?)entry.Refusal?.Reason ?? entry.Kind);
                kinds.Add((object?)entry.Overrode?.ToString() ?? entry.Kind);
                foreach (var mark in Enum.GetValues<EntryMarks>().Where(mark => entry.Marks.HasFlag(mark)))
                    kinds.Add(mark);
            }
        });

        RefusalReason[] atTheEdgeOrByProgramme = [RefusalReason.WrongMission, RefusalReason.SessionCancelled, RefusalReason.SessionMoved];
        kinds.OfType<EntryKind>().ShouldBe(Enum.GetValues<EntryKind>(), ignoreOrder: true);
        kinds.OfType<EntryMarks>().ShouldBe(Enum.GetValues<EntryMarks>(), ignoreOrder: true);
        kinds.OfType<RefusalReason>().ShouldBe(Enum.GetValues<RefusalReason>().Except(atTheEdgeOrByProgramme), ignoreOrder: true);
        kinds.OfType<string>().ShouldBe(["OverComfort", "HeldSeats"], ignoreOrder: true);
    }

    private static void Check(Action<History> property) => Prop.ForAll(History.Any, property).Check(Thousands);

    private static void AfterEachStep(Action<FloorModel, JournalEntry?> holds) => Check(history => history.Play(holds));

    private static VenueState Folded(VenueState from, FloorModel floor, VenueId venue)
    {
        foreach (var entry in floor.Journal.Where(entry => entry.Venue == venue && entry.Version > from.Version))
            from.Apply(entry);
        return from;
    }

    private static DelegateState Folded(FloorModel floor, DelegateId person)
    {
        var state = new DelegateState();
        foreach (var entry in floor.Journal.Where(entry => entry.Delegate == person))
            state.Apply(entry);
        return state;
    }

    private static SessionState Folded(FloorModel floor, SessionId session)
    {
        var state = new SessionState(History.Registrations().Where(registration => registration.Session == session));
        foreach (var entry in floor.Journal.Where(entry => entry.Door.Session == session))
            state.Apply(entry);
        return state;
    }

    /// <summary>Everything that a venue remembers; the order of people says nothing.</summary>
    private static string Saved(VenueState venue)
    {
        var saved = venue.Save();
        return JsonSerializer.Serialize(saved with
        {
            Inside = [.. saved.Inside.OrderBy(person => person.Delegate.Value, StringComparer.Ordinal)],
            Rooms = [.. saved.Rooms.OrderBy(room => room.Room.Value, StringComparer.Ordinal)],
        });
    }

    private static List<(SessionId, int, int, int)> Attendance(FloorModel floor) =>
        [.. floor.Sessions.Select(pair => (pair.Key, pair.Value.Arrived, pair.Value.ArrivedExpected, pair.Value.HeldSeats))];

    private static BoardState Merge(BoardState page, BoardState change)
    {
        change.Since.ShouldBe(page.Version);
        return change with
        {
            Venues = [.. page.Venues.Where(venue => change.Venues.All(changed => changed.Venue != venue.Venue)), .. change.Venues],
            Sessions = [.. page.Sessions.Where(session => change.Sessions.All(changed => changed.Session != session.Session)), .. change.Sessions],
        };
    }

    private static string Shown(BoardState board) => JsonSerializer.Serialize(board with
    {
        Since = 0,
        Venues = [.. board.Venues.OrderBy(venue => venue.Venue.Value, StringComparer.Ordinal)],
        Sessions = [.. board.Sessions.OrderBy(session => session.Session.Value, StringComparer.Ordinal)],
    });
}
