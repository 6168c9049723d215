using System.Runtime.CompilerServices;
using System.Text.Json;

namespace EventOps.Storage;

/// <summary>The catalogue of both databases: what differs is in the SQL, and in how an import is written.</summary>
internal sealed class RelationalCatalogue : ICatalogue
{
    private const int BadgesPerStep = 500;

    private readonly EventOpsDatabase _database;
    private readonly IImportWriter _import;
    private readonly GroupReader<string, List<BadgeOwner>> _badges;

    public RelationalCatalogue(EventOpsDatabase database)
    {
        _database = database;
        _import = database.CreateImportWriter();
        _badges = new(ReadBadgesAsync, database.WhenUnavailable);
    }

    public async Task<IReadOnlyList<MissionListing>> MissionsAsync(CancellationToken cancellationToken = default) =>
        await ReadAsync("missions", row => new MissionListing(new(row.GetString(0)), row.GetString(1), row.GetInt64(2)), cancellationToken);

    public Task<MissionProgramme?> ReadProgrammeAsync(MissionId mission, CancellationToken cancellationToken = default) =>
        ReadAsOfAsync(
            async connection =>
            {
                var found = await connection.QueryAsync(
                    _database.Sql["mission"],
                    row => new MissionProgramme(mission, row.GetString(0), row.GetInt64(1), ReadClock(row.GetString(2)), [], [], [], []),
                    cancellationToken,
                    ("mission", mission.Value));
                if (found is not [var programme])
                    return null;
                var places = await ReadPlacesAsync(connection, mission, cancellationToken);
                return programme with { Cities = places.Cities, Venues = places.Venues, Rooms = places.Rooms, Sessions = places.Sessions };
            },
            cancellationToken);

    public async Task<long?> VersionAsync(MissionId mission, CancellationToken cancellationToken = default) =>
        await ReadAsync("version", row => row.GetInt64(0), cancellationToken, ("mission", mission.Value)) is [var version] ? version : null;

    public Task CreateMissionAsync(MissionId mission, string name, MissionClock clock, CancellationToken cancellationToken = default) =>
        _database.WriteAsync(
            connection => connection.ExecuteAsync(
                _database.Sql["create-mission"], cancellationToken, ("mission", mission.Value), ("name", name), ("clock", WriteClock(clock))),
            cancellationToken);

    public Task<long> SetClockAsync(MissionId mission, MissionClock clock, CancellationToken cancellationToken = default) =>
        _database.WriteAsync(
            async connection =>
            {
                var versions = await connection.QueryAsync(
                    _database.Sql["set-clock"], row => row.GetInt64(0), cancellationToken, ("mission", mission.Value), ("clock", WriteClock(clock)));
                return versions is [var version] ? version : throw NoMission(mission);
            },
            cancellationToken);

    public Task<long> ImportAsync(MissionId mission, ProgrammeImport import, CancellationToken cancellationToken = default)
    {
        ImportRows.Check(import);
        return _import.WriteAsync(mission, import, cancellationToken);
    }

    public Task<ProgrammeImport> ReadAllAsync(MissionId mission, CancellationToken cancellationToken = default) =>
        ReadAsOfAsync(
            async connection =>
            {
                var places = await ReadPlacesAsync(connection, mission, cancellationToken);
                return places with
                {
                    Delegates = await ReadManyAsync(connection, "delegates", mission, DelegateWithBadge, cancellationToken),
                    Registrations = await ReadManyAsync(connection, "registrations", mission, CatalogueRows.Registration, cancellationToken),
                };
            },
            cancellationToken);

    public async Task<ImmutableArray<Registration>> RegistrationsAsync(
        MissionId mission, SessionId session, CancellationToken cancellationToken = default) =>
        [.. await ReadAsync(
            "registrations-of-session", CatalogueRows.Registration, cancellationToken, ("mission", mission.Value), ("session", session.Value))];

    public async Task<ImmutableArray<Registration>> RegistrationsAsync(
        MissionId mission, DelegateId @delegate, CancellationToken cancellationToken = default) =>
        [.. await ReadAsync(
            "registrations-of-delegate", CatalogueRows.Registration, cancellationToken, ("mission", mission.Value), ("delegate", @delegate.Value))];

    public async IAsyncEnumerable<DelegateRecord> DelegatesAsync(
        MissionId mission, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var connection = await GuardAsync(() => _database.Source.OpenConnectionAsync(cancellationToken).AsTask());
        await using var command = connection.Command(_database.Sql["delegates"], ("mission", mission.Value));
        await using var reader = await GuardAsync(() => command.ExecuteReaderAsync(cancellationToken));
        while (await GuardAsync(() => reader.ReadAsync(cancellationToken)))
            yield return DelegateWithBadge(reader);
    }

