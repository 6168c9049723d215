using System.Globalization;

namespace Orleans
{
    /// <summary>Marks a type that crosses grain boundaries. Orleans generates a serializer from it; in one process it is documentation.</summary>
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
    public sealed class GenerateSerializerAttribute : Attribute;

    /// <summary>The stable number of a serialized member.</summary>
    /// <param name="id">Unique within the type.</param>
    [AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class
        | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Method)]
    public sealed class IdAttribute(uint id) : Attribute
    {
        /// <summary>The number.</summary>
        public uint Id => id;
    }

    /// <summary>The stable name of a type or method on the wire and in storage.</summary>
    /// <param name="alias">Unique in the application for a type, unique in its interface for a method.</param>
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Method, AllowMultiple = true)]
    public sealed class AliasAttribute(string alias) : Attribute
    {
        /// <summary>The name.</summary>
        public string Alias => alias;
    }

    /// <summary>Promises that a value never changes, so that it may be shared instead of copied. The stand-in verifies the promise on types.</summary>
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property
        | AttributeTargets.Parameter | AttributeTargets.ReturnValue, Inherited = false)]
    public sealed class ImmutableAttribute : Attribute;

    /// <summary>Activations of this class are never collected for being idle.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public class KeepAliveAttribute : Attribute;

    /// <summary>How long activations of this class are idle before they are collected. Options for the class go before it.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public class CollectionAgeLimitAttribute : Attribute
    {
        /// <summary>The shortest age that counts.</summary>
        public static readonly TimeSpan MinAgeLimit = TimeSpan.FromMinutes(1);

        private readonly TimeSpan? _period;

        /// <summary>The age is the sum of the properties.</summary>
        public CollectionAgeLimitAttribute()
        {
        }

        /// <summary>The age as a time span in text.</summary>
        public CollectionAgeLimitAttribute(string inactivityPeriod) => _period = TimeSpan.Parse(inactivityPeriod, CultureInfo.InvariantCulture);

        /// <summary>Days of the age.</summary>
        public double Days { get; set; }

        /// <summary>Hours of the age.</summary>
        public double Hours { get; set; }

        /// <summary>Minutes of the age.</summary>
        public double Minutes { get; set; }

        /// <summary>Whether they are never collected.</summary>
        public bool AlwaysActive { get; set; }

        /// <summary>The age.</summary>
        public TimeSpan AgeLimit
        {
            get
            {
                var age = _period ?? TimeSpan.FromDays(AlwaysActive ? short.MaxValue : Days) + TimeSpan.FromHours(Hours) + TimeSpan.FromMinutes(Minutes);
                return _period is null && age < MinAgeLimit ? MinAgeLimit : age;
            }
        }
    }

    /// <summary>How long a call of this interface method may take, instead of as long as all others.</summary>
    /// <param name="timeout">Such as 00:10:00.</param>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ResponseTimeoutAttribute(string timeout) : Attribute
    {
        /// <summary>How long.</summary>
        public TimeSpan? Timeout { get; } = TimeSpan.Parse(timeout, CultureInfo.InvariantCulture);
    }
}

namespace Orleans.Concurrency
{
    /// <summary>All calls to grains of this class may interleave at their awaits.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class ReentrantAttribute : Attribute;

    /// <summary>Calls of this interface method may interleave with any other call.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class AlwaysInterleaveAttribute : Attribute;

    /// <summary>Calls of this interface method change nothing, so they may interleave with each other.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ReadOnlyAttribute : Attribute;

    /// <summary>The caller of this interface method gets no answer: its task is complete at once, and errors are only logged.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class OneWayAttribute : Attribute;

    /// <summary>Carries a value that its sender promises not to change.</summary>
    /// <param name="value">The value.</param>
    public readonly struct Immutable<T>(T value)
    {
        /// <summary>The value.</summary>
        public readonly T Value = value;
    }
}
