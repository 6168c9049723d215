using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Scans;
using EventOps.Dashboard.Access;
using EventOps.Storage;

namespace EventOps.Dashboard.Rehearsal;

/// <summary>Plays a mission's programme through the public API, on the mission's clock, as people at doors would.</summary>
internal sealed partial class Crowd(MissionId mission, Uri server, Programmes programmes, ICatalogue catalogue, Credentials credentials, TimeProvider time, ILogger log)
{
    private const int Seed = 2026;
    private const int AtOnce = 16;
    private const int DoorsEach = 4;

    private static readonly TimeSpan LookPeriod = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan NightIsLongerThan = TimeSpan.FromMinutes(75);

    /// <summary>Plays until it is stopped or the programme is over. A clock that stands still makes everyone wait; nights are skipped.</summary>
    public async Task PlayAsync(Func<DateTimeOffset, Task> skipTo, CancellationToken stopping)
    {
        using var http = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromSeconds(30) };
        var programme = await programmes.GetAsync(mission) ?? throw new InvalidOperationException($"There is no mission '{mission}'.");
        var rows = await catalogue.ReadAllAsync(mission, stopping);
        var badges = rows.Delegates.ToDictionary(person => person.Id, person => person.Badge);
        var steps = Itinerary.Of(programme, [.. rows.Delegates.Select(person => person.Id)], rows.Registrations, Seed);
        var next = Skip(steps, Now(programme));
        LogBegins(log, mission.Value, steps.Count - next);

        using var ticks = new PeriodicTimer(LookPeriod, time);
        using var room = new SemaphoreSlim(AtOnce);
        while (next < steps.Count && await ticks.WaitForNextTickAsync(stopping))
        {
            programme = await programmes.GetAsync(mission) ?? programme;
            var now = Now(programme);
            if (programme.Clock.Speed > 0 && steps[next].At - now > NightIsLongerThan)
            {
                await skipTo(steps[next].At - TimeSpan.FromMinutes(2));
                continue;
            }

            for (; next < steps.Count && steps[next].At <= now; next++)
            {
                await room.WaitAsync(stopping);
                _ = PresentAsync(http, steps[next], badges[steps[next].Delegate], room, stopping);
            }
        }

        LogOver(log, mission.Value);
    }

    private static int Skip(IReadOnlyList<Step> steps, DateTimeOffset now)
    {
        var next = 0;
        while (next < steps.Count && steps[next].At < now)
            next++;
        return next;
    }

    private DateTimeOffset Now(MissionProgramme programme) => programme.Clock.At(time.GetUtcNow());

    /// <summary>One person at one door: tries again with the same scan id until there is an answer, and lets some in past a soft limit.</summary>
    private async Task PresentAsync(HttpClient http, Step step, string badge, SemaphoreSlim room, CancellationToken stopping)
    {
        try
        {
            var refused = await SendAsync(http, step, badge, null, stopping);
            if (refused is { Overridable: true } && step.At.Second % 2 == 0)
                await SendAsync(http, step, badge, "Host asked for them", stopping);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            if (!stopping.IsCancellationRequested)
                LogLost(log, failure);
        }
        finally
        {
            room.Release();
        }
    }

    private async Task<Told?> SendAsync(HttpClient http, Step step, string badge, string? reason, CancellationToken stopping)
    {
        var scan = new
        {
            scanId = IdOf(step, reason),
            code = badge,
            door = new { session = step.Door.Session?.Value, room = step.Door.Room?.Value, venue = step.Door.Room is null ? step.Door.Venue.Value : null },
            direction = step.Direction == Direction.Entry ? "entry" : "exit",
            scannedAt = step.At,
            @override = reason is null ? null : new { reason },
        };
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/missions/{mission}/scans") { Content = JsonContent.Create(scan) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credentials.OfRehearsal(mission, DeviceAt(step)));
            request.Headers.Add(Caller.OperatorHeader, "rehearsal");
            using var response = await http.SendAsync(request, stopping);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), time, stopping);
                continue;
            }

            return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<Told>(stopping) : null;
        }
    }

    /// <summary>The same step has the same id, so that two dashboards that play one mission, or one that starts again, are one crowd.</summary>
    private Guid IdOf(Step step, string? reason)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{mission}/{step.Delegate}/{step.Direction}/{step.Door}/{step.At:O}/{reason}")))[..16];
        Guid.CreateVersion7(step.At).ToByteArray(bigEndian: true).AsSpan(0, 6).CopyTo(id);
        id[6] = (byte)(0x70 | (id[6] & 0x0F));
        id[8] = (byte)(0x80 | (id[8] & 0x3F));
        return new Guid(id, bigEndian: true);
    }

    private static string DeviceAt(Step step) =>
        $"{step.Door.Room?.Value ?? step.Door.Venue.Value}-{1 + (uint)step.Delegate.GetHashCode() % DoorsEach}";

    private sealed record Told(string Outcome, bool Overridable);

    [LoggerMessage(Level = LogLevel.Information, Message = "The rehearsal of mission {Mission} has {Steps} scans to come")]
    private static partial void LogBegins(ILogger log, string mission, int steps);

    [LoggerMessage(Level = LogLevel.Information, Message = "The rehearsal of mission {Mission} is over")]
    private static partial void LogOver(ILogger log, string mission);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A scan of the rehearsal got no answer")]
    private static partial void LogLost(ILogger log, Exception failure);
}
