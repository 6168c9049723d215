using System.Globalization;

namespace EventOps.Samples;

internal sealed record Delegate(string Id, string Name, string Organisation, string Sector, string Language, string Badge, bool Vip, string Note);

/// <summary>The delegates, of organisations in the proportion of 372 to 243, and a minister's party of nine.</summary>
internal static class Crowd
{
    public const string MinistersOffice = "Office of the Minister for Northern Trade Routes";

    private static readonly (string Name, string Language)[] Party =
    [
        ("Hon. Geneviève Aucoin-Thorvaldsen", "fr"), ("Alistair Featherstonehaugh-O'Shaughnessy", "en"), ("Marie-Christine De Montigny-Charbonneau", "fr"),
        ("Desmond Okafor", "en"), ("Noémie L'Écuyer", "fr"), ("Harpreet Dhaliwal-MacIsaac", "en"), ("Jean-Sébastien D'Astous", "fr"), ("Zoë Abernathy", "en"),
        ("Loïc Théberge-St-Onge", "fr"),
    ];

    private static readonly string[] Notes =
    [
        "Wheelchair access", "Sign-language interpreter", "Guide dog", "Accompanied by an interpreter", "Seat near the door", "Speaker: take to the stage entrance",
        "Media: escort to the press area",
    ];

    public static List<Delegate> Draw(ulong seed, int count)
    {
        var chance = new Chance(seed).Fork(1);
        var badges = new Chance(seed).Fork(2);
        var party = Math.Min(Party.Length, count);
        var organisations = Organisations(chance, Math.Max(1, (int)((long)count * Sector.OrganisationsInAll / Sector.DelegatesInAll) - 1), count - party);
        var people = chance.Shuffled(organisations.SelectMany(o => Enumerable.Repeat(o, o.Size)));

        var delegates = new List<Delegate>(count);
        for (var i = 0; i < count; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"d{i + 1:D4}");
            var badge = BadgeCode.Draw(badges);
            if (i < party)
            {
                var (name, language) = Party[i];
                delegates.Add(new(id, name, MinistersOffice, Sector.All[i % Sector.All.Count].Name, language, badge, Vip: i < 3, Note: i == 0 ? "Minister: security detail of two" : ""));
                continue;
            }

            var organisation = people[i - party];
            var french = chance.In100(organisation.French ? 92 : 7);
            delegates.Add(new(id, french ? PersonNames.French(chance) : PersonNames.English(chance), organisation.Name, organisation.Sector,
                french ? "fr" : "en", badge, Vip: chance.In100(3), Note: chance.In100(4) ? chance.Of(Notes) : ""));
        }

        return delegates;
    }

    private sealed record Organisation(string Name, string Sector, bool French, int Size);

    /// <summary>Everyone sends at least one person; whoever already sends many tends to send more.</summary>
    private static List<Organisation> Organisations(Chance chance, int count, int people)
    {
        var sizes = new int[count];
        Array.Fill(sizes, 1);
        for (var extra = people - count; extra > 0; extra--)
            sizes[Math.Min(chance.Below(count), chance.Below(count))]++;

        var taken = new HashSet<string>(StringComparer.Ordinal) { MinistersOffice };
        var organisations = new List<Organisation>(count);
        for (var i = 0; i < count; i++)
        {
            var sector = SectorOf(i);
            var french = chance.In100(34);
            organisations.Add(new(OrganisationNames.Draw(chance, sector, french, taken), sector, french, sizes[i]));
        }

        return organisations;
    }

    private static string SectorOf(int i)
    {
        // a stride coprime to 243 deals the sectors out evenly among large and small organisations
        var place = (int)((long)i * 100 % Sector.OrganisationsInAll);
        foreach (var sector in Sector.All)
        {
            if (place < sector.Organisations)
                return sector.Name;
            place -= sector.Organisations;
        }

        throw new InvalidOperationException("The sectors' shares do not add up.");
    }
}
