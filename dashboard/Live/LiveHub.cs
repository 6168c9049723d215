using System.Collections.Concurrent;
using EventOps.Contracts;
using EventOps.Dashboard.Access;
using EventOps.Domain.Access;
using EventOps.Storage;
using Microsoft.AspNetCore.SignalR;

namespace EventOps.Dashboard.Live;

/// <summary>Where pages watch: a page subscribes to what it shows and is told of nothing else.</summary>
public sealed class LiveHub(LiveBoards boards, Programmes programmes, LiveConnections connections) : Hub
{
    private const string Subscriptions = "subscriptions";
    private const int MostSubscriptions = 32;

    /// <summary>Watches a scope of a mission: mission, city/id, venue/id or session/id. Returns all that it shows now; changes follow.</summary>
    /// <exception cref="HubException">There is no such mission or scope, the caller may not see it, one page watches too many, or the cluster does not answer.</exception>
    [Needs(Permission.Board | Permission.Roster)]
    public async Task<LiveSnapshot> Subscribe(string mission, string scope)
    {
        if (!MissionId.TryParse(mission, null, out var id) || await programmes.GetAsync(id) is null)
            throw new HubException($"There is no mission '{mission}'.");
        var view = LiveView.Of(Caller.Of(Context.GetHttpContext()!), id, scope) ?? throw new HubException("not-allowed: this needs the right to see the board, or the session's roster.");
        var mine = Mine(Context);
        if (mine.Count >= MostSubscriptions)
            throw new HubException($"A page watches at most {MostSubscriptions} scopes.");

        // In the group before the snapshot is made: nothing can fall between, and a change that is in the snapshot already has no higher version.
        await Groups.AddToGroupAsync(Context.ConnectionId, view.Group(id));
        await Groups.AddToGroupAsync(Context.ConnectionId, BeatsOf(id));
        var board = await boards.GetAsync(id);
        if (board.IsLost)
            throw new HubException("The cluster does not answer; counts are not live. Ask again.");
        var snapshot = board.Watch(view) ?? throw new HubException($"Mission '{mission}' has no '{scope}'.");
        if (!mine.TryAdd((id, view), board))
            board.Unwatch(view);
        return snapshot;
    }

    /// <summary>Stops watching a scope.</summary>
    [Needs(Permission.None)]
    public async Task Unsubscribe(string mission, string scope)
    {
        if (!MissionId.TryParse(mission, null, out var id))
            return;
        foreach (var watched in Mine(Context).Keys.Where(watched => watched.Mission == id && watched.View.Scope == scope))
        {
            if (!Mine(Context).TryRemove(watched, out var board))
                continue;
            board.Unwatch(watched.View);
            await Groups.RemoveFromGroupAsync(Context.ConnectionId, watched.View.Group(id));
        }
    }

    /// <inheritdoc/>
    public override Task OnConnectedAsync()
    {
        var http = Context.GetHttpContext()!;
        connections.Add(Context, Caller.Of(http), http.Features.Get<Credential>()!.Text);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Remove(Context);
        foreach (var ((_, view), board) in Mine(Context))
            board.Unwatch(view);
        return Task.CompletedTask;
    }

    internal static string BeatsOf(MissionId mission) => $"{mission.Value}:beat";

    /// <summary>Tells a connection nothing more of what it watched.</summary>
    internal static async Task LeaveAllAsync(HubCallerContext context, IHubContext<LiveHub> hub)
    {
        foreach (var (mission, view) in Mine(context).Keys)
        {
            await hub.Groups.RemoveFromGroupAsync(context.ConnectionId, view.Group(mission));
            await hub.Groups.RemoveFromGroupAsync(context.ConnectionId, BeatsOf(mission));
        }
    }

    private static ConcurrentDictionary<(MissionId Mission, LiveView View), LiveBoard> Mine(HubCallerContext context)
    {
        if (!context.Items.TryGetValue(Subscriptions, out var mine))
            context.Items[Subscriptions] = mine = new ConcurrentDictionary<(MissionId, LiveView), LiveBoard>();
        return (ConcurrentDictionary<(MissionId, LiveView), LiveBoard>)mine!;
    }
}
