using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using EventOps.Contracts;
using EventOps.Domain.Venues;

namespace EventOps.Cluster.Tests.Orleans;

/// <summary>A page that stays open: it folds what the hub tells into what it holds, asks for all of it again after a gap, and turns to the next dashboard when its own is gone.</summary>
public sealed class LivePage : IAsyncDisposable
{
    private const string Scope = "mission";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IReadOnlyList<Uri> _addresses;
    private readonly MissionId _mission;
    private readonly CancellationTokenSource _closed = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, JsonNode> _venues = new(StringComparer.Ordinal);
    private readonly Task _watching;
    private long _version;
    private int _present;
    private Uri? _at;

    /// <param name="addresses">Where the dashboards are, its own first.</param>
    /// <param name="mission">What it shows.</param>
    public LivePage(IReadOnlyList<Uri> addresses, MissionId mission)
    {
        (_addresses, _mission) = (addresses, mission);
        _watching = WatchAsync();
    }

    /// <summary>Waits until it shows what this dashboard tells.</summary>
    public Task IsAtAsync(Uri address) => Pause.UntilAsync($"the page to be at {address}", () => Task.FromResult(Volatile.Read(ref _at) == address));

    /// <summary>Waits until it has heard of all that is in the journal. Then its numbers are the journal's.</summary>
    public async Task AgreesAsync(IReadOnlyDictionary<VenueId, VenueState> journal)
    {
        try
        {
            await Pause.UntilAsync("the page to hear of everything", () => Task.FromResult(Holds(journal)), Patience);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"The page at {_at} shows {string.Join(", ", _venues.Select(venue => $"{venue.Key} of version {venue.Value["version"]}"))}; the journal has {string.Join(", ", journal.Select(venue => $"{venue.Key} of version {venue.Value.Version}"))}.", late);
        }

        lock (_lock)
        {
            foreach (var (venue, state) in journal)
            {
                var shown = _venues[venue.Value];
                ((int)shown["occupancy"]!["present"]!).ShouldBe(state.Present);
                ((int)shown["foyer"]!).ShouldBe(state.Foyer);
                foreach (var room in shown["rooms"]!.AsArray())
                    ((int)room!["occupancy"]!["present"]!).ShouldBe(state.PresentIn(new RoomId((string)room["room"]!)));
            }

            _present.ShouldBe(journal.Values.Sum(venue => venue.Present));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _watching;
        _closed.Dispose();
    }

    private bool Holds(IReadOnlyDictionary<VenueId, VenueState> journal)
    {
        lock (_lock)
            return journal.All(venue => _venues.GetValueOrDefault(venue.Key.Value) is { } shown && (long)shown["version"]! == venue.Value.Version);
    }

    private async Task WatchAsync()
    {
        for (var next = 0; !_closed.IsCancellationRequested; next++)
        {
            try
            {
                await using var client = await LiveClient.ConnectAsync(_addresses[next % _addresses.Count], cancellation: _closed.Token);
                await using var closing = _closed.Token.Register(client.Abort);
                await FollowAsync(client, _addresses[next % _addresses.Count]);
            }
            catch (Exception gone) when (gone is WebSocketException or ChannelClosedException or HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                await Pause.AShortOne();
            }
        }
    }

    private async Task FollowAsync(LiveClient client, Uri address)
    {
        while (true)
        {
            try
            {
                Take(await client.SubscribeAsync(_mission.Value, Scope), isWhole: true);
            }
            catch (InvalidOperationException)
            {
                // The cluster does not answer, and the hub says so.
                await Pause.AShortOne();
                continue;
            }

            Volatile.Write(ref _at, address);
            await HearAsync(client);
        }
    }

    /// <summary>Returns when what it holds may be old: something was lost, or two beats know of more.</summary>
    private async Task HearAsync(LiveClient client)
    {
        var (change, beat, behind) = (client.NextChangeAsync(), client.BeatAsync(), 0);
        while (behind < 2)
        {
            if (await Task.WhenAny(change, beat) == change)
            {
                if (!Take(await change, isWhole: false))
                    return;
                change = client.NextChangeAsync();
            }
            else
            {
                behind = (long)(await beat)["version"]! > _version ? behind + 1 : 0;
                beat = client.BeatAsync();
            }
        }
    }

    private bool Take(JsonNode told, bool isWhole)
    {
        lock (_lock)
        {
            if (!isWhole && (long)told["since"]! > _version)
                return false;
            if (!isWhole && (long)told["version"]! <= _version)
                return true;
            _version = (long)told["version"]!;
            _present = (int)told["present"]!;
            foreach (var venue in told["venues"]!.AsArray())
                _venues[(string)venue!["venue"]!] = venue;
            return true;
        }
    }
}
