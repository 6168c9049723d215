using System.Globalization;

namespace EventOps.Samples;

internal sealed record Session(
    string Id, string Room, string Title, string Kind, string Access, DateTime Start, DateTime End, DateTime DoorsOpen, DateTime DoorsClose,
    string Host, string Sector, string Status, string HeldFor, int Draw);

/// <summary>
/// The 64 sessions, as a programme committee would write them down. Draw is how many of a hundred delegates who could come want to.
/// </summary>
internal static class Agenda
{
    public const string MinistersParty = "Minister's party";

    public static readonly IReadOnlyList<Session> Sessions =
    [
        // Sunday: arrivals
        Plenary("15 16:00-17:00", "delegate-briefing", "ala-floresta", "Delegate briefing: the week ahead | Breffage des délégués", "Ruth Colquhoun", access: "open"),
        Meeting("15 17:15-18:00", "heads-of-delegation", "ala-dalia", "Heads of delegation: final coordination", "Hugues Préfontaine"),
        Workshop("15 16:30-17:30", "first-time-in-mexico", "ala-azahar", "First time in Mexico: contracts, customs, courtesies", "Aurelio Santibáñez Corcuera", "", 32),
        Reception("15 18:30-21:00", "welcome-reception", "ala-terraza", "Welcome reception on the terrace", "Maison du Canada en fête", "", 48),

        // Monday: the opening
        Plenary("16 09:00-10:15", "opening-plenary", "esm-principal", "Opening plenary: partners on one continent", "Ximena Arizmendi Lavalle", heldFor: MinistersParty),
        Workshop("16 10:30-12:00", "nearshoring-workshop", "esm-cenzontle", "Nearshoring: from supplier list to purchase order", "Leonardo Quiñones Yáñez", "manufacturing", 78),
        Workshop("16 10:30-12:00", "grid-workshop", "esm-tecolote", "A grid for the 2030s: storage, software, interconnection", "Solène Vézina", "clean-technology", 76),
        Workshop("16 10:30-12:00", "food-safety-workshop", "esm-garza", "From field to shelf: food safety equivalence in practice", "Itzel Monroy Cáceres", "agriculture", 84),
        Workshop("16 10:30-12:00", "permits-workshop", "esm-colibri", "Exploration permits and community consent", "Malcolm Thistlewood", "critical-minerals", 88),
        Matchmaking("16 10:30-13:00", "matchmaking-monday-am", "esm-mesas", "Business matchmaking, Monday morning", ""),
        Meeting("16 10:45-12:15", "ministerial-round-table", "jac-espejos", "Ministerial round table with chief executives", "Office of the Minister"),
        Plenary("16 13:15-14:15", "luncheon-keynote", "esm-principal", "Luncheon keynote: what a trade agreement feels like on the shop floor", "Amelia Featherstonehaugh"),
        Workshop("16 14:30-16:00", "automation-workshop", "esm-cenzontle", "Automation without the integrator's tears", "Kenji Nakamura", "manufacturing", 60),
        Workshop("16 14:30-16:00", "water-workshop", "esm-tecolote", "Water: reuse, leakage, and who pays", "Renata Olvera Zúñiga", "clean-technology", 62),
        Matchmaking("16 14:30-17:00", "matchmaking-monday-pm", "esm-mesas", "Business matchmaking, Monday afternoon", ""),
        Workshop("16 16:15-17:15", "financing-workshop", "ala-azahar", "Export financing and insurance clinic | Clinique sur le financement", "Joséphine Huard", "", 34),
        Meeting("16 17:30-18:30", "regulators-dialogue", "jac-biblioteca", "Dialogue with the regulators", "Fermín Ocaranza Robles"),
        Reception("16 19:00-21:30", "evening-reception", "jac-patio", "Evening reception under the jacarandas", "Ximena Arizmendi Lavalle", "", 88, heldFor: MinistersParty),

        // Tuesday: the sectors meet the capital
        Plenary("17 09:00-10:00", "outlook-plenary", "esm-principal", "Outlook plenary: supply chains after the review", "Rodrigo Betancourt Ulloa"),
        Workshop("17 10:30-12:00", "aerospace-workshop", "esm-cenzontle", "Aerospace and automotive suppliers: qualification in twelve months", "Catalina Ibargüengoitia Ruiz", "manufacturing", 70),
        Workshop("17 10:30-12:00", "storage-workshop", "esm-tecolote", "Industrial heat and storage", "Cédric Lamontagne", "clean-technology", 80),
        Workshop("17 10:30-12:00", "seeds-workshop", "esm-colibri", "Seeds, soils and a drier climate", "Priya Banerjee", "agriculture", 84),
        Workshop("17 10:30-12:00", "traceability-workshop", "esm-garza", "Traceability of battery minerals", "Evaristo Leyva Montaño", "critical-minerals", 64),
        Matchmaking("17 10:30-13:00", "matchmaking-tuesday-am", "esm-mesas", "Business matchmaking, Tuesday morning", ""),
        Meeting("17 11:00-12:00", "procurement-round-table", "jac-espejos", "Round table on public procurement", "Office of the Minister"),
        Plenary("17 13:15-14:15", "women-in-trade-luncheon", "ala-floresta", "Luncheon: women who export | Femmes d'exportation", "Maïté Saint-Amand", draw: 47),
        Workshop("17 14:30-16:00", "digital-customs-workshop", "ala-azahar", "Digital customs: one file, two borders", "Tadeo Villaseñor Prieto", "", 26),
        Workshop("17 14:30-16:00", "indigenous-business-workshop", "ala-bugambilia", "Indigenous-led business: partnerships that last", "Nadia Desjarlais", "", 22),
        Matchmaking("17 14:30-17:00", "matchmaking-tuesday-pm", "esm-mesas", "Business matchmaking, Tuesday afternoon", ""),
        Workshop("17 14:45-15:45", "cybersecurity-workshop", "ala-dalia", "Cybersecurity for the connected plant", "Oksana Yaremchuk", "", 8, cancelled: true),
        Meeting("17 16:30-17:30", "signing-ceremony", "esm-consejo", "Signing of memoranda", "Office of the Minister"),
        Reception("17 18:30-20:30", "farewell-to-the-capital", "ala-terraza", "Farewell to the capital", "Ruth Colquhoun", "", 42),

        // Wednesday to Friday: Monterrey, manufacturing and critical minerals
        Plenary("18 10:30-11:30", "monterrey-opening", "cum-auditorio", "Monterrey opening: the industrial north", "Casandra Elizondo Treviño"),
        Workshop("18 13:00-14:30", "steel-workshop", "cum-acero", "Low-carbon steel and castings", "Graham Warrington", "manufacturing", 74),
        Workshop("18 13:00-14:30", "lithium-workshop", "cum-litio", "Lithium clays: the pilot plant question", "Evaristo Leyva Montaño", "critical-minerals", 96),
        Matchmaking("18 15:00-17:30", "monterrey-matchmaking-wed", "cum-mesas", "Business matchmaking, Monterrey, Wednesday", "monterrey"),
        Meeting("18 15:00-16:00", "state-round-table", "sie-privado", "Round table with the state's industry council", "Casandra Elizondo Treviño"),
        Reception("18 19:00-21:30", "monterrey-reception", "sie-mirador", "Reception with a view of the sierra", "Casandra Elizondo Treviño", "", 92),
        Workshop("19 09:00-10:30", "robotics-workshop", "elv-taller", "Robotics on the line: plant visit", "Kenji Nakamura", "manufacturing", 72),
        Workshop("19 09:00-10:30", "core-lab-workshop", "elv-laboratorio", "Core laboratory: assays in a day", "Malcolm Thistlewood", "critical-minerals", 78),
        Matchmaking("19 11:00-13:30", "monterrey-matchmaking-thu", "cum-mesas", "Business matchmaking, Monterrey, Thursday", "monterrey"),
        Meeting("19 11:30-12:30", "energy-users-meeting", "sie-privado", "Meeting with large energy users", "Solène Vézina"),
        Workshop("19 15:00-16:30", "rail-workshop", "cum-acero", "Rail and border logistics", "Tadeo Villaseñor Prieto", "", 46),
        Workshop("19 15:00-16:30", "mine-water-workshop", "cum-litio", "Mine water and tailings", "Fiona MacIsaac", "critical-minerals", 66),
        Plenary("20 09:00-10:00", "monterrey-closing", "cum-auditorio", "Closing plenary: commitments from the north", "Casandra Elizondo Treviño"),
        Matchmaking("20 10:30-12:30", "monterrey-matchmaking-fri", "cum-mesas", "Business matchmaking, Monterrey, Friday", "monterrey"),
        Meeting("20 10:30-11:30", "monterrey-minister-debrief", "sie-privado", "Minister's debrief with delegates", "Office of the Minister"),
        Reception("20 13:00-15:00", "monterrey-farewell", "sie-mirador", "Farewell luncheon", "Hugues Préfontaine", "", 70),

        // Wednesday to Friday: Guadalajara, agriculture and clean technology
        Plenary("18 10:30-11:30", "guadalajara-opening", "aga-auditorio", "Guadalajara opening: fields and fabs", "Jacinto Orendáin Villalobos"),
        Workshop("18 13:00-14:30", "berries-workshop", "aga-maiz", "Berries, greenhouses and the cold chain", "Itzel Monroy Cáceres", "agriculture", 86),
        Workshop("18 13:00-14:30", "solar-workshop", "aga-sol", "Solar on the factory roof", "Cédric Lamontagne", "clean-technology", 66),
        Matchmaking("18 15:00-17:30", "guadalajara-matchmaking-wed", "aga-mesas", "Business matchmaking, Guadalajara, Wednesday", "guadalajara"),
        Meeting("18 15:00-16:00", "jalisco-round-table", "arr-privado", "Round table with the state's growers", "Jacinto Orendáin Villalobos"),
        Reception("18 19:00-21:30", "guadalajara-reception", "col-patio", "Reception at the hacienda", "Jacinto Orendáin Villalobos", "", 90),
        Workshop("19 09:00-10:30", "protein-workshop", "col-granero", "Plant protein: from pulse to plate", "Priya Banerjee", "agriculture", 72),
        Workshop("19 09:00-10:30", "biogas-workshop", "aga-sol", "Biogas from the dairy and the distillery", "Joséphine Huard", "clean-technology", 70),
        Matchmaking("19 11:00-13:30", "guadalajara-matchmaking-thu", "aga-mesas", "Business matchmaking, Guadalajara, Thursday", "guadalajara"),
        Meeting("19 11:30-12:30", "water-authority-meeting", "arr-privado", "Meeting with the water authority", "Renata Olvera Zúñiga"),
        Workshop("19 15:00-16:30", "irrigation-workshop", "aga-maiz", "Irrigation by the drop", "Fermín Ocaranza Robles", "agriculture", 60),
        Workshop("19 15:00-16:30", "e-mobility-workshop", "aga-sol", "Electric buses: depots first", "Oksana Yaremchuk", "clean-technology", 58),
        Plenary("20 09:00-10:00", "guadalajara-closing", "aga-auditorio", "Closing plenary: commitments from the west", "Jacinto Orendáin Villalobos"),
        Matchmaking("20 10:30-12:30", "guadalajara-matchmaking-fri", "aga-mesas", "Business matchmaking, Guadalajara, Friday", "guadalajara"),
        Meeting("20 10:30-11:30", "growers-letter-of-intent", "arr-privado", "Growers' letter of intent", "Itzel Monroy Cáceres"),
        Reception("20 13:00-15:00", "guadalajara-farewell", "arr-jardin", "Farewell luncheon in the garden", "Jacinto Orendáin Villalobos", "", 74),
    ];

