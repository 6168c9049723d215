using System.Text.Json;
using EventOps.Contracts;

namespace EventOps.Domain.Tests.Contracts;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("mex-wtc_Hall.A1")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public void A_well_formed_identifier_is_parsed_as_written(string text)
    {
        RoomId.TryParse(text, null, out var id).ShouldBeTrue();

        id.Value.ShouldBe(text);
        id.ToString().ShouldBe(text);
        RoomId.Parse(text, null).ShouldBe(id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("sala-ñ")]
    [InlineData("a\n")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234")]
    public void A_malformed_identifier_is_refused(string? text)
    {
        RoomId.TryParse(text, null, out var id).ShouldBeFalse();

        id.ShouldBe(default);
        Should.Throw<FormatException>(() => RoomId.Parse(text!, null));
    }

    [Fact]
    public void An_error_says_what_was_expected() =>
        Should.Throw<FormatException>(() => RoomId.Parse("a/b", null)).Message
            .ShouldBe("'a/b' is no identifier; expected 1 to 64 letters, digits, '.', '_' or '-'.");

    [Fact]
    public void Identifiers_tell_upper_from_lower_case() => new RoomId("A").ShouldNotBe(new RoomId("a"));

    [Fact]
    public void An_identifier_is_a_plain_string_in_json_and_a_property_name()
    {
        JsonSerializer.Serialize(new Dictionary<VenueId, RoomId> { [new("v")] = new("r") }).ShouldBe("""{"v":"r"}""");
        JsonSerializer.Deserialize<Dictionary<VenueId, RoomId>>("""{"v":"r"}""")!.ShouldHaveSingleItem().ShouldBe(new(new("v"), new("r")));
    }

    [Theory]
    [InlineData("\"a b\"")]
    [InlineData("null")]
    public void A_malformed_identifier_in_json_is_an_error_of_the_json(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<RoomId>(json));

    [Fact]
    public void A_grain_key_splits_into_what_it_was_made_of()
    {
        GrainKeys.Join(new MissionId("expo.1"), "hall_A-1").ShouldBe("expo.1/hall_A-1");
        GrainKeys.Split("expo.1/hall_A-1").ShouldBe((new MissionId("expo.1"), "hall_A-1"));
    }
}
