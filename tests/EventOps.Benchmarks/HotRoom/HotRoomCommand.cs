using System.CommandLine;

namespace EventOps.Benchmarks.HotRoom;

/// <summary>Many clients check distinct people, each for the first time, into one room.</summary>
internal static class HotRoomCommand
{
    public static Command Create()
    {
        var clients = new Option<int>("--clients") { Description = "Connections, each with one request under way", DefaultValueFactory = _ => 64 };
        var scans = new Option<int>("--scans") { Description = "Scans in a round, each of another person", DefaultValueFactory = _ => 20_000 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds, of which the median counts", DefaultValueFactory = _ => 5 };
        var database = new Option<string>("--database") { Description = "postgres or sqlite", DefaultValueFactory = _ => "postgres" };
        var door = new Option<string>("--door") { Description = "session or room: at whose door they are scanned", DefaultValueFactory = _ => "session" };
        var beside = new Option<string?>("--beside") { Description = "The folder of another build's programs, such as artifacts/orleans/bin, whose dashboard takes turns with this build's" };
        database.AcceptOnlyFromAmong("postgres", "sqlite");
        door.AcceptOnlyFromAmong("session", "room");
        var command = new Command("hot-room", "Scans a second into one room, beside a row lock and beside no work at all") { clients, scans, rounds, database, door, beside };
        command.SetAction((parsed, _) => HotRoomRun.RunAsync(new HotRoomOptions(
            parsed.GetValue(clients), parsed.GetValue(scans), parsed.GetValue(rounds), parsed.GetValue(database) == "sqlite", parsed.GetValue(door) == "session", parsed.GetValue(beside))));
        return command;
    }
}

/// <summary>How the hot room is run.</summary>
/// <param name="Clients">Connections, each with one request under way.</param>
/// <param name="Scans">Scans in a round.</param>
/// <param name="Rounds">Rounds, of which the median counts.</param>
/// <param name="Sqlite">Whether EventOps stores in SQLite; the row lock is always PostgreSQL's.</param>
/// <param name="SessionDoor">Whether they are scanned at a session's door, which counts its attendance too; else at the room's.</param>
/// <param name="Beside">The folder of another build's programs, or null.</param>
internal sealed record HotRoomOptions(int Clients, int Scans, int Rounds, bool Sqlite, bool SessionDoor, string? Beside);
