using System.Collections.Concurrent;
using EventOps.Dashboard.Access;
using Microsoft.AspNetCore.SignalR;

namespace EventOps.Dashboard.Live;

/// <summary>The live connections of this process and whose they are. One whose credential is no longer good is told why and ended, within a second.</summary>
public sealed class LiveConnections(Credentials credentials, AccessBook book, IHubContext<LiveHub> hub, TimeProvider time) : IHostedService
{
    /// <summary>How long a page has to hear why before its connection is cut.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Connection> _open = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        book.AfterLook = LookAsync;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        book.AfterLook = null;
        return Task.CompletedTask;
    }

    internal void Add(HubCallerContext context, Caller caller, string credential) => _open[context.ConnectionId] = new Connection(context, credential, RightsOf(caller));

    internal void Remove(HubCallerContext context) => _open.TryRemove(context.ConnectionId, out _);

    private static string RightsOf(Caller caller) => AccessJson.Write(new { caller.Grants, caller.Besides });

    private async Task LookAsync()
    {
        foreach (var (id, connection) in _open)
        {
            var now = credentials.Find(connection.Credential, out _);
            if (now is not null && RightsOf(now) == connection.Rights)
                continue;
            if (_open.TryRemove(id, out _))
                await EndAsync(connection, now is not null ? "changed" : credentials.WhyEnded(connection.Credential));
        }
    }

    private async Task EndAsync(Connection connection, string why)
    {
        await LiveHub.LeaveAllAsync(connection.Context, hub);
        await hub.Clients.Client(connection.Context.ConnectionId).SendAsync("accessEnded", new AccessEnded(why));
        _ = CutAsync(connection.Context);
    }

    private async Task CutAsync(HubCallerContext context)
    {
        await Task.Delay(Farewell, time);
        context.Abort();
    }

    private sealed record Connection(HubCallerContext Context, string Credential, string Rights);
}

/// <summary>That a page's access has ended.</summary>
/// <param name="Why">revoked, expired, signed-out or changed.</param>
public sealed record AccessEnded(string Why);
