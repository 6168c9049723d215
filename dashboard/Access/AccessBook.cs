using System.Text.Json;
using EventOps.Domain.Access;
using EventOps.Storage;

namespace EventOps.Dashboard.Access;

/// <summary>
/// Who may do what, held by each process whole, for it is asked with every request: some hundred accounts and devices. What other processes change is read twice a
/// second; a credential that is not known is looked for at once.
/// </summary>
public sealed partial class AccessBook(AccessTable table, TimeProvider time, ILogger<AccessBook> log) : BackgroundService
{
    private static readonly TimeSpan LookPeriod = TimeSpan.FromMilliseconds(500);
    private const int Tries = 8;

    private readonly SharedRead _changes = new();
    private long _version;
    private bool _isLost;

    /// <summary>People who sign in.</summary>
    public Shelf<Account> Accounts { get; } = new("account");

    /// <summary>Their sign-ins.</summary>
    public Shelf<SignIn> SignIns { get; } = new("sign-in");

    /// <summary>Paired devices, and those that wait to be.</summary>
    public Shelf<Device> Devices { get; } = new("device");

    /// <summary>Links of session hosts.</summary>
    public Shelf<HostLink> Links { get; } = new("host-link");

    /// <summary>How long each mission's people are kept.</summary>
    public Shelf<Retention> Retentions { get; } = new("privacy");

    /// <summary>Who is told after every look, whether or not something changed: what expires does so by itself.</summary>
    public Func<Task>? AfterLook { get; set; }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Reads what other processes have changed before it was called.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken = default) => _changes.Join(ReadChangesAsync).WaitAsync(cancellationToken);

    /// <summary>
    /// Changes a document, or makes it, together with what is remembered of it, and returns it as it is now. When somebody else changed it meanwhile, the change is
    /// made again on what they left.
    /// </summary>
    /// <param name="shelf">Where it is.</param>
    /// <param name="id">Which one.</param>
    /// <param name="change">From what is there, or null, to what shall be; it returns the same to change nothing.</param>
    /// <param name="remember">The lines of the audit trail, from before and after.</param>
    public async Task<T> ChangeAsync<T>(Shelf<T> shelf, string id, Func<T?, T> change, Func<T?, T, IReadOnlyList<AuditEntry>>? remember = null)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var held = shelf.Held(id);
            var after = change(held?.Value);
            if (ReferenceEquals(after, held?.Value))
                return after;
            try
            {
                // What cannot be read back is not written: it would be in the way of everybody who reads.
                var body = AccessJson.Write(after);
                after = AccessJson.Read<T>(body);
                var version = await table.SaveAsync([new AccessRow(shelf.Kind, id, body, held?.Version ?? 0)], remember?.Invoke(held?.Value, after) ?? []);
                shelf.Put(new AccessRow(shelf.Kind, id, body, version));
                await TellAsync();
                return after;
            }
            catch (AccessConflictException) when (attempt < Tries)
            {
                await RefreshAsync();
            }
        }
    }

    /// <summary>Takes away what says nothing any more.</summary>
    public async Task RemoveAsync<T>(Shelf<T> shelf, IEnumerable<string> ids)
        where T : class
    {
        AccessRow[] rows = [.. ids.Select(id => (Id: id, Held: shelf.Held(id))).Where(found => found.Held is not null).Select(found => new AccessRow(shelf.Kind, found.Id, "", found.Held!.Version))];
        if (rows.Length == 0)
            return;
        await table.RemoveAsync(rows);
        foreach (var row in rows)
            shelf.Forget(row.Id);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(LookPeriod, time);
        while (await looks.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
                _isLost = false;
            }
            catch (StorageException failure)
            {
                if (!_isLost)
                    LogLost(log, failure.Message);
                _isLost = true;
            }

            await TellAsync();
        }
    }

    private async Task ReadChangesAsync()
    {
        foreach (var row in await table.ChangesAsync(_version))
        {
            // A kind that a later version brings is not ours to understand.
            Put(row);
            _version = row.Version;
        }
    }

    private IShelf? ShelfOf(string kind) => new IShelf[] { Accounts, SignIns, Devices, Links, Retentions }.FirstOrDefault(shelf => shelf.Kind == kind);

    private void Put(AccessRow row)
    {
        try
        {
            ShelfOf(row.Kind)?.Put(row);
        }
        catch (JsonException failure)
        {
            LogUnread(log, row.Kind, row.Id, failure);
        }
    }

    private Task TellAsync() => AfterLook?.Invoke() ?? Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Error, Message = "The {Kind} '{Id}' cannot be read and is as if it were not there")]
    private static partial void LogUnread(ILogger log, string kind, string id, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changes of access cannot be read; what is known holds until they can ({Why})")]
    private static partial void LogLost(ILogger log, string why);
}
