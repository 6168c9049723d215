using System.Reflection;
using EventOps.Dashboard.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;

namespace EventOps.Dashboard.Tests.Access;

/// <summary>What an application has of endpoints and hub methods, and which of them have no rule.</summary>
internal static class Rules
{
    /// <summary>Every endpoint, as "METHOD /path".</summary>
    public static IEnumerable<string> Endpoints(IEnumerable<EndpointDataSource> sources) =>
        Routes(sources).SelectMany(route => Methods(route).Select(method => $"{method} {Path(route)}")).Order(StringComparer.Ordinal);

    /// <summary>Endpoints with no rule, or with two.</summary>
    public static IEnumerable<string> EndpointsWithoutRule(IEnumerable<EndpointDataSource> sources) => Routes(sources)
        .Where(route => route.Metadata.OfType<NeedsAttribute>().Count() + route.Metadata.OfType<OpenAttribute>().Count() != 1)
        .Select(Path);

    /// <summary>What can be called on a hub and has no rule.</summary>
    public static IEnumerable<string> HubMethodsWithoutRule(Type hub) => hub
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => !method.IsSpecialName && method.GetBaseDefinition().DeclaringType != typeof(Hub) && method.GetCustomAttribute<NeedsAttribute>() is null)
        .Select(method => method.Name);

    private static IEnumerable<RouteEndpoint> Routes(IEnumerable<EndpointDataSource> sources) => sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    private static string Path(RouteEndpoint route)
    {
        var path = "/" + route.RoutePattern.RawText!.Trim('/');
        return path.Replace(":guid", "", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Methods(RouteEndpoint route) => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["*"];
}
