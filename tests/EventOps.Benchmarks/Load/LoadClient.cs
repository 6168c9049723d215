using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EventOps.Benchmarks.Load;

/// <summary>
/// Sends requests over a number of kept connections, on each the next one once the last is answered. One thread that polls its sockets: beside a server
/// that shares the processors with it, a client has to be cheap.
/// </summary>
internal sealed class LoadClient : IDisposable
{
    private readonly Dictionary<Socket, LoadConnection> _connections = [];

    public LoadClient(Uri server, int clients)
    {
        var address = new IPEndPoint(IPAddress.Loopback, server.Port);
        for (var client = 0; client < clients; client++)
        {
            var connection = new LoadConnection(address);
            _connections.Add(connection.Socket, connection);
        }
    }

    /// <summary>What an answer to a request has to be.</summary>
    public delegate bool Expected(int request, ReadOnlySpan<byte> body);

    /// <summary>Sends them all, and returns once all are answered.</summary>
    /// <exception cref="InvalidDataException">An answer is not as expected.</exception>
    public LoadRun Run(ScanRequests requests, Expected expected)
    {
        var times = new long[requests.Count];
        var busy = new List<Socket>(_connections.Count);
        var ready = new List<Socket>(_connections.Count);
        var next = 0;
        var start = Stopwatch.GetTimestamp();
        foreach (var connection in _connections.Values.Take(requests.Count))
        {
            connection.Send(next, requests[next], Stopwatch.GetTimestamp());
            busy.Add(connection.Socket);
            next++;
        }

        while (busy.Count > 0)
        {
            ready.Clear();
            ready.AddRange(busy);
            Socket.Select(ready, null, null, TimeSpan.FromSeconds(30));
            if (ready.Count == 0)
                throw new TimeoutException("The server does not answer.");
            foreach (var socket in ready)
            {
                var connection = _connections[socket];
                if (!connection.Receive(out var answer))
                    continue;
                var now = Stopwatch.GetTimestamp();
                times[connection.Request] = now - connection.SentAt;
                if (answer.Status != 200 || !expected(connection.Request, answer.Body))
                    throw new InvalidDataException($"Unexpected answer {answer.Status}: {Encoding.UTF8.GetString(answer.Body)}");
                if (next < requests.Count)
                    connection.Send(next, requests[next++], now);
                else
                    busy.Remove(socket);
            }
        }

        return new LoadRun(requests.Count, Stopwatch.GetElapsedTime(start), times);
    }

    public void Dispose()
    {
        foreach (var connection in _connections.Values)
            connection.Dispose();
    }
}
