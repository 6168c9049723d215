using System.Runtime.CompilerServices;
using Orleans.Storage;

namespace EventOps.EmbeddedOrleans;

/// <summary>State that is read before its grain is activated.</summary>
internal interface ILoadedState
{
    Task LoadAsync();
}

/// <summary>A grain's record in a storage. Its operations run one after the other, also when calls interleave.</summary>
internal sealed class PersistentState<T>(string name, IGrainStorage storage, Activation activation) : IPersistentState<T>, ILoadedState
{
    private readonly GrainState<T> _record = new(Blank());
    private Task _last = Task.CompletedTask;

    private delegate Task Operation(string stateName, GrainId grainId, IGrainState<T> record, CancellationToken cancellationToken);

    public T State
    {
        get => _record.State!;
        set => _record.State = value;
    }

    public string? Etag => _record.ETag;

    public bool RecordExists => _record.RecordExists;

    public Task LoadAsync() => ReadStateAsync(CancellationToken.None);

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public Task ReadStateAsync(CancellationToken cancellationToken) => InOrder(storage.ReadStateAsync<T>, "read", cancellationToken);

    public Task WriteStateAsync(CancellationToken cancellationToken) => InOrder(storage.WriteStateAsync<T>, "written", cancellationToken);

    public Task ClearStateAsync(CancellationToken cancellationToken) => InOrder(storage.ClearStateAsync<T>, "cleared", cancellationToken);

    /// <summary>A state as it is before anything has been stored.</summary>
    public static T Blank() =>
        typeof(T).IsValueType || typeof(T).GetConstructor(Type.EmptyTypes) is not null
            ? Activator.CreateInstance<T>()
            : (T)RuntimeHelpers.GetUninitializedObject(typeof(T));

    private Task InOrder(Operation operation, string done, CancellationToken cancellationToken) => _last = RunAsync(_last, operation, done, cancellationToken);

    private async Task RunAsync(Task previous, Operation operation, string done, CancellationToken cancellationToken)
    {
        if (!previous.IsCompleted)
            await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        try
        {
            await operation(name, activation.GrainId, _record, cancellationToken);
        }
        catch (Exception error) when (error is not OrleansException && !(error is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw new OrleansException($"State '{name}' of {activation.GrainId} could not be {done}: {error.Message}", error);
        }
    }
}
