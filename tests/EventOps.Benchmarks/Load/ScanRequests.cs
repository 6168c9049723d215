using System.Globalization;
using System.Text;
using EventOps.Testing;

namespace EventOps.Benchmarks.Load;

/// <summary>HTTP requests, made before the clock runs: each the scan of one badge.</summary>
internal sealed class ScanRequests
{
    /// <summary>With what every answer to a scan begins, before the id of the scan.</summary>
    public const string BodyStart = "{\"scanId\":\"";

    private const int IdLength = 36;

    private readonly byte[] _bytes;
    private readonly int[] _starts;
    private readonly int[] _ids;

    /// <summary>Scans with ids of their own.</summary>
    /// <param name="path">Where they are posted.</param>
    /// <param name="badges">One scan for each.</param>
    /// <param name="door">The door, as JSON.</param>
    public ScanRequests(string path, IReadOnlyCollection<string> badges, string door)
    {
        var text = new StringBuilder();
        _starts = new int[badges.Count + 1];
        _ids = new int[badges.Count];
        Ids = new Guid[badges.Count];
        var now = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        foreach (var badge in badges)
        {
            Ids[Count] = Guid.CreateVersion7();
            var body = $$"""{{BodyStart}}{{Ids[Count]}}","code":"{{badge}}","door":{{door}},"direction":"entry","scannedAt":"{{now}}","sentAt":"{{now}}"}""";
            text.Append(
                CultureInfo.InvariantCulture,
                $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n");
            text.Append(CultureInfo.InvariantCulture, $"Authorization: Bearer {Keys.Device}\r\nEventOps-Operator: bench\r\n\r\n");
            _ids[Count] = text.Length + BodyStart.Length;
            text.Append(body);
            _starts[++Count] = text.Length;
        }

        _bytes = Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The ids of the scans.</summary>
    public Guid[] Ids { get; }

    /// <summary>One of them, as it is sent.</summary>
    public ReadOnlySpan<byte> this[int index] => _bytes.AsSpan(_starts[index].._starts[index + 1]);

    /// <summary>The body of one of them.</summary>
    public ReadOnlySpan<byte> Body(int index) => _bytes.AsSpan((_ids[index] - BodyStart.Length).._starts[index + 1]);

    /// <summary>The scan id of one of them, as text.</summary>
    public ReadOnlySpan<byte> Id(int index) => _bytes.AsSpan(_ids[index], IdLength);
}
