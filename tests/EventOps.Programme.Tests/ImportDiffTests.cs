using EventOps.Contracts.Missions;
using Shouldly;
using Xunit;

namespace EventOps.Programme.Tests;

public sealed class ImportDiffTests
{
    [Fact]
    public void New_changed_and_equal_rows_are_counted_apart()
    {
        var known = Given.Mission();
        var import = Given.Read(known,
            ("rooms.csv", "id,venue,name,legal,comfort\nr1,v1,Sala,100,70\nr2,v1,Patio,50,40\n"),
            ("delegates.csv", "id,name,badge\nd1,Zoë Díaz,AAAA1111\nd2,Ann Lee,CCCC3333\nd3,Bo,DDDD4444\nd4,Cy,EEEE5555\n"),
            ("registrations.csv", "session,delegate,kind,seat\ns1,d1,registered,\ns1,d3,registered,\n")).Imported();

        ImportDiff.Compare(known, import).ShouldBe(new ImportChanges(
            Cities: default, Venues: default, Rooms: new(1, 1, 0), Sessions: default, Delegates: new(2, 1, 1), Registrations: new(1, 1, 0)));
    }

    [Fact]
    public void The_same_moment_written_otherwise_is_no_change()
    {
        var known = Given.Mission();
        var import = Given.Read(known, ("sessions.csv", Given.Sessions.Replace("09:00,", "16:00+01:00,", StringComparison.Ordinal))).Imported();

        ImportDiff.Compare(known, import).Sessions.ShouldBe(new(0, 0, 1));
    }
}
