using EventOps.Contracts;
using EventOps.Contracts.Board;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;
using EventOps.Contracts.Sessions;
using EventOps.Contracts.Venues;
using EventOps.Domain.Board;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Board;

public sealed class BoardSumsTests
{
    private readonly BoardSums _board = new(Programme, 100);

    [Fact]
    public void A_new_board_shows_every_city_empty()
    {
        var whole = _board.Whole();

        (whole.Version, whole.Since, whole.ProgrammeVersion, whole.Present).ShouldBe((100, 0, 7, 0));
        whole.Cities.ShouldBe([new CityTotal(MexicoCity, 0), new CityTotal(Monterrey, 0)]);
        _board.HasChanged.ShouldBeFalse();
    }

    [Fact]
    public void A_city_is_the_sum_of_its_venues_and_the_mission_the_sum_of_its_cities()
    {
        _board.Put(Summary(Centre, 1, 3));
        _board.Put(Summary(Museum, 1, 4));
        _board.Put(Summary(Forum, 1, 5));

        var change = _board.TakeChanges();

        change.Cities.ShouldBe([new CityTotal(MexicoCity, 7), new CityTotal(Monterrey, 5)]);
        change.Present.ShouldBe(12);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void A_revision_that_is_not_higher_never_replaces_a_venue(long revision)
    {
        _board.Put(Summary(Centre, 5, 3));
        _board.TakeChanges();

        _board.Put(Summary(Centre, revision, 9));

        _board.HasChanged.ShouldBeFalse();
        _board.Whole().Present.ShouldBe(3);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void A_revision_that_is_not_higher_never_replaces_a_session(long revision)
    {
        _board.Put(new SessionSummary(Plenary, 5, 9, 3, 2, 0));
        _board.TakeChanges();

        _board.Put(new SessionSummary(Plenary, revision, 9, 1, 1, 0));

        _board.HasChanged.ShouldBeFalse();
        _board.Whole().Sessions.ShouldBe([new SessionSummary(Plenary, 5, 9, 3, 2, 0)]);
    }

    [Fact]
    public void A_higher_revision_replaces()
    {
        _board.Put(Summary(Centre, 5, 3));
        _board.Put(Summary(Centre, 6, 2));

        _board.Whole().Venues.ShouldHaveSingleItem().Occupancy.Present.ShouldBe(2);
    }

    [Fact]
    public void A_change_holds_what_has_changed_and_nothing_else()
    {
        _board.Put(Summary(Centre, 1, 3));
        _board.Put(Summary(Museum, 1, 4));
        _board.Put(new SessionSummary(Plenary, 1, 9, 3, 2, 0));
        _board.TakeChanges().Sessions.ShouldHaveSingleItem().Session.ShouldBe(Plenary);

        _board.Put(Summary(Museum, 2, 5));
        var change = _board.TakeChanges();

        (change.Since, change.Version, change.Present).ShouldBe((101, 102, 8));
        change.Venues.ShouldHaveSingleItem().Venue.ShouldBe(Museum);
        change.Sessions.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_taken_has_changed_no_more()
    {
        _board.Put(Summary(Centre, 1, 3));
        _board.Put(new SessionSummary(Plenary, 1, 9, 3, 2, 0));
        _board.Put(Programme with { Version = 8 });
        _board.HasChanged.ShouldBeTrue();

        _board.TakeChanges();

        _board.HasChanged.ShouldBeFalse();
        _board.Whole().Version.ShouldBe(101);
    }

    [Fact]
    public void A_newer_programme_is_a_change_and_an_older_one_is_not()
    {
        _board.Put(Programme with { Version = 6 });
        _board.HasChanged.ShouldBeFalse();

        var clock = MissionClock.Real.WithSpeed(30, Nine);
        _board.Put(Programme with { Version = 8, Clock = clock });

        _board.HasChanged.ShouldBeTrue();
        (_board.TakeChanges() is { ProgrammeVersion: 8 } change && change.Clock == clock).ShouldBeTrue();
    }

    [Fact]
    public void A_venue_is_shown_from_when_the_programme_has_it_so_that_the_total_is_the_sum_of_what_is_shown()
    {
        var annex = new VenueId("annex");
        _board.Put(Summary(annex, 1, 2));
        _board.TakeChanges();
        _board.Whole().Venues.Sum(venue => venue.Occupancy.Present).ShouldBe(_board.Whole().Present);

        _board.Put(Programme with { Version = 8, Venues = Programme.Venues.Add(new Venue(annex, Monterrey, "Annex", "", 9)) });
        var change = _board.TakeChanges();

        change.Present.ShouldBe(2);
        change.Venues.ShouldHaveSingleItem().Venue.ShouldBe(annex);
    }

    private static VenueSummary Summary(VenueId venue, long revision, int present) =>
        new(venue, revision, revision, new Occupancy(present, null, 5), present, [], [], [], []);
}
