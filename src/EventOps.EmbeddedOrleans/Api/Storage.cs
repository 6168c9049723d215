namespace Orleans.Core
{
    /// <summary>A stored record.</summary>
    public interface IStorage
    {
        /// <summary>The version that was last read or written; null if there is none.</summary>
        string? Etag { get; }

        /// <summary>Whether the record exists in the store.</summary>
        bool RecordExists { get; }

        /// <summary>Removes the record.</summary>
        Task ClearStateAsync();

        /// <summary>Writes the state, if the store still holds the version that was read.</summary>
        /// <exception cref="Storage.InconsistentStateException">Somebody else has written; the activation ends when this leaves a call.</exception>
        Task WriteStateAsync();

        /// <summary>Reads the state again.</summary>
        Task ReadStateAsync();

        /// <inheritdoc cref="ClearStateAsync()"/>
        Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();

        /// <inheritdoc cref="WriteStateAsync()"/>
        Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

        /// <inheritdoc cref="ReadStateAsync()"/>
        Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();
    }

    /// <summary>A stored record of a type.</summary>
    public interface IStorage<TState> : IStorage
    {
        /// <summary>The state in memory.</summary>
        TState State { get; set; }
    }
}

namespace Orleans.Runtime
{
    /// <summary>State of a grain that is read before the grain is activated.</summary>
    public interface IPersistentState<TState> : Core.IStorage<TState>;

    /// <summary>Asks for an <see cref="IPersistentState{TState}"/> in a grain's constructor.</summary>
    /// <param name="stateName">The name of the record; unique in the application.</param>
    /// <param name="storageName">The name of the storage; the default storage if null.</param>
    [AttributeUsage(AttributeTargets.Parameter)]
    public class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute
    {
        /// <summary>The name of the record.</summary>
        public string StateName => stateName;

        /// <summary>The name of the storage.</summary>
        public string? StorageName => storageName;
    }
}

namespace Orleans
{
    /// <summary>A record as a storage sees it.</summary>
    public interface IGrainState<T>
    {
        /// <summary>The value.</summary>
        T? State { get; set; }

        /// <summary>Its version in the store.</summary>
        string? ETag { get; set; }

        /// <summary>Whether it is in the store.</summary>
        bool RecordExists { get; set; }
    }

    /// <summary>A record as a storage sees it.</summary>
    public sealed class GrainState<T> : IGrainState<T>
    {
        /// <summary>An empty record.</summary>
        public GrainState()
        {
        }

        /// <summary>A record with a value.</summary>
        public GrainState(T? state) : this(state, eTag: null)
        {
        }

        /// <summary>A record with a value and a version.</summary>
        public GrainState(T? state, string? eTag)
        {
            State = state;
            ETag = eTag;
        }

        /// <inheritdoc/>
        public T? State { get; set; }

        /// <inheritdoc/>
        public string? ETag { get; set; }

        /// <inheritdoc/>
        public bool RecordExists { get; set; }
    }
}

namespace Orleans.Storage
{
    /// <summary>A place where grains keep their state.</summary>
    public interface IGrainStorage
    {
        /// <summary>Reads a record into <paramref name="grainState"/>.</summary>
        Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

        /// <inheritdoc cref="ReadStateAsync{T}(string, GrainId, IGrainState{T})"/>
        Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
            ReadStateAsync(stateName, grainId, grainState);

        /// <summary>Writes a record and sets its new version.</summary>
        /// <exception cref="InconsistentStateException">The store holds another version than the record's.</exception>
        Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

        /// <inheritdoc cref="WriteStateAsync{T}(string, GrainId, IGrainState{T})"/>
        Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
            WriteStateAsync(stateName, grainId, grainState);

        /// <summary>Removes a record.</summary>
        /// <exception cref="InconsistentStateException">The store holds another version than the record's.</exception>
        Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

        /// <inheritdoc cref="ClearStateAsync{T}(string, GrainId, IGrainState{T})"/>
        Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
            ClearStateAsync(stateName, grainId, grainState);
    }

    /// <summary>A record was written by somebody else since it was read.</summary>
    public class InconsistentStateException : OrleansException
    {
        /// <summary>An error without words.</summary>
        public InconsistentStateException()
        {
        }

        /// <summary>An error in words.</summary>
        public InconsistentStateException(string message) : base(message)
        {
        }

        /// <summary>An error in words, with its cause.</summary>
        public InconsistentStateException(string message, Exception? innerException) : base(message, innerException!)
        {
        }

        /// <summary>An error with both versions.</summary>
        public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag) : this(errorMsg, storedEtag, currentEtag, storageException: null)
        {
        }

        /// <summary>An error with both versions and its cause.</summary>
        public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag, Exception? storageException) : base(errorMsg, storageException!)
        {
            StoredEtag = storedEtag;
            CurrentEtag = currentEtag;
        }

        /// <summary>The version in the store.</summary>
        public string? StoredEtag { get; }

        /// <summary>The version in memory.</summary>
        public string? CurrentEtag { get; }

        // The first activation that it escapes from ends; callers that pass it on do not.
        internal bool IsSourceActivation { get; set; } = true;
    }
}
