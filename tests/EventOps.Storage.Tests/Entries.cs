namespace EventOps.Storage.Tests;

/// <summary>Entries of the journal that a test does not care about in detail.</summary>
internal static class Entries
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 16, 12, 0, 0, TimeSpan.Zero);

    public static JournalEntry Admission(
        VenueId venue, long version, string? person = null, int sequence = 1, Guid? scanId = null, string? session = null, string mission = "mission") => new(
        new(mission),
        venue,
        version,
        scanId ?? Guid.CreateVersion7(),
        person is null ? EntryKind.Refused : EntryKind.Admitted,
        person is null ? null : new DelegateId(person),
        person is null ? 0 : sequence,
        $"CODE-{version}",
        new Door(venue, new RoomId("room"), session is null ? null : new SessionId(session)),
        Direction.Entry,
        Noon.AddSeconds(version),
        Noon.AddSeconds(version),
        null,
        new DeviceId("device"),
        new OperatorId("operator"),
        new Occupancy((int)version, 80, 100),
        person is null ? new Refusal(RefusalReason.UnknownBadge) : null,
        null,
        null,
        EntryMarks.None,
        null,
        true,
        new RoomId("room"),
        true);

    /// <summary>An entry that sets everything that an entry can.</summary>
    public static JournalEntry Full(VenueId venue, long version) => Admission(venue, version, "D-99", session: "plenary") with
    {
        Kind = EntryKind.Annulled,
        Code = "écran 😀 \" \\ \0 \u2028 <b>",
        Direction = Direction.Exit,
        At = Noon.AddTicks(1234567),
        SentAt = Noon.AddTicks(7654321),
        Refusal = new Refusal(RefusalReason.NotInvited, new RefusalFacts
        {
            RevokedAt = Noon,
            RevokedWhy = "lost",
            Access = AccessRule.Invited,
            SessionsNow = [new SessionPlace(new("s"), new("r"), new("v"), Noon)],
            DoorsOpen = Noon,
            DoorsClosed = Noon,
            InsideSince = Noon,
            ThroughDoor = new Door(new("v"), null, null),
            ByDevice = new DeviceId("other"),
            Occupancy = 0,
            Capacity = 10,
            ArrivalsPerMinute = 1.5,
            FreeSeats = 0,
            HeldSeats = 3,
            HeldFor = "speakers",
            MovedTo = new SessionPlace(new("s"), new("r"), new("v"), Noon),
        }),
        Overrode = RefusalReason.OverComfort,
        Reason = "a guest of honour",
        Marks = EntryMarks.ClonedBadge | EntryMarks.NotInside,
        Annuls = new AnnulledScan(Guid.CreateVersion7(), EntryKind.Exited, Noon, true),
    };
}
