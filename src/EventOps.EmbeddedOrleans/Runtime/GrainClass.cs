using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Orleans.Configuration;
using Orleans.Storage;

namespace EventOps.EmbeddedOrleans;

/// <summary>A grain class and all of its activations in one runtime.</summary>
internal sealed class GrainClass : Destination
{
    private readonly ConcurrentDictionary<string, Activation> _activations = new(StringComparer.Ordinal);
    private readonly Type _class;
    private readonly ObjectFactory _construct;
    private readonly Func<Activation, object>[] _facets;
    private readonly bool _needsScope;

    public GrainClass(EmbeddedRuntime runtime, Type type) : base(runtime)
    {
        _class = type;
        Type = NameOf(type);
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute));
        HasOnActivate = Overrides(nameof(Grain.OnActivateAsync), typeof(CancellationToken));
        HasOnDeactivate = Overrides(nameof(Grain.OnDeactivateAsync), typeof(DeactivationReason), typeof(CancellationToken));
        CollectionAge = AgeOf(type, runtime.Collection);

        var parameters = ConstructorOf(type).GetParameters();
        var facets = parameters.Select(parameter => (parameter.ParameterType, Create: FacetOf(parameter))).Where(facet => facet.Create is not null).ToArray();
        _facets = [.. facets.Select(facet => facet.Create!)];
        _construct = ActivatorUtilities.CreateFactory(type, [.. facets.Select(facet => facet.ParameterType)]);
        _needsScope = parameters.Any(parameter => FacetOf(parameter) is null && !runtime.IsSingleton(parameter.ParameterType));
    }

    public override GrainType Type { get; }

    public bool IsReentrant { get; }

    public bool HasOnActivate { get; }

    public bool HasOnDeactivate { get; }

    /// <summary>In milliseconds; null if its activations are never collected.</summary>
    public long? CollectionAge { get; }

    public Type Class => _class;

    public ICollection<Activation> Activations => _activations.Values;

    public bool IsEmpty => _activations.IsEmpty;

    public override void Deliver(string key, Request request)
    {
        while (true)
        {
            if (!_activations.TryGetValue(key, out var activation))
            {
                if (Runtime.IsStopping)
                {
                    request.Fail(new SiloUnavailableException($"{request.Rules.Name} would activate {Type}/{key}, but the grains of this process are stopping."));
                    return;
                }

                activation = _activations.GetOrAdd(key, static (key, self) => new Activation(self, key), this);
            }

            if (activation.TryAccept(request))
                return;
            Forget(activation);
        }
    }

    public void Forget(Activation activation) => _activations.TryRemove(new KeyValuePair<string, Activation>(activation.Key, activation));

    public void CollectIdle(long now)
    {
        if (CollectionAge is not { } age)
            return;
        foreach (var (_, activation) in _activations)
        {
            if (activation.IsIdle(now, age))
                activation.Deactivate(new(DeactivationReasonCode.ActivationIdle, $"Nobody called it for {TimeSpan.FromMilliseconds(age)}."));
        }
    }

    public (object Instance, List<ILoadedState>? States) Construct(Activation activation)
    {
        var services = _needsScope ? activation.ActivationServices : Runtime.ServiceProvider;
        if (_facets.Length == 0)
            return (_construct(services, null), null);

        var arguments = new object?[_facets.Length];
        List<ILoadedState>? states = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = _facets[i](activation);
            if (arguments[i] is ILoadedState state)
                (states ??= []).Add(state);
        }

        return (_construct(services, arguments), states);
    }

    public override string ToString() => _class.FullName!;

    // Orleans's convention: the name of the class in lower case, without "Grain" at its end.
    private static GrainType NameOf(Type type)
    {
        var name = type.Name.ToLowerInvariant();
        return GrainType.Create(name.EndsWith("grain", StringComparison.Ordinal) && name.Length > 5 ? name[..^5] : name);
    }

    private static long? AgeOf(Type type, GrainCollectionOptions options)
    {
        var limit = type.GetCustomAttribute<CollectionAgeLimitAttribute>();
        if (type.IsDefined(typeof(KeepAliveAttribute)) || limit is { AlwaysActive: true })
            return null;
        var age = options.ClassSpecificCollectionAge.TryGetValue(type.FullName!, out var specific) ? specific : limit?.AgeLimit ?? options.CollectionAge;
        return (long)age.TotalMilliseconds;
    }

    private static ConstructorInfo ConstructorOf(Type type)
    {
        var constructors = type.GetConstructors();
        return constructors.FirstOrDefault(constructor => constructor.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute)))
            ?? constructors.MaxBy(constructor => constructor.GetParameters().Length)
            ?? throw new ArgumentException($"{type} has no public constructor.");
    }

    private static Func<Activation, object>? FacetOf(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(IGrainContext))
            return static activation => activation;
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is not { } record)
            return null;
        if (!parameter.ParameterType.IsGenericType || parameter.ParameterType.GetGenericTypeDefinition() != typeof(IPersistentState<>))
            throw new ArgumentException($"{parameter.Member.DeclaringType}: [PersistentState] belongs on an IPersistentState<T>, and '{parameter.Name}' is a {parameter.ParameterType}.");
        return typeof(GrainClass).GetMethod(nameof(StateFacet), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(parameter.ParameterType.GetGenericArguments())
            .CreateDelegate<Func<PersistentStateAttribute, Func<Activation, object>>>()(record);
    }

    private static Func<Activation, object> StateFacet<T>(PersistentStateAttribute record) => activation =>
    {
        var services = activation.Runtime.ServiceProvider;
        var storage = string.IsNullOrWhiteSpace(record.StorageName) ? services.GetService<IGrainStorage>() : services.GetKeyedService<IGrainStorage>(record.StorageName);
        return storage is null
            ? throw new OrleansConfigurationException(
                $"{activation.GrainId} keeps its state '{record.StateName}' in a storage '{record.StorageName ?? "Default"}' that nobody has added. Call AddGrainStorage or AddMemoryGrainStorage.")
            : new PersistentState<T>(record.StateName, storage, activation);
    };

    private bool Overrides(string method, params Type[] parameters) =>
        typeof(Grain).IsAssignableFrom(_class) ? _class.GetMethod(method, parameters)!.DeclaringType != typeof(Grain) : typeof(IGrainBase).IsAssignableFrom(_class);
}
