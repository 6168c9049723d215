using System.Diagnostics;
using EventOps.Testing;
using Npgsql;

namespace EventOps.Benchmarks.Load;

/// <summary>Tells which process has used how much of the processors: on a busy machine that is steadier than any rate.</summary>
internal sealed class ProcessorMeter(PostgresServer postgres) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(postgres.ConnectionString());

    /// <summary>Runs a load against a server, and notes what it cost.</summary>
    public LoadRun Measure(ServerProcess server, Func<LoadRun> load)
    {
        var before = Read(server);
        var run = load();
        return run with { Cost = (Read(server) - before).Each(run.Count) };
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private ProcessorTimes Read(ServerProcess server)
    {
        using var self = Process.GetCurrentProcess();
        return new ProcessorTimes(server.ProcessorTime, DatabaseTime(), self.TotalProcessorTime.TotalMicroseconds);
    }

    /// <summary>All processes of the database server have a row here, those of connections and those that write in the background.</summary>
    private double DatabaseTime()
    {
        using var select = _source.CreateCommand("SELECT pid FROM pg_stat_activity");
        using var rows = select.ExecuteReader();
        var sum = 0.0;
        while (rows.Read())
        {
            using var process = Process.GetProcessById(rows.GetInt32(0));
            sum += process.TotalProcessorTime.TotalMicroseconds;
        }

        return sum;
    }
}
