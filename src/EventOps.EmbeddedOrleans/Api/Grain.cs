using EventOps.EmbeddedOrleans;

namespace Orleans.Runtime
{
    /// <summary>Something that can be called through a reference: a grain or an observer.</summary>
    public interface IAddressable;

    /// <summary>What the runtime knows about one activation.</summary>
    public interface IGrainContext : IEquatable<IGrainContext>
    {
        /// <summary>A reference to the grain, without an interface of its own: see <see cref="GrainExtensions.AsReference{TGrainInterface}"/>.</summary>
        GrainReference GrainReference { get; }

        /// <summary>Who the grain is.</summary>
        GrainId GrainId { get; }

        /// <summary>The grain object; null until it has been constructed.</summary>
        object? GrainInstance { get; }

        /// <summary>The services of this activation; disposed with it.</summary>
        IServiceProvider ActivationServices { get; }

        /// <summary>Completes when the activation is gone.</summary>
        Task Deactivated { get; }

        /// <summary>Asks the activation to end once the calls that it runs are done. Returns at once.</summary>
        void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
    }
}

namespace Orleans
{
    /// <summary>Marks the interfaces of grains.</summary>
    public interface IGrain : IAddressable;

    /// <summary>Marks the interfaces of grains that are found by a string.</summary>
    public interface IGrainWithStringKey : IGrain;

    /// <summary>Marks the interfaces of objects that grains call back, one-way as a rule.</summary>
    public interface IGrainObserver : IAddressable;

    /// <summary>What a grain class may implement instead of deriving from <see cref="Grain"/>.</summary>
    public interface IGrainBase
    {
        /// <summary>The activation that this object is the grain of.</summary>
        IGrainContext GrainContext { get; }

        /// <summary>Runs before the first call. An exception fails the activation and every call that waits for it.</summary>
        Task OnActivateAsync(CancellationToken token) => Task.CompletedTask;

        /// <summary>Runs after the last call. Exceptions are logged and change nothing.</summary>
        Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;
    }

    /// <summary>Base class of grains.</summary>
    public abstract class Grain : IGrainBase, IAddressable
    {
        /// <summary>Binds the object to the activation that is constructing it.</summary>
        protected Grain() => GrainContext = Activation.InTurn!;

        /// <summary>The activation that this object is the grain of.</summary>
        public IGrainContext GrainContext { get; }

        /// <summary>A reference to this grain.</summary>
        public GrainReference GrainReference => GrainContext.GrainReference;

        /// <summary>The grain's identity as text.</summary>
        public string IdentityString => GrainContext.GrainId.ToString();

        /// <summary>Gives references to other grains.</summary>
        protected IGrainFactory GrainFactory => ((Activation)GrainContext).Runtime;

        /// <summary>The services of this activation.</summary>
        protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

        /// <inheritdoc/>
        public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        /// <inheritdoc/>
        public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

        /// <summary>Ends this activation after the calls that run now. Later calls get a new one.</summary>
        protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);

