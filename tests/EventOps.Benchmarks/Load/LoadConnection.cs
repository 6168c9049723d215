using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace EventOps.Benchmarks.Load;

/// <summary>One kept HTTP/1.1 connection with at most one request under way, and the one buffer that its answers are read into.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _read;

    public LoadConnection(IPEndPoint server)
    {
        Socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Socket.Connect(server);
    }

    public Socket Socket { get; }

    /// <summary>Which request is under way.</summary>
    public int Request { get; private set; }

    /// <summary>When it was sent.</summary>
    public long SentAt { get; private set; }

    public void Send(int request, ReadOnlySpan<byte> bytes, long now)
    {
        Request = request;
        SentAt = now;
        _read = 0;
        if (Socket.Send(bytes) != bytes.Length)
            throw new IOException("The server does not read.");
    }

    /// <summary>Reads what has come; true once the answer is whole.</summary>
    public bool Receive(out LoadAnswer answer)
    {
        var count = Socket.Receive(_buffer.AsSpan(_read));
        if (count == 0)
            throw new IOException("The server closed a connection.");
        _read += count;
        return LoadAnswer.TryRead(_buffer.AsSpan(0, _read), out answer);
    }

    public void Dispose() => Socket.Dispose();
}

/// <summary>An answer, where it was read.</summary>
internal readonly ref struct LoadAnswer(int status, ReadOnlySpan<byte> body)
{
    public int Status { get; } = status;

    /// <summary>The body; with its chunks' lengths where the server sends chunks.</summary>
    public ReadOnlySpan<byte> Body { get; } = body;

    /// <summary>Reads an answer, of which as many bytes have come; false while some are missing.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out LoadAnswer answer)
    {
        answer = default;
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var head = bytes[..end];
        var body = bytes[(end + 4)..];
        if (!Utf8Parser.TryParse(head["HTTP/1.1 ".Length..], out int status, out _))
            throw new InvalidDataException("This is no HTTP.");
        answer = new LoadAnswer(status, body);
        var length = head.IndexOf("Content-Length: "u8);
        return length < 0
            ? body.EndsWith("0\r\n\r\n"u8)
            : Utf8Parser.TryParse(head[(length + "Content-Length: ".Length)..], out int expected, out _) && body.Length >= expected;
    }
}
