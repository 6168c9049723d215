using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace EventOps.EmbeddedOrleans;

/// <summary>All grains of one host. Begins and ends with it.</summary>
internal sealed class EmbeddedRuntime : IClusterClient, IHostedService, IDisposable
{
    private readonly GrainClasses _classes;
    private readonly RegisteredServices _registered;
    private readonly Lock _beating = new();
    private readonly long _began;
    private ITimer? _beat;
    private long _now;
    private long _nextCollection;

    public EmbeddedRuntime(
        IServiceProvider services, RegisteredServices registered, IOptions<GrainCollectionOptions> collection, IOptions<SiloMessagingOptions> messaging, ILoggerFactory logs)
    {
        ServiceProvider = services;
        _registered = registered;
        Collection = collection.Value;
        Patience = messaging.Value.ResponseTimeout;
        Time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        Log = logs.CreateLogger("EventOps.EmbeddedOrleans");
        Deadlines = new Deadlines(Time, Patience);
        _began = Time.GetTimestamp();
        _classes = new GrainClasses(this);
    }

    public IServiceProvider ServiceProvider { get; }

    public TimeProvider Time { get; }

    public GrainCollectionOptions Collection { get; }

    public Deadlines Deadlines { get; }

    public ILogger Log { get; }

    public bool IsStopping { get; private set; }

    /// <summary>Milliseconds since the beginning as of the last beat: cheap, and exact enough for ages.</summary>
    public long Now => Volatile.Read(ref _now);

    private TimeSpan Patience { get; }

    /// <summary>Milliseconds since the beginning.</summary>
    public long ReadClock() => (long)Time.GetElapsedTime(_began).TotalMilliseconds;

    public bool IsSingleton(Type service) => _registered.IsSingleton(service);

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        return (TGrainInterface)(object)References.Of(typeof(TGrainInterface))(_classes.Implementing(typeof(TGrainInterface), grainClassNamePrefix), primaryKey);
    }

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(grainPrimaryKey);
        return (IGrain)References.Of(grainInterfaceType)(_classes.Implementing(grainInterfaceType, classNamePrefix: null), grainPrimaryKey);
    }

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable =>
        (TGrainInterface)(object)References.Of(typeof(TGrainInterface))(_classes.Named(grainId.Type), grainId.Key.ToString());

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        if (obj is not TGrainObserverInterface)
            throw new ArgumentException($"{obj.GetType()} does not implement {typeof(TGrainObserverInterface)}.", nameof(obj));
        return (TGrainObserverInterface)(object)References.Of(typeof(TGrainObserverInterface))(new ObserverObject(this, obj), Guid.NewGuid().ToString("N"));
    }

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        if (obj is not GrainReference { Destination: ObserverObject observer })
            throw new ArgumentException($"{obj.GetType()} is not a reference that CreateObjectReference has made.", nameof(obj));
        observer.Delete();
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, age) in Collection.ClassSpecificCollectionAge.Append(new(nameof(Collection.CollectionAge), Collection.CollectionAge)))
        {
            if (Collection.CollectionQuantum <= TimeSpan.Zero || age <= Collection.CollectionQuantum)
                throw new OrleansConfigurationException($"{name} is {age}; it has to be longer than CollectionQuantum, {Collection.CollectionQuantum}, which has to be positive.");
        }

        var beat = new[] { TimeSpan.FromSeconds(1), Patience, Collection.CollectionQuantum }.Min();
        _beat = Time.CreateTimer(static self => ((EmbeddedRuntime)self!).Beat(), this, beat, beat);
        return Task.CompletedTask;
    }

    /// <summary>Ends every activation, and waits until all have.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        IsStopping = true;
        while (_classes.InUse.SelectMany(known => known.Activations).ToArray() is { Length: > 0 } activations)
        {
            foreach (var activation in activations)
                activation.Deactivate(new(DeactivationReasonCode.ShuttingDown, "The process stops."));
            await Task.WhenAll(activations.Select(activation => activation.Deactivated)).WaitAsync(cancellationToken);
        }

        Dispose();
    }

    public void Dispose() => _beat?.Dispose();

    private void Beat()
    {
        // A slow beat swallows the ones that come meanwhile.
        if (!_beating.TryEnter())
            return;
        try
        {
            var now = ReadClock();
            Volatile.Write(ref _now, now);
            Deadlines.Look();
            if (now < _nextCollection)
                return;
            _nextCollection = now + (long)Collection.CollectionQuantum.TotalMilliseconds;
            foreach (var known in _classes.InUse)
                known.CollectIdle(now);
        }
        catch (Exception error)
        {
            Log.LogError(error, "Looking after idle grains and late calls failed; the next beat tries again");
        }
        finally
        {
            _beating.Exit();
        }
    }
}

/// <summary>The registrations of the host, to see whether a grain class needs a scope of its own.</summary>
internal sealed class RegisteredServices(IServiceCollection services)
{
    public bool IsSingleton(Type service)
    {
        var definition = service.IsGenericType ? service.GetGenericTypeDefinition() : service;
        var registrations = services.Where(descriptor => !descriptor.IsKeyedService && (descriptor.ServiceType == service || descriptor.ServiceType == definition)).ToArray();
        return registrations.Length > 0 && registrations.All(descriptor => descriptor.Lifetime == ServiceLifetime.Singleton);
    }
}
