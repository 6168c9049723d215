using EventOps.Domain.Access;
using static EventOps.Domain.Tests.Given;

namespace EventOps.Domain.Tests.Access;

public sealed class RetentionTests
{
    [Fact]
    public void People_are_kept_for_ninety_days_where_nothing_is_said() => new Retention().DueAfter(Nine).ShouldBe(Nine.AddDays(90));

    [Theory]
    [InlineData(1)]
    [InlineData(Retention.Longest)]
    public void People_are_kept_for_as_many_days_after_the_end_as_was_said(int days) => new Retention(days).DueAfter(Nine).ShouldBe(Nine.AddDays(days));

    [Fact]
    public void Where_there_is_no_session_there_is_no_end_to_count_from() => new Retention().DueAfter(null).ShouldBeNull();

    [Fact]
    public void What_was_anonymised_is_not_due_again() => new Retention(1, Nine).DueAfter(Nine.AddDays(-100)).ShouldBeNull();
}
