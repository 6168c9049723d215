using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace EventOps.Testing;

/// <summary>A scan that was answered.</summary>
public sealed record Told(Guid ScanId, string Json, string Outcome, string? Reason, string Venue, long Version, string Text);

/// <summary>Devices that scan one person after the other, and send a scan again with the same id until it is answered, to another server where there is one.</summary>
public sealed class Load : IAsyncDisposable
{
    private const int Devices = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly HttpClient _http;
    private readonly IReadOnlyList<Uri> _addresses;
    private readonly CancellationTokenSource _enough = new();
    private readonly List<Task> _devices;
    private readonly Lock _lock = new();
    private readonly List<(Func<bool> Reached, TaskCompletionSource Told)> _waiting = [];
    private readonly int[] _retries = new int[Devices];
    private readonly int[] _answered = new int[Devices];
    private readonly int[] _at = [.. Enumerable.Range(0, Devices)];
    private readonly ConcurrentDictionary<string, int> _venues = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _giveUp = new();
    private readonly Func<Task> _comeBack;
    private readonly TimeSpan _nextPerson;

    /// <param name="address">Where the server is, or will be again.</param>
    /// <param name="comeBack">Asked before a scan is sent: what a device waits for if nobody answers it.</param>
    /// <param name="seed">Of what is scanned where.</param>
    public Load(Uri address, Func<Task> comeBack, int seed)
        : this([address], comeBack, seed, Festival.Mission)
    {
    }

