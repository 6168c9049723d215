using EventOps.Domain.Access;

namespace EventOps.Dashboard.Access;

/// <summary>The rule of an endpoint or a hub method: what its caller may do. One without a rule is closed to everyone.</summary>
/// <param name="anyOf">One of these is enough; <see cref="Permission.None"/> for any at all, in the mission where there is one.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission anyOf) : Attribute
{
    /// <summary>One of these is enough.</summary>
    public Permission AnyOf => anyOf;
}

/// <summary>The rule of an endpoint that everyone may call.</summary>
/// <param name="because">Why.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenAttribute(string because) : Attribute
{
    /// <summary>Why.</summary>
    public string Because => because;
}

/// <summary>Rules of endpoints.</summary>
public static class EndpointRules
{
    /// <summary>Who calls it has one of these permissions.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Permission anyOf)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NeedsAttribute(anyOf));

    /// <summary>Who calls it has any permission in the mission, or where there is no mission, any credentials.</summary>
    public static TBuilder NeedsAny<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.Needs(Permission.None);

    /// <summary>Everyone may call it.</summary>
    public static TBuilder IsOpen<TBuilder>(this TBuilder endpoint, string because)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OpenAttribute(because));
}
