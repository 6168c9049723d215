using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace EventOps.Architecture.Tests;

/// <summary>What goes through Orleans's serializer comes out as it was.</summary>
public sealed class SerializerTests : IDisposable
{
    private readonly ServiceProvider _services =
        new ServiceCollection().AddSerializer(serializer => serializer.AddAssembly(House.Load("EventOps.Contracts"))).BuildServiceProvider();

    public static TheoryData<Type> Crossing => [.. Contracts.Crossing];

    [Theory]
    [MemberData(nameof(Crossing), DisableDiscoveryEnumeration = true)]
    public void What_is_sent_arrives_as_it_was(Type type)
    {
        foreach (var sent in new[] { Sample.Full(type), Sample.Sparse(type) })
            Sample.Describe(Send(sent)).ShouldBe(Sample.Describe(sent));
    }

    [Fact]
    public void A_sample_fills_every_member_or_leaves_out_what_may_be_missing()
    {
        Sample.Describe(Sample.Full(typeof(JournalEntry))).ShouldNotContain(": null", Case.Sensitive);
        Sample.Describe(Sample.Sparse(typeof(JournalEntry))).ShouldContain("Refusal: null", Case.Sensitive);
        Sample.Describe(Sample.Full(typeof(City))).ShouldBe("EventOps.Contracts.Missions.City(Id: EventOps.Contracts.CityId(Value: text-2), Name: text-3, TimeZone: text-4)");
    }

    public void Dispose() => _services.Dispose();

    private object? Send(object value)
    {
        var serializer = _services.GetRequiredService<Serializer>();
        return serializer.Deserialize<object>(serializer.SerializeToArray(value));
    }
}