    /// <param name="addresses">Where the servers are: a device turns to the next one when nobody answers it.</param>
    /// <param name="comeBack">Asked before a scan is sent: what a device waits for if nobody answers it.</param>
    /// <param name="seed">Of what is scanned where.</param>
    /// <param name="mission">A festival that is open.</param>
    /// <param name="nextPerson">How long it takes until the next one is at the door: without it, the devices leave no processor to those that are started meanwhile.</param>
    public Load(IReadOnlyList<Uri> addresses, Func<Task> comeBack, int seed, MissionId mission, TimeSpan nextPerson = default)
    {
        (_addresses, _comeBack, Mission, _nextPerson) = (addresses, comeBack, mission, nextPerson);
        _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Devices }) { Timeout = TimeSpan.FromSeconds(60) };
        _devices = [.. Enumerable.Range(0, Devices).Select(device => ScanAsync(device, new Random(seed + device)))];
    }

    /// <summary>Which festival is scanned at.</summary>
    public MissionId Mission { get; }

    public ConcurrentQueue<Told> Answers { get; } = [];

    /// <summary>Every id that was ever sent.</summary>
    public ConcurrentDictionary<Guid, bool> Sent { get; } = [];

    /// <summary>Every id that was once sent and not answered: nobody was there, or they ended in the middle of it.</summary>
    public ConcurrentDictionary<Guid, bool> Lost { get; } = [];

    /// <summary>What came back that was neither a decision nor a 503 with Retry-After.</summary>
    public ConcurrentQueue<string> Wrong { get; } = [];

    /// <summary>How often a device was told to try again.</summary>
    public int Retries => _retries.Sum();

    /// <summary>How long the slowest 503 took.</summary>
    public TimeSpan SlowestRefusal { get; private set; }

    /// <summary>Waits until so many more scans are answered.</summary>
    public Task MoreAnswersAsync(int count)
    {
        var until = Answers.Count + count;
        return WaitAsync($"{until} answers", () => Answers.Count >= until);
    }

    /// <summary>Waits until every device has had so many more answers, and every venue has given one to more scans than can have been under way before.</summary>
    public Task MoreAnswersEachAsync(int count)
    {
        int[] before = [.. _answered];
        var venues = Festival.Venues.ToDictionary(venue => venue.Value, AnswersOf);
        return WaitAsync(
            $"{count} more answers for each device and some of each venue",
            () => _answered.Zip(before).All(answers => answers.First - answers.Second >= count) && Festival.Venues.All(venue => AnswersOf(venue) > venues[venue.Value] + Devices));
    }

    /// <summary>Waits until every device has been told so many more times to try again later.</summary>
    public Task MoreRetriesEachAsync(int count)
    {
        int[] before = [.. _retries];
        return WaitAsync($"{count} more times 503 for each", () => _retries.Zip(before).All(retries => retries.First - retries.Second >= count));
    }

    /// <summary>Lets every device finish its scan, and no more.</summary>
    public async Task EndAsync()
    {
        await _enough.CancelAsync();
        await Task.WhenAll(_devices).WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        await _giveUp.CancelAsync();
        try
        {
            await Task.WhenAll(_devices);
        }
        catch (OperationCanceledException)
        {
            // The test failed before every device had its answer.
        }

        _http.Dispose();
        _enough.Dispose();
        _giveUp.Dispose();
    }

    private async Task ScanAsync(int device, Random random)
    {
        while (!_enough.IsCancellationRequested)
        {
            var id = Guid.CreateVersion7();
            var reason = random.Next(4) == 0 ? ""","override":{"reason":"The host asked"}""" : "";
            var json = $$"""
                {"scanId":"{{id}}","code":"{{Festival.Badge(random.Next(Festival.People))}}","door":{{Festival.Doors[random.Next(Festival.Doors.Count)]}},
                 "direction":"{{(random.Next(10) < 7 ? "entry" : "exit")}}","scannedAt":"2026-02-16T09:00:00-06:00"{{reason}}}
                """;
            Sent[id] = true;
            while (await TryAsync(device, id, json) is { } later)
                await later();
            if (_nextPerson > TimeSpan.Zero)
                await Task.Delay(_nextPerson, TimeProvider.System, _giveUp.Token);
        }
    }

    /// <summary>Sends it once. Returns null when it is answered, else what to wait for before it is sent again.</summary>
    private async Task<Func<Task>?> TryAsync(int device, Guid id, string json)
    {
        var back = _comeBack();
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(At(device), $"/api/missions/{Mission}/scans"))
            {
                Content = new StringContent(json, Encoding.UTF8, "application/json"),
            };
            Keys.Sign(request);
            using var response = await _http.SendAsync(request, _giveUp.Token);
            var text = await response.Content.ReadAsStringAsync(_giveUp.Token);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                var body = JsonNode.Parse(text)!;
                _venues.AddOrUpdate((string)body["venue"]!["id"]!, 1, (_, answers) => answers + 1);
                _answered[device]++;
                Answers.Enqueue(new Told(id, json, (string)body["outcome"]!, (string?)body["reason"], (string)body["venue"]!["id"]!, (long)body["version"]!, text));
                Notify();
                return null;
            }

            if (response is { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter.Delta: { } delay })
            {
                lock (_lock)
                {
                    _retries[device]++;
                    SlowestRefusal = Longer(SlowestRefusal, Stopwatch.GetElapsedTime(started));
                }

                Notify();
                return () => Task.Delay(delay, TimeProvider.System, _giveUp.Token);
            }

            Wrong.Enqueue($"{(int)response.StatusCode} {text} after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s to {json}");
            return () => back.WaitAsync(_giveUp.Token);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            // Nobody is there, or they ended in the middle of it: nobody knows whether it was decided.
            Lost[id] = true;
            _at[device]++;
            return () => back.WaitAsync(_giveUp.Token);
        }
        catch (TaskCanceledException hung) when (!_giveUp.IsCancellationRequested)
        {
            Wrong.Enqueue($"No answer to {json}: {hung.Message}");
            return () => back.WaitAsync(_giveUp.Token);
        }
    }

    private Uri At(int device) => _addresses[_at[device] % _addresses.Count];

    private int AnswersOf(VenueId venue) => _venues.GetValueOrDefault(venue.Value);

    private async Task WaitAsync(string what, Func<bool> reached)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
            _waiting.Add((reached, told));
        Notify();
        try
        {
            await told.Task.WaitAsync(Patience);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"Waited for {what}; there are {Answers.Count} answers and [{string.Join(' ', _retries)}] times 503. Wrong: {string.Join("; ", Wrong.Take(5))}", late);
        }
    }

    private void Notify()
    {
        lock (_lock)
        {
            foreach (var waiting in _waiting.Where(waiting => waiting.Reached()).ToList())
            {
                _waiting.Remove(waiting);
                waiting.Told.SetResult();
            }
        }
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
