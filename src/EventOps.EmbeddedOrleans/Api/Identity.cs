namespace Orleans.Runtime;

/// <summary>The key of a grain as text.</summary>
public readonly struct IdSpan : IEquatable<IdSpan>
{
    private readonly string? _text;

    private IdSpan(string text) => _text = text;

    /// <summary>True for the value that names nothing.</summary>
    public bool IsDefault => string.IsNullOrEmpty(_text);

    /// <summary>The key that reads <paramref name="id"/>.</summary>
    public static IdSpan Create(string id) => new(id);

    /// <inheritdoc/>
    public bool Equals(IdSpan obj) => string.Equals(ToString(), obj.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IdSpan other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => _text ?? "";

    /// <summary>Equality of text.</summary>
    public static bool operator ==(IdSpan left, IdSpan right) => left.Equals(right);

    /// <summary>Inequality of text.</summary>
    public static bool operator !=(IdSpan left, IdSpan right) => !left.Equals(right);
}

/// <summary>The name under which the activations of one grain class are known.</summary>
public readonly struct GrainType : IEquatable<GrainType>
{
    private readonly IdSpan _name;

    private GrainType(IdSpan name) => _name = name;

    /// <summary>True for the value that names nothing.</summary>
    public bool IsDefault => _name.IsDefault;

    /// <summary>The type that is called <paramref name="value"/>.</summary>
    public static GrainType Create(string value) => new(IdSpan.Create(value));

    /// <inheritdoc/>
    public bool Equals(GrainType obj) => _name.Equals(obj._name);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GrainType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _name.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => _name.ToString();

    /// <summary>Equality of names.</summary>
    public static bool operator ==(GrainType left, GrainType right) => left.Equals(right);

    /// <summary>Inequality of names.</summary>
    public static bool operator !=(GrainType left, GrainType right) => !left.Equals(right);
}

/// <summary>Who a grain is: its type and its key. Written <c>type/key</c>.</summary>
/// <param name="type">The name of its class.</param>
/// <param name="key">Its key.</param>
public readonly struct GrainId(GrainType type, IdSpan key) : IEquatable<GrainId>
{
    /// <summary>The name of its class.</summary>
    public GrainType Type => type;

    /// <summary>Its key.</summary>
    public IdSpan Key => key;

    /// <summary>True for the value that names nothing.</summary>
    public bool IsDefault => type.IsDefault && key.IsDefault;

    /// <summary>The grain with this type and key.</summary>
    public static GrainId Create(string type, string key) => Create(GrainType.Create(type), key);

    /// <summary>The grain with this type and key.</summary>
    public static GrainId Create(GrainType type, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return new(type, IdSpan.Create(key));
    }

    /// <summary>The grain with this type and key.</summary>
    public static GrainId Create(GrainType type, IdSpan key) => new(type, key);

    /// <inheritdoc/>
    public bool Equals(GrainId other) => Key.Equals(other.Key) && Type.Equals(other.Type);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GrainId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(type, key);

    /// <inheritdoc/>
    public override string ToString() => $"{type}/{key}";

    /// <summary>Equality of type and key.</summary>
    public static bool operator ==(GrainId left, GrainId right) => left.Equals(right);

    /// <summary>Inequality of type or key.</summary>
    public static bool operator !=(GrainId left, GrainId right) => !left.Equals(right);
}
