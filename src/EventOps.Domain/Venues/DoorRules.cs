using EventOps.Contracts;
using EventOps.Contracts.Scans;

namespace EventOps.Domain.Venues;

/// <summary>What a venue decides at its doors: pure functions from the state to the next entry.</summary>
public static class DoorRules
{
    /// <summary>Decides a scan (rules 3, 4, 5, 7): the entry that follows the state.</summary>
    public static JournalEntry Decide(VenueState state, VenuePlan plan, ScanCommand command)
    {
        if (command.Refusal is { } refused)
            return Refuse(state, plan, command, refused);
        if (command.Delegate is not { } person)
            return Refuse(state, plan, command, new Refusal(RefusalReason.UnknownBadge));
        return command.Direction == Direction.Exit ? Exit(state, plan, command, person) : Enter(state, plan, command, person);
    }

    /// <summary>Takes a person out who presented at another venue (rule 4), or null when they are not inside.</summary>
    public static JournalEntry? Depart(VenueState state, VenuePlan plan, ScanCommand command)
    {
        if (command.Delegate is not { } person || state.Find(person) is not { } presence)
            return null;
        var door = new Door(plan.Venue.Id, presence.Room, null);
        return Entry(
            state, plan, command with { Door = door, Direction = Direction.Exit, OverrideReason = null }, EntryKind.Departed, OccupancyOf(state, plan, presence.Room, -1));
    }

    /// <summary>
    /// Makes a scan not have happened (rule 8): puts the person back where they were before it. Where that place has filled since, they are left in the foyer,
    /// or outside when the venue is full (rule 3), and the entry is marked.
    /// </summary>
    public static JournalEntry Annul(VenueState state, VenuePlan plan, AnnulCommand command)
    {
        var annulled = command.Annulled!;
        var person = annulled.Delegate!.Value;
        var wanted = command.Restore!.Venue == plan.Venue.Id;
        var here = state.Find(person);
        var inside = wanted && (here is not null || state.Present < plan.Venue.Legal);
        var room = inside ? command.Restore.Room : null;
        if (room is { } full && here?.Room != full && state.PresentIn(full) >= plan.Room(full).Legal)
            room = null;
        var restored = !command.OutOfReach && inside == wanted && (!wanted || room == command.Restore.Room);

        return new JournalEntry(
            command.Mission,
            plan.Venue.Id,
            state.Version + 1,
            command.AnnulmentId,
            EntryKind.Annulled,
            person,
            command.Sequence,
            annulled.Code,
            annulled.Door,
            annulled.Direction,
            command.ReceivedAt,
            command.ReceivedAt,
            null,
            command.Device,
            command.Operator,
            OccupancyOf(state, plan, annulled.Door.Room, Change(here, inside, room, annulled.Door.Room)),
            null,
            null,
            command.Reason,
            restored ? EntryMarks.None : EntryMarks.NotRestored,
            new AnnulledScan(annulled.ScanId, annulled.Kind, annulled.At, annulled.Arrival),
            false,
            room,
            inside);
    }

    private static JournalEntry Refuse(VenueState state, VenuePlan plan, ScanCommand command, Refusal refusal) =>
        Entry(state, plan, command, EntryKind.Refused, OccupancyOf(state, plan, command.Door.Room, 0), refusal);

    private static JournalEntry Enter(VenueState state, VenuePlan plan, ScanCommand command, DelegateId person)
    {
        var here = state.Find(person);
        var refusal = Hard(state, plan, command, here) ?? Soft(state, plan, command);
        if (refusal is not null && (!refusal.IsOverridable || command.OverrideReason is null))
            return Refuse(state, plan, command, refusal);

        return Entry(
            state,
            plan,
            command,
            EntryKind.Admitted,
            OccupancyOf(state, plan, command.Door.Room, Change(here, true, command.Door.Room, command.Door.Room)),
            overrode: refusal?.Reason,
            arrival: here is null,
            place: command.Door.Room,
            inside: true);
    }

