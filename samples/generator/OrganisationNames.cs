namespace EventOps.Samples;

/// <summary>Invented organisations: coined words that no register should know, and what the sector does.</summary>
internal static class OrganisationNames
{
    private static readonly string[] EnglishHeads =
    [
        "Auroch", "Auk", "Bittern", "Bramble", "Burl", "Cairn", "Cinder", "Drift", "Ember", "Fallow", "Frost", "Gannet", "Grebe", "Bracken", "Dunlin",
        "Juniper", "Kettle", "Lantern", "Larch", "Lichen", "Loon", "Marten", "Moss", "Otter", "Pemmi", "Quill", "Corvin", "Rime", "Sable", "Sedge",
        "Shale", "Skerry", "Snow", "Sorrel", "Tallow", "Tamarack", "Thimble", "Thrush", "Wimble", "Yarrow",
    ];

    private static readonly string[] EnglishTails =
    [
        "acre", "beck", "brook", "combe", "crest", "dale", "fell", "field", "ford", "garth", "glen", "haven", "holm", "hurst", "keel", "lode", "mere",
        "moor", "ness", "reach", "ridge", "shaw", "spar", "stead", "thorpe", "vale", "wake", "ward", "weir", "wick",
    ];

    private static readonly string[] FrenchHeads =
    [
        "Aigue", "Ardoi", "Aubé", "Boréa", "Brumé", "Clairé", "Côteau", "Éclu", "Épiné", "Érablé", "Fougé", "Givré", "Harfan", "Lau", "Lichéa",
        "Lueur", "Marée", "Mélè", "Névé", "Orée", "Prélu", "Rivé", "Ronceau", "Sapiné", "Sève", "Souré", "Tourbé", "Vallé", "Verglé", "Ventéo",
    ];

    private static readonly string[] FrenchTails =
    [
        "bec", "bois", "cime", "clair", "dor", "flore", "gué", "lac", "line", "lune", "mont", "nord", "pré", "rive", "roche", "sente", "sol", "val", "vent", "zur",
    ];

    private static readonly string[] Places =
    [
        "Anse-aux-Courlis", "Baie-des-Loutres", "Caribou Narrows", "Lac-Tourbeux", "Moosewater", "North Sedgewick", "Pointe-Givrée", "Port Ellery",
        "Saint-Éphrem-du-Portage", "Sainte-Apolline-des-Érables", "Upper Kettleby", "Vieux-Moulin", "Whitlock Harbour", "Loon Crossing",
    ];

    private static readonly Dictionary<string, (string[] English, string[] French, string[] Trade)> Activities = new()
    {
        ["manufacturing"] =
        (
            ["Precision Castings", "Robotics", "Aerostructures", "Tool & Die", "Composites", "Industrial Automation", "Powertrain Components", "Machine Vision",
             "Hydraulics", "Additive Manufacturing", "Coatings", "Rail Systems", "Plastics", "Sensors", "Fasteners", "Metrology"],
            ["Usinage", "Robotique", "Matériaux composites", "Fonderie", "Équipements industriels", "Soudage de précision", "Automatisation", "Moules et matrices",
             "Aéronautique", "Emballage", "Plasturgie", "Traitement de surface"],
            ["manufacturers", "manufacturiers"]
        ),
        ["clean-technology"] =
        (
            ["Water Treatment", "Battery Storage", "Carbon Capture", "Heat Pumps", "Grid Software", "Biogas", "Hydrogen", "Smart Metering", "Solar Trackers",
             "Waste-to-Energy", "Air Quality", "Building Efficiency", "Tidal Power", "Electric Buses"],
            ["Traitement de l'eau", "Stockage d'énergie", "Biométhanisation", "Efficacité énergétique", "Hydrogène vert", "Éoliennes", "Géothermie",
             "Captage du carbone", "Mobilité électrique", "Qualité de l'air", "Recyclage avancé"],
            ["clean-energy innovators", "technologies propres"]
        ),
        ["agriculture"] =
        (
            ["Pulses & Grains", "Canola", "Berry Growers", "Greenhouses", "Seed Genetics", "Maple", "Livestock Genetics", "Farm Robotics", "Cold Chain",
             "Organic Feeds", "Oat Mills", "Soil Sciences", "Dairy Ingredients", "Seafoods"],
            ["Produits de l'érable", "Petits fruits", "Serres", "Génétique porcine", "Semences", "Produits laitiers", "Agrotechnologies", "Grains biologiques",
             "Vergers", "Aliments fermentés", "Irrigation"],
            ["growers", "producteurs agricoles"]
        ),
        ["critical-minerals"] =
        (
            ["Lithium", "Rare Earths", "Graphite", "Nickel Refining", "Cobalt Recovery", "Mine Ventilation", "Geophysics", "Ore Sorting", "Tailings Reclamation",
             "Core Imaging", "Copper", "Assay Laboratories"],
            ["Graphite", "Terres rares", "Forage minier", "Métaux stratégiques", "Géophysique", "Sécurité minière", "Valorisation des résidus", "Lithium",
             "Exploration", "Minéraux critiques"],
            ["explorers and developers", "sociétés minières"]
        ),
    };

    private static readonly string[] EnglishForms = ["Inc.", "Ltd.", "Corp.", "Group", "Technologies Inc.", "& Sons Ltd.", "Co-operative", "Partners LP"];
    private static readonly string[] FrenchForms = ["inc.", "ltée", "et Fils ltée", "S.E.C.", "international inc.", "coop", "et Associés"];

    /// <summary>A name that is not in <paramref name="taken"/> yet; it is added there.</summary>
    public static string Draw(Chance chance, string sector, bool french, HashSet<string> taken)
    {
        while (true)
        {
            var name = french ? French(chance, sector) : English(chance, sector);
            if (taken.Add(name))
                return name;
        }
    }

    private static string English(Chance chance, string sector)
    {
        var (activities, _, trade) = Activities[sector];
        var coined = chance.Of(EnglishHeads) + chance.Of(EnglishTails);
        return chance.Below(20) switch
        {
            0 => $"Association of {coined} and {chance.Of(Places)} {trade[0]}",
            1 => $"{coined} Centre for Applied Research in {chance.Of(activities)}, {chance.Of(Places)} Campus",
            2 => $"{chance.Of(Places)} Economic Development & {chance.Of(activities)} Corporation ({coined})",
            _ => $"{coined} {chance.Of(activities)} {chance.Of(EnglishForms)}",
        };
    }

    private static string French(Chance chance, string sector)
    {
        var (_, activities, trade) = Activities[sector];
        var coined = chance.Of(FrenchHeads) + chance.Of(FrenchTails);
        return chance.Below(20) switch
        {
            0 => $"Regroupement des {trade[1]} de {chance.Of(Places)} et de {coined}",
            1 => $"Centre collégial de transfert {coined} – {chance.Of(activities)}, {chance.Of(Places)}",
            2 => $"Coopérative de solidarité {coined} « {chance.Of(activities)} »",
            3 or 4 or 5 or 6 => $"Les Ateliers {coined} {chance.Of(FrenchForms)}",
            _ => $"{chance.Of(activities)} {coined} {chance.Of(FrenchForms)}",
        };
    }
}
