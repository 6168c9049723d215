using System.Collections.Concurrent;
using EventOps.Contracts;
using EventOps.Storage;
using Microsoft.AspNetCore.SignalR;

namespace EventOps.Dashboard.Live;

/// <summary>Where pages watch: a page subscribes to what it shows and is told of nothing else.</summary>
public sealed class LiveHub(LiveBoards boards, Programmes programmes) : Hub
{
    private const string Subscriptions = "subscriptions";
    private const int MostSubscriptions = 32;

    /// <summary>Watches a scope of a mission: mission, city/id, venue/id or session/id. Returns all that it shows now; changes follow.</summary>
    /// <exception cref="HubException">There is no such mission or scope, one page watches too many, or the cluster does not answer.</exception>
    public async Task<LiveSnapshot> Subscribe(string mission, string scope)
    {
        if (!MissionId.TryParse(mission, null, out var id) || await programmes.GetAsync(id) is null)
            throw new HubException($"There is no mission '{mission}'.");
        var mine = Mine();
        if (mine.Count >= MostSubscriptions)
            throw new HubException($"A page watches at most {MostSubscriptions} scopes.");

        // In the group before the snapshot is made: nothing can fall between, and a change that is in the snapshot already has no higher version.
        await Groups.AddToGroupAsync(Context.ConnectionId, Group(id, scope));
        await Groups.AddToGroupAsync(Context.ConnectionId, Group(id, "beat"));
        var board = await boards.GetAsync(id);
        if (board.IsLost)
            throw new HubException("The cluster does not answer; counts are not live. Ask again.");
        var snapshot = board.Watch(scope) ?? throw new HubException($"Mission '{mission}' has no '{scope}'.");
        if (!mine.TryAdd((id, scope), board))
            board.Unwatch(scope);
        return snapshot;
    }

    /// <summary>Stops watching a scope.</summary>
    public async Task Unsubscribe(string mission, string scope)
    {
        if (MissionId.TryParse(mission, null, out var id) && Mine().TryRemove((id, scope), out var board))
        {
            board.Unwatch(scope);
            await Groups.RemoveFromGroupAsync(Context.ConnectionId, Group(id, scope));
        }
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        foreach (var ((_, scope), board) in Mine())
            board.Unwatch(scope);
        return Task.CompletedTask;
    }

    internal static string Group(MissionId mission, string scope) => $"{mission.Value}:{scope}";

    private ConcurrentDictionary<(MissionId Mission, string Scope), LiveBoard> Mine()
    {
        if (!Context.Items.TryGetValue(Subscriptions, out var mine))
            Context.Items[Subscriptions] = mine = new ConcurrentDictionary<(MissionId, string), LiveBoard>();
        return (ConcurrentDictionary<(MissionId, string), LiveBoard>)mine!;
    }
}
