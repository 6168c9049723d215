using EventOps.Contracts.Scans;
using EventOps.Storage;

namespace EventOps.Grains;

/// <summary>Reads what is stored; when the database is away there is no decision, and that is what callers are told.</summary>
internal static class Stored
{
    public static async Task<T> Read<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (StorageException away)
        {
            throw new NotDurableException(away.Message, away);
        }
    }
}