    public async Task<IReadOnlyList<BadgeOwner>> FindBadgeAsync(string code, CancellationToken cancellationToken = default) =>
        BadgeCode.IsStorable(code) ? await _badges.ReadAsync(code, cancellationToken) ?? [] : [];

    public async Task<ILookup<DelegateId, CityId>> CitiesOfDelegatesAsync(MissionId mission, CancellationToken cancellationToken = default)
    {
        var rows = await ReadAsync(
            "cities-of-delegates", row => (new DelegateId(row.GetString(0)), City: new CityId(row.GetString(1))), cancellationToken, ("mission", mission.Value));
        return rows.ToLookup(row => row.Item1, row => row.City);
    }

    public async Task<(long Version, int Issued)> IssueBadgesAsync(
        MissionId mission, IReadOnlyList<(DelegateId Delegate, string Code)> badges, CancellationToken cancellationToken = default)
    {
        var (version, issued) = (await VersionAsync(mission, cancellationToken) ?? throw NoMission(mission), 0);
        foreach (var step in badges.Chunk(BadgesPerStep))
        {
            (version, var more) = await _database.WriteAsync(connection => IssueAsync(connection, mission, step, cancellationToken), cancellationToken);
            issued += more;
        }

        return (version, issued);
    }

    public Task<long> ReissueBadgeAsync(
        MissionId mission, DelegateId @delegate, string newCode, string why, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        if (!BadgeCode.IsStorable(newCode))
            throw new ArgumentException("A badge code is not empty and can be written in UTF-8.", nameof(newCode));
        return _database.WriteAsync(
            async connection =>
            {
                var version = await LockDelegateAsync(connection, mission, @delegate, cancellationToken);
                var added = await connection.ExecuteAsync(
                    _database.Sql["add-badge"], cancellationToken, ("code", newCode), ("mission", mission.Value), ("delegate", @delegate.Value));
                if (added == 0)
                    throw new BadgeTakenException(newCode, await OwnerAsync(connection, mission, newCode, cancellationToken));
                await RevokeAsync(connection, mission, @delegate, newCode, why, at, cancellationToken);
                return version;
            },
            cancellationToken);
    }

