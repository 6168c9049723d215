using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace EventOps.Testing;

/// <summary>A page, as the live hub sees it: one WebSocket, SignalR's JSON protocol.</summary>
public sealed class LiveClient : IAsyncDisposable
{
    private const byte Separator = 0x1e;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode>> _calls = new(StringComparer.Ordinal);
    private readonly Channel<JsonNode> _changes = Channel.CreateUnbounded<JsonNode>();
    private readonly Channel<JsonNode> _beats = Channel.CreateUnbounded<JsonNode>();
    private readonly Dictionary<string, long> _held = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _reading = Task.CompletedTask;
    private int _invocations;

    /// <summary>Every change that <see cref="ChangeAsync"/> has seen, in the order in which they came.</summary>
    public List<JsonNode> Seen { get; } = [];

    /// <summary>Connects as an administrator, or with another credential.</summary>
    public static async Task<LiveClient> ConnectAsync(Uri address, string? credential = null, CancellationToken cancellation = default)
    {
        var client = new LiveClient();
        client._socket.Options.SetRequestHeader("Authorization", $"Bearer {credential ?? Keys.Administrator}");
        await client._socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/live" }.Uri, cancellation);
        await client.SendAsync("""{"protocol":"json","version":1}""");
        client._reading = client.ReadAsync();
        return client;
    }

    /// <summary>Watches a scope; returns its snapshot. Changes that it holds already are dropped from now on.</summary>
    public async Task<JsonNode> SubscribeAsync(string mission, string scope)
    {
        var answer = await InvokeAsync("Subscribe", mission, scope);
        var snapshot = answer["result"] ?? throw new InvalidOperationException((string?)answer["error"]);
        _held[scope] = (long)snapshot["version"]!;
        return snapshot;
    }

    /// <summary>Calls the hub; returns the whole completion, a result or an error.</summary>
    public async Task<JsonNode> InvokeAsync(string target, params string[] arguments)
    {
        var id = $"{Interlocked.Increment(ref _invocations)}";
        var answer = _calls.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        await SendAsync(new JsonObject
        {
            ["type"] = 1,
            ["invocationId"] = id,
            ["target"] = target,
            ["arguments"] = new JsonArray([.. arguments.Select(argument => JsonValue.Create(argument))]),
        }.ToJsonString());
        return await answer.Task.WaitAsync(Patience);
    }

    /// <summary>Reads changes until one is what is waited for, and returns that one.</summary>
    public async Task<JsonNode> ChangeAsync(string waitedFor, Func<JsonNode, bool> isIt)
    {
        try
        {
            while (true)
            {
                var change = await _changes.Reader.ReadAsync().AsTask().WaitAsync(Patience);
                if ((long)change["version"]! <= _held[(string)change["scope"]!])
                    continue;
                Seen.Add(change);
                if (isIt(change))
                    return change;
            }
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"Waited for {waitedFor}; the last change was {Seen.LastOrDefault()?.ToJsonString() ?? "none"}", late);
        }
    }

    /// <summary>The next change, whatever it is, as soon as there is one.</summary>
    public async Task<JsonNode> NextChangeAsync() => await _changes.Reader.ReadAsync();

    /// <summary>Ends the connection.</summary>
    public void Abort() => _socket.Abort();

    public async Task<JsonNode> BeatAsync() => await _beats.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>Why the server ended this page's access.</summary>
    public Task<string> AccessEndedAsync() => _ended.Task.WaitAsync(Patience);

    /// <summary>That the server has closed the connection.</summary>
    public Task ClosedAsync() => _reading.WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private Task SendAsync(string message) =>
        _socket.SendAsync((byte[])[.. Encoding.UTF8.GetBytes(message), Separator], WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        var message = new MemoryStream();
        try
        {
            while (_socket.State == WebSocketState.Open)
            {
                var read = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                foreach (var value in buffer.AsMemory(0, read.Count).ToArray())
                {
                    if (value != Separator)
                    {
                        message.WriteByte(value);
                        continue;
                    }

                    Take(JsonNode.Parse(message.ToArray())!);
                    message.SetLength(0);
                }
            }
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException)
        {
            // The connection was ended, by this client or by the server.
        }

        _changes.Writer.TryComplete();
        _beats.Writer.TryComplete();
        foreach (var call in _calls.Values)
            call.TrySetException(new WebSocketException(WebSocketError.ConnectionClosedPrematurely));
    }

    private void Take(JsonNode message)
    {
        switch ((int?)message["type"])
        {
            case 1 when (string?)message["target"] == "changed":
                _changes.Writer.TryWrite(message["arguments"]![0]!);
                break;
            case 1 when (string?)message["target"] == "accessEnded":
                _ended.TrySetResult((string)message["arguments"]![0]!["why"]!);
                break;
            case 1:
                _beats.Writer.TryWrite(message["arguments"]![0]!);
                break;
            case 3 when _calls.TryRemove((string)message["invocationId"]!, out var call):
                call.TrySetResult(message);
                break;
        }
    }
}