        /// <summary>Keeps the activation from being collected as idle.</summary>
        /// <param name="timeSpan">For at least this long; zero takes an earlier wish back; infinite is for ever.</param>
        protected void DelayDeactivation(TimeSpan timeSpan) => ((Activation)GrainContext).KeepFor(timeSpan);
    }

    /// <summary>What grains can do to themselves.</summary>
    public static class GrainBaseExtensions
    {
        /// <summary>Ends this activation after the calls that run now. Later calls get a new one.</summary>
        public static void DeactivateOnIdle(this IGrainBase grain) =>
            grain.GrainContext.Deactivate(new(DeactivationReasonCode.ApplicationRequested, "The grain asked for it."));

        /// <summary>Runs a callback as a turn of the grain, again and again. It ends with the activation.</summary>
        public static IGrainTimer RegisterGrainTimer<TState>(this IGrainBase grain, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
        {
            ArgumentNullException.ThrowIfNull(callback);
            return new GrainTimer((Activation)grain.GrainContext, token => callback(state, token), options);
        }

        /// <inheritdoc cref="RegisterGrainTimer{TState}(IGrainBase, Func{TState, CancellationToken, Task}, TState, GrainTimerCreationOptions)"/>
        public static IGrainTimer RegisterGrainTimer(this IGrainBase grain, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options) =>
            grain.RegisterGrainTimer(static (call, token) => call(token), callback, options);

        /// <inheritdoc cref="RegisterGrainTimer{TState}(IGrainBase, Func{TState, CancellationToken, Task}, TState, GrainTimerCreationOptions)"/>
        public static IGrainTimer RegisterGrainTimer(this IGrainBase grain, Func<Task> callback, GrainTimerCreationOptions options) =>
            grain.RegisterGrainTimer(static (call, _) => call(), callback, options);

        /// <inheritdoc cref="RegisterGrainTimer{TState}(IGrainBase, Func{TState, CancellationToken, Task}, TState, GrainTimerCreationOptions)"/>
        public static IGrainTimer RegisterGrainTimer<TState>(this IGrainBase grain, Func<TState, Task> callback, TState state, GrainTimerCreationOptions options) =>
            grain.RegisterGrainTimer(static (call, _) => call.callback(call.state), (callback, state), options);

        /// <inheritdoc cref="RegisterGrainTimer{TState}(IGrainBase, Func{TState, CancellationToken, Task}, TState, GrainTimerCreationOptions)"/>
        public static IGrainTimer RegisterGrainTimer(this IGrainBase grain, Func<Task> callback, TimeSpan dueTime, TimeSpan period) =>
            grain.RegisterGrainTimer(callback, new GrainTimerCreationOptions(dueTime, period));

        /// <inheritdoc cref="RegisterGrainTimer{TState}(IGrainBase, Func{TState, CancellationToken, Task}, TState, GrainTimerCreationOptions)"/>
        public static IGrainTimer RegisterGrainTimer(this IGrainBase grain, Func<CancellationToken, Task> callback, TimeSpan dueTime, TimeSpan period) =>
            grain.RegisterGrainTimer(callback, new GrainTimerCreationOptions(dueTime, period));

        /// <inheritdoc cref="RegisterGrainTimer{TState}(IGrainBase, Func{TState, CancellationToken, Task}, TState, GrainTimerCreationOptions)"/>
        public static IGrainTimer RegisterGrainTimer<TState>(this IGrainBase grain, Func<TState, Task> callback, TState state, TimeSpan dueTime, TimeSpan period) =>
            grain.RegisterGrainTimer(callback, state, new GrainTimerCreationOptions(dueTime, period));

        /// <inheritdoc cref="RegisterGrainTimer{TState}(IGrainBase, Func{TState, CancellationToken, Task}, TState, GrainTimerCreationOptions)"/>
        public static IGrainTimer RegisterGrainTimer<TState>(this IGrainBase grain, Func<TState, CancellationToken, Task> callback, TState state, TimeSpan dueTime, TimeSpan period) =>
            grain.RegisterGrainTimer(callback, state, new GrainTimerCreationOptions(dueTime, period));
    }

    /// <summary>What can be asked of any grain object or reference.</summary>
    public static class GrainExtensions
    {
        /// <summary>A reference of this interface to the same grain.</summary>
        public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain) =>
            (TGrainInterface)(object)GrainReference.Of(grain).WithInterface(typeof(TGrainInterface));

        /// <inheritdoc cref="AsReference{TGrainInterface}"/>
        public static TGrainInterface Cast<TGrainInterface>(this IAddressable grain) => grain.AsReference<TGrainInterface>();

        /// <summary>Who the grain is.</summary>
        public static GrainId GetGrainId(this IAddressable grain) => GrainReference.Of(grain).GrainId;

        /// <summary>The key that the grain is found by.</summary>
        public static string GetPrimaryKeyString(this IAddressable grain) => GrainReference.Of(grain).Key;
    }

    /// <summary>Gives references to grains, and references that grains can call observers through.</summary>
    public interface IGrainFactory
    {
        /// <summary>A reference to the grain with this key; activates nothing.</summary>
        /// <exception cref="ArgumentException">No class implements the interface, or several do and no prefix chooses.</exception>
        TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
            where TGrainInterface : IGrainWithStringKey;

        /// <inheritdoc cref="GetGrain{TGrainInterface}(string, string?)"/>
        IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey);

        /// <summary>A reference to the grain with this identity.</summary>
        TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
            where TGrainInterface : IAddressable;

        /// <summary>A reference through which grains call <paramref name="obj"/>, which is held weakly: its owner keeps it alive.</summary>
        TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
            where TGrainObserverInterface : IGrainObserver;

        /// <summary>Stops calls through the reference <paramref name="obj"/>.</summary>
        void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
            where TGrainObserverInterface : IGrainObserver;
    }

    /// <summary>The way to the grains from outside of them.</summary>
    public interface IClusterClient : IGrainFactory
    {
        /// <summary>The services of the host.</summary>
        IServiceProvider ServiceProvider { get; }
    }
}
