using EventOps.Benchmarks.Load;
using EventOps.Storage;
using EventOps.Testing;

namespace EventOps.Benchmarks.HotRoom;

/// <summary>A dashboard under load: its process, its database, its room, and what it has answered.</summary>
internal sealed class HotServer : IAsyncDisposable
{
    private readonly ServerProcess _dashboard;
    private readonly StorageOptions _storage;
    private readonly HotMission _mission;
    private readonly LoadClient _clients;
    private readonly ProcessorMeter _meter;
    private readonly string _door;
    private readonly List<ScanRequests> _answered = [];

    private HotServer(ServerProcess dashboard, StorageOptions storage, HotRoomOptions options, PostgresServer postgres)
    {
        _dashboard = dashboard;
        _storage = storage;
        _mission = new HotMission(dashboard.Http);
        _clients = new LoadClient(dashboard.Url, options.Clients);
        _meter = new ProcessorMeter(postgres);
        _door = options.SessionDoor ? HotMission.SessionDoor : HotMission.RoomDoor;
    }

    /// <summary>The JSON of its first answer.</summary>
    public byte[] Answer { get; private set; } = [];

    /// <summary>Starts a build's dashboard on a database of its own.</summary>
    /// <param name="builds">The folder of the build's programs; null for the build that this program is of.</param>
    /// <param name="folder">Where a SQLite file goes.</param>
    /// <param name="options">How the room is run.</param>
    /// <param name="postgres">The database server.</param>
    public static async Task<HotServer> StartAsync(string? builds, string folder, HotRoomOptions options, PostgresServer postgres)
    {
        var storage = new StorageOptions { Folder = folder, PostgreSql = options.Sqlite ? null : await postgres.CreateDatabaseAsync() };
        var dashboard = ServerProcess.StartDashboard(
            null, builds, ["--caller-limit", "1000000", .. options.Sqlite ? (string[])["--data", storage.Folder] : ["--database", storage.PostgreSql!]]);
        await dashboard.ReadyAsync();
        await Keys.CutAsync(storage);
        await Keys.CutDeviceAsync(storage, HotMission.Mission);
        dashboard.Http.DefaultRequestHeaders.Authorization = new("Bearer", Keys.Administrator);
        return new HotServer(dashboard, storage, options, postgres);
    }

    /// <summary>Makes the room and so many people, and returns their badges.</summary>
    public Task<string[]> CreateAsync(int people) => _mission.CreateAsync(people);

    /// <summary>What the server says that it runs its grains on.</summary>
    public Task<string> RuntimeAsync() => _mission.RuntimeAsync();

    /// <summary>Has them all scanned at the door; also tells how many entries a commit held.</summary>
    /// <exception cref="InvalidDataException">Someone was not admitted.</exception>
    public async Task<(LoadRun Run, double Batch)> ScanAsync(string[] people)
    {
        var requests = new ScanRequests($"{HotMission.Path}/scans", people, _door);
        _answered.Add(requests);
        var before = await _mission.JournalAsync();
        var run = _meter.Measure(_dashboard, () => _clients.Run(requests, (request, body) =>
        {
            if (Answer.Length == 0)
                Answer = JsonOf(body).ToArray();
            return body.IndexOf(requests.Id(request)) >= 0 && body.IndexOf("\"outcome\":\"admitted\""u8) >= 0;
        }));
        var after = await _mission.JournalAsync();
        return (run, (double)(after.Entries - before.Entries) / (after.Commits - before.Commits));
    }

    /// <summary>In what the answers, the journal and the room disagree.</summary>
    public Task<List<string>> CheckAsync() => Agreement.CheckAsync(_answered, _mission, _storage);

    public async ValueTask DisposeAsync()
    {
        _clients.Dispose();
        await _meter.DisposeAsync();
        await _dashboard.DisposeAsync();
    }

    /// <summary>The body without its chunk's length and end.</summary>
    private static ReadOnlySpan<byte> JsonOf(ReadOnlySpan<byte> body) => body[body.IndexOf((byte)'{')..(body.LastIndexOf((byte)'}') + 1)];
}