    public Task<long> RevokeBadgeAsync(
        MissionId mission, DelegateId @delegate, string why, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        _database.WriteAsync(
            async connection =>
            {
                var version = await LockDelegateAsync(connection, mission, @delegate, cancellationToken);
                await RevokeAsync(connection, mission, @delegate, "", why, at, cancellationToken);
                return version;
            },
            cancellationToken);

    public Task<long> EraseDelegateAsync(MissionId mission, DelegateId @delegate, CancellationToken cancellationToken = default) => _database.WriteAsync(
        async connection =>
        {
            var version = await LockDelegateAsync(connection, mission, @delegate, cancellationToken);
            await ForgetAsync(connection, mission, @delegate.Value, cancellationToken);
            await connection.ExecuteAsync(_database.Sql["forget-registrations"], cancellationToken, ("mission", mission.Value), ("delegate", @delegate.Value));
            return version;
        },
        cancellationToken);

    public Task<long> AnonymiseAsync(MissionId mission, CancellationToken cancellationToken = default) => _database.WriteAsync(
        async connection =>
        {
            var version = await RaiseVersionAsync(connection, mission, cancellationToken);
            await ForgetAsync(connection, mission, "", cancellationToken);
            return version;
        },
        cancellationToken);

    internal static MissionClock ReadClock(string text) => JsonSerializer.Deserialize(text, CatalogueJson.Default.MissionClock)!;

    internal static NotInCatalogueException NoMission(MissionId mission) => new($"There is no mission '{mission}'.");

    private static string WriteClock(MissionClock clock) => JsonSerializer.Serialize(clock, CatalogueJson.Default.MissionClock);

    private static DelegateRecord DelegateWithBadge(DbDataReader row) => CatalogueRows.Delegate(row, 0, row.GetString(7));

    private async Task<(long Version, int Issued)> IssueAsync(
        DbConnection connection, MissionId mission, (DelegateId Delegate, string Code)[] badges, CancellationToken cancellationToken)
    {
        var version = await RaiseVersionAsync(connection, mission, cancellationToken);
        var command = connection.Command(_database.Sql["issue-badges"], ("mission", mission.Value));
        _database.AddTexts(command, "codes", [.. badges.Select(badge => badge.Code)]);
        _database.AddTexts(command, "delegates", [.. badges.Select(badge => badge.Delegate.Value)]);
        await using (command)
            return (version, await command.ExecuteNonQueryAsync(cancellationToken));
    }

    private Task RevokeAsync(
        DbConnection connection, MissionId mission, DelegateId @delegate, string keep, string why, DateTimeOffset at, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(
            _database.Sql["revoke-badge"],
            cancellationToken,
            ("mission", mission.Value),
            ("delegate", @delegate.Value),
            ("keep", keep),
            ("why", why),
            ("at", at.ToUniversalTime()));

    /// <summary>Takes away who one delegate is, or with an empty id, who all are.</summary>
    private async Task ForgetAsync(DbConnection connection, MissionId mission, string @delegate, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(_database.Sql["anonymise-delegates"], cancellationToken, ("mission", mission.Value), ("delegate", @delegate), ("no", false));
        await connection.ExecuteAsync(_database.Sql["forget-badges"], cancellationToken, ("mission", mission.Value), ("delegate", @delegate));
        await connection.ExecuteAsync(_database.Sql["forget-organisations"], cancellationToken, ("mission", mission.Value));
    }

    /// <summary>Its row keeps other writers of the mission out until the end.</summary>
    private async Task<long> RaiseVersionAsync(DbConnection connection, MissionId mission, CancellationToken cancellationToken)
    {
        var versions = await connection.QueryAsync(
            _database.Sql["raise-version"], row => row.GetInt64(0), cancellationToken, ("mission", mission.Value));
        return versions is [var version] ? version : throw NoMission(mission);
    }

    private async Task<long> LockDelegateAsync(DbConnection connection, MissionId mission, DelegateId @delegate, CancellationToken cancellationToken)
    {
        var version = await RaiseVersionAsync(connection, mission, cancellationToken);
        var found = await connection.QueryAsync(
            _database.Sql["delegate-exists"], row => row.GetInt32(0), cancellationToken, ("mission", mission.Value), ("delegate", @delegate.Value));
        return found.Count > 0 ? version : throw new NotInCatalogueException($"There is no delegate '{@delegate}' in mission '{mission}'.");
    }

    private async Task<DelegateId> OwnerAsync(DbConnection connection, MissionId mission, string code, CancellationToken cancellationToken)
    {
        var command = connection.Command(_database.Sql["badge-owners"], ("mission", mission.Value));
        _database.AddTexts(command, "codes", [code]);
        var owners = await command.QueryAsync(row => row.GetString(1), cancellationToken);
        return new(owners[0]);
    }

    private async Task<Dictionary<string, List<BadgeOwner>>> ReadBadgesAsync(IReadOnlyList<string> codes, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenGroupReadAsync(cancellationToken);
        var command = connection.Command(_database.Sql["find-badges"]);
        _database.AddTexts(command, "codes", [.. codes.Distinct(StringComparer.Ordinal)]);
        var owners = await command.QueryAsync(
            row => new BadgeOwner(new(row.GetString(3)), new(row.GetString(4)), CatalogueRows.Badge(row, 0)), cancellationToken);
        return owners.GroupBy(owner => owner.Badge.Code).ToDictionary(group => group.Key, group => group.ToList());
    }

    private async Task<ProgrammeImport> ReadPlacesAsync(DbConnection connection, MissionId mission, CancellationToken cancellationToken) => new(
        await ReadManyAsync(connection, "cities", mission, CatalogueRows.City, cancellationToken),
        await ReadManyAsync(connection, "venues", mission, CatalogueRows.Venue, cancellationToken),
        await ReadManyAsync(connection, "rooms", mission, CatalogueRows.Room, cancellationToken),
        await ReadManyAsync(connection, "sessions", mission, CatalogueRows.Session, cancellationToken),
        [],
        []);

    private async Task<ImmutableArray<T>> ReadManyAsync<T>(
        DbConnection connection, string statement, MissionId mission, Func<DbDataReader, T> read, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync(_database.Sql[statement], read, cancellationToken, ("mission", mission.Value))];

    private Task<List<T>> ReadAsync<T>(
        string statement, Func<DbDataReader, T> read, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters) =>
        GuardAsync(async () =>
        {
            await using var connection = await _database.Source.OpenConnectionAsync(cancellationToken);
            return await connection.QueryAsync(_database.Sql[statement], read, cancellationToken, parameters);
        });

    /// <summary>Several statements that see one state of the database.</summary>
    private Task<T> ReadAsOfAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) =>
        GuardAsync(async () =>
        {
            await using var connection = await _database.Source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await _database.BeginReadAsync(connection, cancellationToken);
            var result = await read(connection);
            await transaction.CommitAsync(cancellationToken);
            return result;
        });

    private async Task<T> GuardAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (_database.IsUnavailable(e))
        {
            throw _database.Unavailable(e);
        }
    }
}
