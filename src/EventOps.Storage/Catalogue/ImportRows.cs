namespace EventOps.Storage;

/// <summary>The part of an import that is the same on both databases.</summary>
internal static class ImportRows
{
    /// <summary>Why a badge was revoked whose delegate got another one by an import.</summary>
    public const string ReplacedByImport = "replaced by import";

    /// <summary>Refuses what would make one row overwrite another of the same import.</summary>
    public static void Check(ProgrammeImport import)
    {
        Once(import.Cities, row => row.Id);
        Once(import.Venues, row => row.Id);
        Once(import.Rooms, row => row.Id);
        Once(import.Sessions, row => row.Id);
        Once(import.Delegates, row => row.Id);
        Once(import.Registrations, row => (row.Session, row.Delegate));
        var owners = new Dictionary<string, DelegateId>(import.Delegates.Length);
        foreach (var row in import.Delegates.Where(row => row.Badge.Length > 0))
        {
            if (!BadgeCode.IsStorable(row.Badge))
                throw new ArgumentException($"The badge code of delegate '{row.Id}' cannot be written in UTF-8.", nameof(import));
            if (!owners.TryAdd(row.Badge, row.Id))
                throw new BadgeTakenException(row.Badge, owners[row.Badge]);
        }
    }

    /// <summary>Refuses codes that another delegate of the mission was given before.</summary>
    public static async Task CheckBadgesAsync(
        EventOpsDatabase database, DbConnection connection, MissionId mission, ImmutableArray<DelegateRecord> delegates, CancellationToken cancellationToken)
    {
        var owners = delegates.Where(row => row.Badge.Length > 0).ToDictionary(row => row.Badge, row => row.Id);
        if (owners.Count == 0)
            return;
        var command = connection.Command(database.Sql["badge-owners"], ("mission", mission.Value));
        database.AddTexts(command, "codes", owners.Keys);
        foreach (var (code, owner) in await command.QueryAsync(row => (row.GetString(0), new DelegateId(row.GetString(1))), cancellationToken))
        {
            if (owners[code] != owner)
                throw new BadgeTakenException(code, owner);
        }
    }

    /// <summary>Writes cities, venues, rooms and sessions, and returns how many rows are new or other than before.</summary>
    public static async Task<int> WritePlacesAsync(
        EventOpsDatabase database, DbConnection connection, MissionId mission, ProgrammeImport import, CancellationToken cancellationToken)
    {
        var changed = 0;
        var positions = await PositionsAsync("cities", import.Cities.Select(row => row.Id.Value));
        foreach (var row in import.Cities)
        {
            changed += await SaveAsync(
                "save-city", ("city", row.Id.Value), ("name", row.Name), ("time_zone", row.TimeZone), ("position", positions[row.Id.Value]));
        }

        positions = await PositionsAsync("venues", import.Venues.Select(row => row.Id.Value));
        foreach (var row in import.Venues)
        {
            changed += await SaveAsync(
                "save-venue",
                ("venue", row.Id.Value),
                ("city", row.City.Value),
                ("name", row.Name),
                ("address", row.Address),
                ("legal", row.Legal),
                ("position", positions[row.Id.Value]));
        }

        positions = await PositionsAsync("rooms", import.Rooms.Select(row => row.Id.Value));
        foreach (var row in import.Rooms)
        {
            changed += await SaveAsync(
                "save-room",
                ("room", row.Id.Value),
                ("venue", row.Venue.Value),
                ("name", row.Name),
                ("legal", row.Legal),
                ("comfort", row.Comfort),
                ("position", positions[row.Id.Value]));
        }

        foreach (var row in import.Sessions)
        {
            changed += await SaveAsync(
                "save-session",
                ("session", row.Id.Value),
                ("room", row.Room.Value),
                ("title", row.Title),
                ("kind", CatalogueRows.Name(row.Kind)),
                ("access", CatalogueRows.Name(row.Access)),
                ("starts_at", row.Start.ToUniversalTime()),
                ("ends_at", row.End.ToUniversalTime()),
                ("doors_open", row.DoorsOpen.ToUniversalTime()),
                ("doors_close", row.DoorsClose.ToUniversalTime()),
                ("host", row.Host),
                ("sector", row.Sector),
                ("status", CatalogueRows.Name(row.Status)),
                ("held_for", row.HeldFor));
        }

        return changed;

        Task<int> SaveAsync(string statement, params ReadOnlySpan<(string Name, object? Value)> values) =>
            connection.ExecuteAsync(database.Sql[statement], cancellationToken, [("mission", mission.Value), .. values]);

        async Task<Dictionary<string, int>> PositionsAsync(string statement, IEnumerable<string> imported)
        {
            var stored = await connection.QueryAsync(database.Sql[statement], row => row.GetString(0), cancellationToken, ("mission", mission.Value));
            return Positions(stored, [.. imported]);
        }
    }

    /// <summary>The order of the import when it names all rows; else stored ones keep their places and new ones come last.</summary>
    internal static Dictionary<string, int> Positions(List<string> stored, List<string> imported)
    {
        var order = stored.Except(imported).Any() ? stored.Union(imported) : imported;
        return order.Select((id, position) => (id, position)).ToDictionary(row => row.id, row => row.position);
    }

    private static void Once<TRow, TKey>(ImmutableArray<TRow> rows, Func<TRow, TKey> key)
    {
        var seen = new HashSet<TKey>(rows.Length);
        foreach (var row in rows)
        {
            if (!seen.Add(key(row)))
                throw new ArgumentException($"{typeof(TRow).Name} '{key(row)}' is there twice.", nameof(rows));
        }
    }
}
