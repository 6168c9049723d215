using EventOps.Contracts;
using EventOps.Programme.Csv;

namespace EventOps.Programme.Files;

/// <summary><c>delegates.csv</c>: the people, and the codes of badges that they have been given elsewhere. A code never goes from one person to another.</summary>
internal sealed class DelegatesFile(ImportRows rows)
{
    public static readonly string[] Required = ["id", "name"];
    public static readonly string[] Optional = ["badge", "organisation", "sector", "language", "vip", "note"];

    private readonly Dictionary<string, int> _badgeLines = new(StringComparer.Ordinal);

    public void Read(CsvTable row)
    {
        var hasId = row.Id<DelegateId>("id", out var id) && row.IsFirst("id", id, rows.DelegateLines);
        rows.Known.Delegates.TryGetValue(id, out var before);
        var name = row.Text("name", Limits.Name);
        var organisation = row.OptionalText("organisation", Limits.Name, before?.Organisation ?? "");
        var sector = row.OptionalText("sector", Limits.Name, before?.Sector ?? "");
        var language = ReadLanguage(row, before?.Language ?? "en");
        var badge = ReadBadge(row, id, before?.Badge ?? "");
        var vip = ReadVip(row, before?.Vip ?? false);
        var note = row.OptionalText("note", Limits.Note, before?.Note ?? "");
        if (hasId)
            rows.Delegates.Add(new(id, name, rows.Shared(organisation), rows.Shared(sector), language, badge, vip, rows.Shared(note)));
    }

    private static string ReadLanguage(CsvTable row, string before)
    {
        if (!row.Has("language"))
            return before;
        switch (row["language"].ToLowerInvariant())
        {
            case "en" or "": return "en";
            case "fr": return "fr";
            case "es": return "es";
            default:
                row.Problem("language", "en, fr or es");
                return "en";
        }
    }

    /// <summary>No code says nothing: who has a badge keeps it, and who has none is issued one here.</summary>
    private string ReadBadge(CsvTable row, DelegateId id, string before)
    {
        var badge = row["badge"];
        if (badge.Length == 0)
            return before;
        if (badge.Length is < Limits.BadgeMin or > Limits.BadgeMax || badge.AsSpan().ContainsAnyExceptInRange('!', '~'))
            row.Problem("badge", $"{Limits.BadgeMin} to {Limits.BadgeMax} printable characters without spaces or accents");
        else if (row.IsFirst("badge", badge, _badgeLines) && rows.Known.BadgeOwners.TryGetValue(badge, out var owner) && owner != id)
            row.Problem("badge", $"a code that nobody else has had: it is {owner}'s in this mission");
        return badge;
    }

    private static bool ReadVip(CsvTable row, bool before)
    {
        if (!row.Has("vip"))
            return before;
        switch (row["vip"].ToLowerInvariant())
        {
            case "yes" or "true" or "1": return true;
            case "no" or "false" or "0" or "": return false;
            default:
                row.Problem("vip", "yes or no");
                return false;
        }
    }
}
