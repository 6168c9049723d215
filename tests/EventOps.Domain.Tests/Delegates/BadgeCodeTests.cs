using EventOps.Domain.Delegates;

namespace EventOps.Domain.Tests.Delegates;

public sealed class BadgeCodeTests
{
    private static readonly IReadOnlyList<string> Codes = [.. Enumerable.Range(0, 200).Select(_ => BadgeCode.From(AnyBits()))];

    [Fact]
    public void The_same_bits_make_the_same_code_and_it_reads_as_itself()
    {
        BadgeCode.From(0).ShouldBe("22222222222222222222");
        BadgeCode.From(UInt128.MaxValue).ShouldBe(BadgeCode.From(UInt128.MaxValue));
        Codes.Distinct(StringComparer.Ordinal).Count().ShouldBe(Codes.Count);
        Codes.ShouldAllBe(code => BadgeCode.Read(code) == code && code.Length == BadgeCode.Length);
    }

    [Fact]
    public void It_has_more_than_80_bits() => ((BadgeCode.Length - 1) * Math.Log2(BadgeCode.Alphabet.Length)).ShouldBeGreaterThan(80);

    [Fact]
    public void Its_alphabet_has_no_look_alikes_and_a_prime_number_of_characters_more_than_there_are_places()
    {
        BadgeCode.Alphabet.Distinct().Count().ShouldBe(23);
        BadgeCode.Alphabet.Length.ShouldBeGreaterThan(BadgeCode.Length);
        foreach (var alike in new[] { "0OQD", "1IL", "2Z", "5S", "6G", "8B", "UVY" })
            alike.Count(BadgeCode.Alphabet.Contains).ShouldBeLessThanOrEqualTo(1, alike);
    }

    [Fact]
    public void Every_place_takes_every_character()
    {
        var codes = Enumerable.Range(0, 2_000).Select(_ => BadgeCode.From(AnyBits())).ToList();

        for (var place = 0; place < BadgeCode.Length; place++)
            codes.Select(code => code[place]).Distinct().Order().ShouldBe(BadgeCode.Alphabet);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("  {0} ")]
    [InlineData("{1}")]
    [InlineData("{2}")]
    [InlineData("{3}")]
    public void Case_spaces_and_hyphens_do_not_matter(string typed)
    {
        foreach (var code in Codes)
        {
            var groups = code.Chunk(4).Select(group => new string(group)).ToArray();
            BadgeCode.Read(string.Format(null, typed, code, string.Join('-', groups), string.Join(' ', groups), code.ToLowerInvariant())).ShouldBe(code);
        }
    }

    [Fact]
    public void One_wrong_character_is_always_found()
    {
        foreach (var code in Codes)
        {
            for (var place = 0; place < code.Length; place++)
            {
                foreach (var other in BadgeCode.Alphabet.Where(character => character != code[place]))
                    ShouldBeMistyped($"{code[..place]}{other}{code[(place + 1)..]}");
            }
        }
    }

    [Fact]
    public void Two_characters_that_changed_places_are_always_found()
    {
        foreach (var code in Codes)
        {
            for (var one = 0; one < code.Length; one++)
            {
                for (var other = one + 1; other < code.Length; other++)
                {
                    var swapped = code.ToCharArray();
                    (swapped[one], swapped[other]) = (swapped[other], swapped[one]);
                    if (code[one] != code[other])
                        ShouldBeMistyped(new string(swapped));
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("2222222222222222222")]
    [InlineData("222222222222222222222")]
    [InlineData("DVB7245NVQFW2FDNX")]
    [InlineData("CODE-ÉLODIE-00000000")]
    [InlineData("https://example.org/")]
    public void What_is_of_another_form_is_no_code_of_ours_and_not_mistyped(string text)
    {
        BadgeCode.Read(text).ShouldBeNull();
        BadgeCode.IsMistyped(text).ShouldBeFalse();
    }

    [Fact]
    public void A_character_that_is_not_of_the_alphabet_is_a_mistake_too()
    {
        BadgeCode.IsMistyped("2222-2222-2222-2222-222O").ShouldBeTrue();
        BadgeCode.IsMistyped(new string('2', 10_000)).ShouldBeFalse();
    }

    private static void ShouldBeMistyped(string code)
    {
        BadgeCode.Read(code).ShouldBeNull(code);
        BadgeCode.IsMistyped(code).ShouldBeTrue(code);
    }

    private static UInt128 AnyBits()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        return BitConverter.ToUInt128(bytes);
    }
}
