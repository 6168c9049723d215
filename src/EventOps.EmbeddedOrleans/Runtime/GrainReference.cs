using System.Diagnostics;
using EventOps.EmbeddedOrleans;

namespace EventOps.EmbeddedOrleans
{
    /// <summary>Where calls through a reference go: to the activations of a class, or to an observer.</summary>
    internal abstract class Destination(EmbeddedRuntime runtime)
    {
        public EmbeddedRuntime Runtime => runtime;

        public abstract GrainType Type { get; }

        public abstract void Deliver(string key, Request request);
    }
}

namespace Orleans.Runtime
{
    /// <summary>Names a grain or an observer. Two references to the same one are equal, whatever their interfaces.</summary>
    public class GrainReference : IAddressable, IEquatable<GrainReference>
    {
        private readonly Destination _destination;

        internal GrainReference(Destination destination, string key)
        {
            _destination = destination;
            Key = key;
        }

        /// <summary>Who it names.</summary>
        public GrainId GrainId => GrainId.Create(_destination.Type, IdSpan.Create(Key));

        internal string Key { get; }

        internal Destination Destination => _destination;

        internal static GrainReference Of(IAddressable grain) => grain switch
        {
            GrainReference reference => reference,
            IGrainBase { GrainContext: { } context } => context.GrainReference,
            null => throw new ArgumentNullException(nameof(grain)),
            IGrainObserver => throw new NotSupportedException(
                $"{grain.GetType()} is an observer object and not a reference to it. Make one with IGrainFactory.CreateObjectReference and pass that."),
            _ => throw new ArgumentException($"{grain.GetType()} is neither a reference nor a grain that the runtime has made.", nameof(grain)),
        };

        internal GrainReference WithInterface(Type type) => type.IsInstanceOfType(this) ? this : References.Of(type)(_destination, Key);

        /// <inheritdoc/>
        public bool Equals(GrainReference? other) => other is not null && ReferenceEquals(_destination, other._destination) && string.Equals(Key, other.Key, StringComparison.Ordinal);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => Equals(obj as GrainReference);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(_destination.Type, Key);

        /// <inheritdoc/>
        public sealed override string ToString() => $"GrainReference:{GrainId}";

        /// <summary>Whether both name the same grain.</summary>
        public static bool operator ==(GrainReference? reference1, GrainReference? reference2) => reference1 is null ? reference2 is null : reference1.Equals(reference2);

        /// <summary>Whether they name different grains.</summary>
        public static bool operator !=(GrainReference? reference1, GrainReference? reference2) => !(reference1 == reference2);

        // The emitted interface methods end in one of these.
        internal Task<T> Call<T>(Request<T> request)
        {
            Send(request);
            return request.Task;
        }

        internal Task Call(PlainRequest request)
        {
            Send(request);
            return request.Rules.OneWay ? Task.CompletedTask : request.Task;
        }

        // A grain that passes itself passes a reference, as it would in a cluster.
        internal static T Passable<T>(T argument) =>
            argument is null or GrainReference ? argument : (T)(object)Of((IAddressable)(object)argument).WithInterface(typeof(T));

        private void Send(Request request)
        {
            if (request.Cancellation.CanBeCanceled)
            {
                if (request.Cancellation.IsCancellationRequested)
                {
                    request.Fail(new OperationCanceledException(request.Cancellation));
                    return;
                }

                request.AnswerWhenCancelled();
            }

            request.Trace = Activity.Current;
            _destination.Deliver(Key, request);
            if (!request.IsAnswered && !request.Rules.OneWay)
                _destination.Runtime.Deadlines.Watch(request, GrainId);
        }
    }
}
