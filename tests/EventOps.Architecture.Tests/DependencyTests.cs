namespace EventOps.Architecture.Tests;

public sealed class DependencyTests
{
    public static TheoryData<string> Assemblies => [.. House.MayKnow.Keys];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Dependencies_point_one_way(string assembly) => House.Knows(assembly).Except(House.MayKnow[assembly]).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Of_the_grains_others_know_the_hosting_extension_alone(string assembly)
    {
        if (assembly == "EventOps.Grains")
            return;

        House.TypesNamedBy(assembly)
            .Where(type => type.StartsWith("EventOps.Grains.", StringComparison.Ordinal))
            .Where(type => !type.StartsWith("EventOps.Grains.Hosting.", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_rules_know_no_Orleans_but_what_the_contracts_are_marked_with()
    {
        string[] marks =
        [
            "Orleans.GenerateSerializerAttribute", "Orleans.ImmutableAttribute", "Orleans.AliasAttribute", "Orleans.IdAttribute",

            // What Orleans's generator writes into every assembly.
            "Orleans.ApplicationPartAttribute", "Orleans.Serialization.Configuration.TypeManifestOptions",
            "Orleans.Serialization.Configuration.TypeManifestProviderAttribute", "Orleans.Serialization.Configuration.TypeManifestProviderBase",
        ];

        House.TypesNamedBy("EventOps.Domain").Where(type => type.StartsWith("Orleans.", StringComparison.Ordinal)).Except(marks).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("System.TimeProvider")]
    [InlineData("System.Environment")]
    [InlineData("System.Random")]
    [InlineData("System.Console")]
    [InlineData("System.IO.")]
    [InlineData("System.Net.")]
    [InlineData("System.Data.")]
    [InlineData("System.Diagnostics.Stopwatch")]
    [InlineData("System.Diagnostics.Process")]
    [InlineData("System.Threading.")]
    [InlineData("Microsoft.")]
    public void The_rules_have_no_clock_and_no_way_out(string type) =>
        House.TypesNamedBy("EventOps.Domain")
            .Where(named => named.StartsWith(type, StringComparison.Ordinal) && named != "Microsoft.CodeAnalysis.EmbeddedAttribute")
            .ShouldBeEmpty();

    [Theory]
    [InlineData("System.DateTime.get_Now")]
    [InlineData("System.DateTime.get_UtcNow")]
    [InlineData("System.DateTime.get_Today")]
    [InlineData("System.DateTimeOffset.get_Now")]
    [InlineData("System.DateTimeOffset.get_UtcNow")]
    [InlineData("System.Guid.NewGuid")]
    [InlineData("System.Guid.CreateVersion7")]
    public void The_rules_ask_nobody_what_time_it_is_and_draw_no_lots(string member) =>
        House.MembersUsedBy("EventOps.Domain").ShouldNotContain(member);

    [Fact]
    public void The_scan_of_an_assembly_sees_what_it_uses()
    {
        House.TypesNamedBy("EventOps.Domain").ShouldContain("EventOps.Contracts.Scans.JournalEntry");
        House.MembersUsedBy("EventOps.Domain").ShouldContain("System.DateTimeOffset.ToUnixTimeSeconds");
        House.Knows("EventOps.Domain").ShouldContain("EventOps.Contracts");
    }
}
