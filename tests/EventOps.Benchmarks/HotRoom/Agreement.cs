using System.Text.Json;
using EventOps.Benchmarks.Load;
using EventOps.Storage;

namespace EventOps.Benchmarks.HotRoom;

/// <summary>Whether the answers, the journal and the room say the same once all is quiet.</summary>
internal static class Agreement
{
    private static readonly TimeSpan BoardIsLate = TimeSpan.FromMilliseconds(200);

    /// <summary>What disagrees; empty when nothing does.</summary>
    /// <param name="answered">The scans that were answered "admitted".</param>
    /// <param name="mission">The mission.</param>
    /// <param name="storage">Where the journal is.</param>
    public static async Task<List<string>> CheckAsync(IReadOnlyCollection<ScanRequests> answered, HotMission mission, StorageOptions storage)
    {
        var wrong = new List<string>();
        var told = answered.SelectMany(requests => requests.Ids).ToHashSet();
        var written = await AdmittedAsync(storage);
        Expect("journal rows of the room", told.Count, written.Count);
        Expect("scans in the journal, each once", told.Count, written.Distinct().Count());
        Expect("scans that were answered and are not in the journal", 0, told.Except(written).Count());

        // Counts reach the board at most ten times a second.
        await Task.Delay(BoardIsLate, TimeProvider.System);
        Expect("people in the room", told.Count, await mission.PresentAsync());
        return wrong;

        void Expect(string what, int expected, int found)
        {
            if (expected != found)
                wrong.Add($"{what}: {found}, where {expected} scans were answered 'admitted'");
        }
    }

    /// <summary>The scans that the journal says were admitted to the room.</summary>
    private static async Task<List<Guid>> AdmittedAsync(StorageOptions storage)
    {
        await using var database = EventOpsDatabase.Create(storage);
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var select = connection.CreateCommand();
        select.CommandText = $"SELECT entry FROM journal WHERE stream = '{HotMission.Stream}'";
        await using var rows = await select.ExecuteReaderAsync();
        var admitted = new List<Guid>();
        while (await rows.ReadAsync())
        {
            using var entry = JsonDocument.Parse(rows.GetFieldValue<byte[]>(0));
            if (entry.RootElement.GetProperty("kind").ValueEquals("admitted") && entry.RootElement.GetProperty("place").ValueEquals(HotMission.Room))
                admitted.Add(entry.RootElement.GetProperty("scanId").GetGuid());
        }

        return admitted;
    }
}