    /// <summary>The limits that nobody overrides.</summary>
    private static Refusal? Hard(VenueState state, VenuePlan plan, ScanCommand command, Presence? here)
    {
        var room = command.Door.Room;
        if (here is { } presence && presence.Room == room)
        {
            return new Refusal(RefusalReason.AlreadyInside, new RefusalFacts
            {
                InsideSince = presence.Since,
                ThroughDoor = new Door(plan.Venue.Id, presence.Room, presence.Session),
                ByDevice = presence.Device,
            });
        }

        if (room is { } id && state.PresentIn(id) >= plan.Room(id).Legal)
        {
            return new Refusal(RefusalReason.RoomFull, new RefusalFacts
            {
                Occupancy = state.PresentIn(id),
                Capacity = plan.Room(id).Legal,
                ArrivalsPerMinute = state.ArrivalsPerMinute(id, command.ReceivedAt),
            });
        }

        if (here is null && state.Present >= plan.Venue.Legal)
        {
            return new Refusal(RefusalReason.VenueFull, new RefusalFacts
            {
                Occupancy = state.Present,
                Capacity = plan.Venue.Legal,
                ArrivalsPerMinute = state.ArrivalsPerMinute(command.ReceivedAt),
            });
        }

        return null;
    }

    /// <summary>The limits that an operator may override with a reason.</summary>
    private static Refusal? Soft(VenueState state, VenuePlan plan, ScanCommand command)
    {
        if (command.Door.Room is not { } id)
            return null;
        var free = plan.Room(id).Comfort - state.PresentIn(id);
        if (free <= 0)
        {
            return new Refusal(RefusalReason.OverComfort, new RefusalFacts
            {
                Occupancy = state.PresentIn(id),
                Capacity = plan.Room(id).Comfort,
                FreeSeats = plan.Room(id).Legal - state.PresentIn(id),
            });
        }

        if (free <= command.HeldSeats)
        {
            return new Refusal(RefusalReason.HeldSeats, new RefusalFacts
            {
                FreeSeats = free,
                HeldSeats = command.HeldSeats,
                HeldFor = command.HeldFor,
            });
        }

        return null;
    }

    /// <summary>Leaving a room leads into the foyer, leaving through the venue's own door leads outside. It always succeeds (rule 5).</summary>
    private static JournalEntry Exit(VenueState state, VenuePlan plan, ScanCommand command, DelegateId person)
    {
        var here = state.Find(person);
        var room = command.Door.Room;
        var inside = here is not null && room is not null;
        var mark = here is null ? EntryMarks.NotInside
            : room is not null && here.Value.Room != room ? EntryMarks.WasElsewhere
            : EntryMarks.None;
        return Entry(state, plan, command, EntryKind.Exited, OccupancyOf(state, plan, room, Change(here, inside, null, room)), mark: mark, inside: inside);
    }

    private static JournalEntry Entry(
        VenueState state,
        VenuePlan plan,
        ScanCommand command,
        EntryKind kind,
        Occupancy occupancy,
        Refusal? refusal = null,
        RefusalReason? overrode = null,
        EntryMarks mark = EntryMarks.None,
        bool arrival = false,
        RoomId? place = null,
        bool inside = false) => new(
        command.Mission,
        plan.Venue.Id,
        state.Version + 1,
        command.ScanId,
        kind,
        command.Delegate,
        command.Sequence,
        command.Code,
        command.Door,
        command.Direction,
        command.ReceivedAt,
        command.ScannedAt,
        command.SentAt,
        command.Device,
        command.Operator,
        occupancy,
        refusal,
        overrode,
        command.OverrideReason,
        command.ClonedBadge ? mark | EntryMarks.ClonedBadge : mark,
        null,
        arrival,
        place,
        inside);

    /// <summary>By how much moving a person from where they are changes the count of a place (a room, or with null the venue).</summary>
    private static int Change(Presence? here, bool inside, RoomId? to, RoomId? counted)
    {
        if (counted is null)
            return (inside ? 1 : 0) - (here is null ? 0 : 1);
        return (inside && to == counted ? 1 : 0) - (here?.Room == counted ? 1 : 0);
    }

    private static Occupancy OccupancyOf(VenueState state, VenuePlan plan, RoomId? room, int change) =>
        room is { } id
            ? new Occupancy(state.PresentIn(id) + change, plan.Room(id).Comfort, plan.Room(id).Legal)
            : new Occupancy(state.Present + change, null, plan.Venue.Legal);
}
