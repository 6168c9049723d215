using System.Text.Json;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Contracts;

public sealed class JournalEntryJsonTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    [Fact]
    public void An_admission_comes_back_as_it_was()
    {
        var entry = EmptyCentre().Scan(Entry(Ana, PlenaryDoor, Nine.AddTicks(1)).Override() with { ClonedBadge = true });

        RoundTrip(entry).ShouldBe(entry);
    }

    [Fact]
    public void A_refusal_comes_back_with_its_facts()
    {
        var centre = EmptyCentre();
        centre.Scan(Entry(Ana, PlenaryDoor, Nine));
        var entry = centre.Scan(Entry(Ana, HallDoor, Nine));

        RoundTrip(entry).ShouldBe(entry);
    }

    [Fact]
    public void A_refusal_comes_back_with_the_sessions_of_the_person()
    {
        var place = new SessionPlace(Plenary, Hall, Centre, Nine);
        var refusal = new Refusal(RefusalReason.NotInvited, new RefusalFacts { Access = AccessRule.Invited, SessionsNow = [place] });

        var facts = RoundTrip(EmptyCentre().Scan(Entry(Ana, PlenaryDoor, Nine) with { Refusal = refusal })).Refusal.ShouldNotBeNull().Facts;

        facts.Access.ShouldBe(AccessRule.Invited);
        facts.SessionsNow.ShouldNotBeNull().ShouldBe([place]);
    }

    [Fact]
    public void A_refusal_of_nobody_comes_back()
    {
        var entry = EmptyCentre().Scan(Entry(null, HallDoor, Nine));

        RoundTrip(entry).ShouldBe(entry);
    }

    [Fact]
    public void An_annulment_comes_back_with_what_it_annuls()
    {
        var centre = EmptyCentre();
        var entry = centre.Annul(centre.Scan(Entry(Ana, HallDoor, Nine)), In(Museum), Nine);

        RoundTrip(entry).ShouldBe(entry);
    }

    [Fact]
    public void Several_marks_come_back()
    {
        var entry = EmptyCentre().Scan(Exit(Ana, HallDoor, Nine) with { ClonedBadge = true });

        entry.Marks.ShouldBe(EntryMarks.NotInside | EntryMarks.ClonedBadge);
        RoundTrip(entry).Marks.ShouldBe(entry.Marks);
    }

    [Fact]
    public void Names_are_camel_case_and_words_are_kebab_case()
    {
        var json = JsonSerializer.SerializeToElement(EmptyCentre().Filled(HallDoor, 2, Nine).Scan(Entry(Ana, HallDoor, Nine)), Options);

        json.GetProperty("kind").GetString().ShouldBe("refused");
        json.GetProperty("direction").GetString().ShouldBe("entry");
        json.GetProperty("delegate").GetString().ShouldBe("ana");
        json.GetProperty("marks").GetString().ShouldBe("none");
        json.GetProperty("refusal").GetProperty("reason").GetString().ShouldBe("over-comfort");
        json.GetProperty("refusal").TryGetProperty("isOverridable", out _).ShouldBeFalse();
        json.GetProperty("scannedAt").GetDateTimeOffset().ShouldBe(Nine.AddSeconds(-2));
    }

    [Theory]
    [InlineData(RefusalReason.UnknownBadge, "unknown-badge")]
    [InlineData(RefusalReason.RevokedBadge, "revoked-badge")]
    [InlineData(RefusalReason.WrongMission, "wrong-mission")]
    [InlineData(RefusalReason.SessionCancelled, "session-cancelled")]
    [InlineData(RefusalReason.SessionMoved, "session-moved")]
    [InlineData(RefusalReason.NotInvited, "not-invited")]
    [InlineData(RefusalReason.NotRegistered, "not-registered")]
    [InlineData(RefusalReason.TooEarly, "too-early")]
    [InlineData(RefusalReason.TooLate, "too-late")]
    [InlineData(RefusalReason.AlreadyInside, "already-inside")]
    [InlineData(RefusalReason.RoomFull, "room-full")]
    [InlineData(RefusalReason.VenueFull, "venue-full")]
    [InlineData(RefusalReason.OverComfort, "over-comfort")]
    [InlineData(RefusalReason.HeldSeats, "held-seats")]
    public void The_reasons_are_the_words_of_the_contract(RefusalReason reason, string word)
    {
        JsonSerializer.Serialize(reason).ShouldBe($"\"{word}\"");
        JsonSerializer.Deserialize<RefusalReason>($"\"{word}\"").ShouldBe(reason);
    }

    [Fact]
    public void A_number_is_no_reason() => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<RefusalReason>("3"));

    private static JournalEntry RoundTrip(JournalEntry entry) =>
        JsonSerializer.Deserialize<JournalEntry>(JsonSerializer.Serialize(entry, Options), Options).ShouldNotBeNull();
}