    private static Session Plenary(string when, string slug, string room, string title, string host, string access = "registered", string heldFor = "", int draw = 97) =>
        Of(when, slug, room, title, "plenary", access, host, "", draw, heldFor, doorsBefore: 30, closeAfterStart: null);

    private static Session Meeting(string when, string slug, string room, string title, string host) =>
        Of(when, slug, room, title, "high-level-meeting", "invited", host, "", 100, MinistersParty, doorsBefore: 30, closeAfterStart: 15);

    private static Session Workshop(string when, string slug, string room, string title, string host, string sector, int draw, bool cancelled = false) =>
        Of(when, slug, room, title, "workshop", "registered", host, sector, draw, "", doorsBefore: 20, closeAfterStart: 45, cancelled);

    private static Session Matchmaking(string when, string slug, string room, string title, string city) =>
        Of(when, slug, room, title, "matchmaking", "registered", city.Length == 0 ? "Matchmaking desk" : $"Matchmaking desk {char.ToUpperInvariant(city[0])}{city[1..]}", "", 34, "", doorsBefore: 15, closeAfterStart: null);

    private static Session Reception(string when, string slug, string room, string title, string host, string sector, int draw, string heldFor = "") =>
        Of(when, slug, room, title, "reception", "invited", host, sector, draw, heldFor, doorsBefore: 30, closeAfterStart: 90);

    private static Session Of(
        string when, string slug, string room, string title, string kind, string access, string host, string sector, int draw, string heldFor,
        int doorsBefore, int? closeAfterStart, bool cancelled = false)
    {
        var start = At(when[..2], when[3..8]);
        var end = At(when[..2], when[9..]);
        return new($"feb{when[..2]}-{slug}", room, title, kind, access, start, end, start.AddMinutes(-doorsBefore),
            closeAfterStart is { } minutes ? start.AddMinutes(minutes) : end, host, sector, cancelled ? "cancelled" : "scheduled", heldFor, draw);
    }

    private static DateTime At(string day, string time) =>
        DateTime.ParseExact($"2026-02-{day}T{time}", "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
