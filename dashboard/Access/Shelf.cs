using System.Collections.Concurrent;
using EventOps.Storage;

namespace EventOps.Dashboard.Access;

/// <summary>All documents of one kind, as this process has them.</summary>
/// <param name="kind">Under which name they are stored.</param>
public sealed class Shelf<T>(string kind) : IShelf
    where T : class
{
    private readonly ConcurrentDictionary<string, Document<T>> _documents = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Kind => kind;

    /// <summary>Every document with its id.</summary>
    public IEnumerable<(string Id, T Value)> All => _documents.Select(pair => (pair.Key, pair.Value.Value));

    /// <summary>A document, or null.</summary>
    public T? Find(string id) => _documents.GetValueOrDefault(id)?.Value;

    /// <inheritdoc/>
    public void Put(AccessRow row)
    {
        if (_documents.GetValueOrDefault(row.Id) is not { } held || held.Version < row.Version)
            _documents[row.Id] = new Document<T>(AccessJson.Read<T>(row.Body), row.Version);
    }

    internal Document<T>? Held(string id) => _documents.GetValueOrDefault(id);

    internal void Forget(string id) => _documents.TryRemove(id, out _);
}

/// <summary>Where rows of one kind go.</summary>
public interface IShelf
{
    /// <summary>Under which name they are stored.</summary>
    string Kind { get; }

    /// <summary>Takes a row, unless a newer one is there.</summary>
    void Put(AccessRow row);
}

/// <summary>A document and the version of the change that wrote it.</summary>
internal sealed record Document<T>(T Value, long Version);
