using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;

namespace EventOps.Testing;

/// <summary>A PostgreSQL server of the tests' own, with fsync, in a temporary folder and on a free port. It ends with the process that started it.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string SuperUser = "postgres";

    private static readonly Lazy<Task<PostgresServer>> SharedServer = new(StartNewAsync);
    private static int Databases;

    private readonly string _folder;
    private readonly string _binaries;
    private readonly Process _guard;

    private PostgresServer(string binaries, string folder, int port)
    {
        _binaries = binaries;
        _folder = folder;
        Port = port;
        _guard = StartGuard();
    }

    /// <summary>On which port of the loopback address it listens, also after it was stopped and started again.</summary>
    public int Port { get; }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The server that all tests of this process share. Tests that stop a server start one of their own.</summary>
    public static Task<PostgresServer> SharedAsync() => SharedServer.Value;

    /// <summary>Makes a server and waits until it accepts connections.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed.</exception>
    public static async Task<PostgresServer> StartNewAsync()
    {
        var folder = Directory.CreateTempSubdirectory("eventops-postgres-").FullName;
        var server = new PostgresServer(FindBinaries(), folder, FreePort());
        try
        {
            if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
            {
                // It refuses to run as root; the folder is handed to the user that its package has made.
                File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
                await RunAsync("chown", ["-R", SuperUser, folder], asServer: false);
            }

            await RunAsync(
                server.Binary("initdb"), ["-D", server.Data, "-U", SuperUser, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], asServer: true);
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>How to reach a database of it.</summary>
    public string ConnectionString(string database = SuperUser) =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = Port, Username = SuperUser, Database = database }.ToString();

    /// <summary>Makes an empty database, and returns how to reach it.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref Databases)}");
        await using var source = NpgsqlDataSource.Create(ConnectionString());

        // To copy the files of the template is three times as fast as to write them to the log.
        await using var command = source.CreateCommand($"CREATE DATABASE {name} STRATEGY file_copy");
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Runs one of PostgreSQL's own programs, such as pg_dump, against it as its superuser; returns when that has ended well.</summary>
    public Task RunProgramAsync(string name, params string[] arguments) =>
        RunAsync(Binary(name), ["-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", SuperUser, .. arguments], asServer: false);

    /// <summary>Starts it again after it was stopped; returns when it accepts connections.</summary>
    public Task StartAsync()
    {
        var settings = string.Create(
            CultureInfo.InvariantCulture,
            $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=on -c max_connections=200 -c shared_buffers=128MB");
        return RunAsync(Binary("pg_ctl"), ["start", "-w", "-t", "60", "-D", Data, "-l", Path.Combine(_folder, "log"), "-o", settings], asServer: true);
    }

    /// <summary>Stops it as its package does ("fast"): sessions are terminated, everything is written; returns when it has ended.</summary>
    public Task StopAsync() => RunAsync(Binary("pg_ctl"), ["stop", "-w", "-t", "60", "-m", "fast", "-D", Data], asServer: true);

    /// <summary>Ends it without any goodbye, as a power cut would; its log is replayed when it starts again.</summary>
    public Task KillAsync() => RunAsync(Binary("pg_ctl"), ["stop", "-w", "-t", "60", "-m", "immediate", "-D", Data], asServer: true);

    /// <summary>Ends it and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        _guard.StandardInput.Close();
        await _guard.WaitForExitAsync();
        _guard.Dispose();
    }

    private static string FindBinaries()
    {
        var packaged = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(path => path, StringComparer.Ordinal).Select(path => Path.Combine(path, "bin"))
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return packaged.Concat(onPath).FirstOrDefault(path => File.Exists(Path.Combine(path, "initdb")))
            ?? throw new InvalidOperationException("These tests need PostgreSQL: install the Debian package postgresql-15 (apt install postgresql-15).");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string program, string[] arguments, bool asServer)
    {
        using var process = Start(program, arguments, asServer);

        // What it prints goes to a pipe that a server would inherit and keep open, so only its end is waited for.
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static Process Start(string program, string[] arguments, bool asServer) =>
        // The shell throws the output away: a server that keeps a pipe of ours would keep the test run alive.
        Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec {Line(program, arguments, asServer)} >/dev/null 2>&1 </dev/null"]) { WorkingDirectory = "/" })!;

    private static string Line(string program, string[] arguments, bool asServer)
    {
        string[] line = asServer && OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
            ? ["setpriv", $"--reuid={SuperUser}", $"--regid={SuperUser}", "--clear-groups", program, .. arguments]
            : [program, .. arguments];
        return string.Join(' ', line.Select(part => $"'{part}'"));
    }

    private string Binary(string name) => Path.Combine(_binaries, name);

    /// <summary>
    /// A shell that reads from this process, and so learns of its end in whatever way it comes (kill -9 too). Then it ends the server, by its id if
    /// it must, and removes the folder.
    /// </summary>
    private Process StartGuard()
    {
        var stop = Line(Binary("pg_ctl"), ["stop", "-w", "-t", "20", "-m", "immediate", "-D", Data], asServer: true);
        var script = $"""
            exec >/dev/null 2>&1
            trap '' INT TERM HUP
            cat
            {stop} || kill -9 $(head -1 '{Data}/postmaster.pid')
            rm -rf '{_folder}'
            """;
        return Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = "/" })!;
    }
}
