using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using EventOps.Contracts;
using EventOps.Contracts.Scans;

namespace EventOps.Domain.Access;

/// <summary>A door or a group of them that somebody may scan at: "venue:centre" for all of a venue, "room:hall-a", "session:opening".</summary>
/// <param name="Kind">venue, room or session.</param>
/// <param name="Id">Which.</param>
public readonly record struct DoorScope(string Kind, string Id)
{
    /// <summary>What a person is told when it is not well formed.</summary>
    public const string Expected = "venue:id, room:id or session:id";

    /// <summary>Reads one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DoorScope scope)
    {
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        scope = colon < 0 ? default : new DoorScope(text![..colon], text[(colon + 1)..]);
        return scope.Kind is "venue" or "room" or "session" && Identifier.IsWellFormed(scope.Id);
    }

    /// <summary>Whether one of these scopes has the door in it; null stands for every door.</summary>
    public static bool Allow(ImmutableArray<string>? scopes, Door door)
    {
        if (scopes is null)
            return true;
        foreach (var text in scopes.Value)
        {
            if (TryParse(text, out var scope) && scope.Has(door))
                return true;
        }

        return false;
    }

    /// <summary>Whether a door is in it.</summary>
    public bool Has(Door door) => Kind switch
    {
        "venue" => door.Venue.Value == Id,
        "room" => door.Room?.Value == Id,
        "session" => door.Session?.Value == Id,
        _ => false,
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}:{Id}";
}
