#pragma warning disable CS1591, MA0048
namespace Orleans
{
    [AttributeUsage(AttributeTargets.All)] public sealed class GenerateSerializerAttribute : Attribute;
    [AttributeUsage(AttributeTargets.All)] public sealed class ImmutableAttribute : Attribute;
    [AttributeUsage(AttributeTargets.All)] public sealed class AliasAttribute(string alias) : Attribute { public string Alias => alias; }
    [AttributeUsage(AttributeTargets.All)] public sealed class IdAttribute(uint id) : Attribute { public uint Id => id; }
    public interface IGrain;
    public interface IGrainWithStringKey : IGrain;
    public interface IGrainObserver;
    public interface IGrainFactory { T GetGrain<T>(string key, string? prefix = null) where T : IGrainWithStringKey; }
}

namespace Orleans.Concurrency
{
    [AttributeUsage(AttributeTargets.All)] public sealed class ReadOnlyAttribute : Attribute;
    [AttributeUsage(AttributeTargets.All)] public sealed class OneWayAttribute : Attribute;
    [AttributeUsage(AttributeTargets.All)] public sealed class ReentrantAttribute : Attribute;
    [AttributeUsage(AttributeTargets.All)] public sealed class AlwaysInterleaveAttribute : Attribute;
}
