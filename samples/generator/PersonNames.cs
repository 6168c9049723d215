namespace EventOps.Samples;

/// <summary>Invented people: common given and family names of English- and French-speaking Canada, put together by chance.</summary>
internal static class PersonNames
{
    private static readonly string[] EnglishGiven =
    [
        "Alistair", "Amelia", "Andrew", "Anjali", "Beatrice", "Brendan", "Caitlin", "Charlotte", "Colin", "Connor", "Danielle", "Darnell",
        "Deborah", "Derek", "Dmytro", "Eleanor", "Emily", "Ethan", "Fiona", "Gavin", "Grace", "Graham", "Hannah", "Harpreet", "Heather", "Ian",
        "Imogen", "Isla", "Jasmine", "Jennifer", "Joanna", "Jonathan", "Karen", "Kenji", "Kieran", "Laura", "Leila", "Lindsay", "Logan",
        "Mackenzie", "Malcolm", "Margaret", "Matthew", "Mei-Ling", "Meredith", "Moira", "Nadia", "Natasha", "Nathan", "Neil", "Oksana", "Oliver",
        "Olivia", "Owen", "Patricia", "Priya", "Quentin", "Rachel", "Raj", "Rebecca", "Rhys", "Robert", "Rory", "Ruth", "Samantha", "Sarah",
        "Sean", "Siobhán", "Stephanie", "Stuart", "Tanya", "Theodore", "Thomas", "Tyler", "Victoria", "Wei", "William", "Yasmin", "Zachary", "Zoë",
    ];

    private static readonly string[] EnglishFamily =
    [
        "Abernathy", "Ainsworth", "Anderson", "Ashdown", "Banerjee", "Barlow", "Birchall", "Blackwood", "Bowering", "Brannigan", "Calloway",
        "Campbell", "Chaudhary", "Chen", "Clarke", "Colquhoun", "Cunningham", "D'Souza", "Dalgleish", "Dhaliwal", "Donnelly", "Drummond", "Eastwood",
        "Fairweather", "Farquharson", "Featherstonehaugh", "Ferguson", "Fitzgerald", "Fong", "Fraser", "Gallagher", "Gill", "Greenwood", "Grewal",
        "Haldane", "Hargreaves", "Hawthorne", "Henderson", "Hutchinson", "Inglis", "Jamieson", "Kavanagh", "Kim", "Kovalenko", "Kowalchuk",
        "Lambert", "Leung", "Livingstone", "MacAllister", "MacDonald", "MacIsaac", "MacLeod", "Mahmoud", "McEachern", "McGillivray", "McKenzie",
        "McNaughton", "Mehta", "Montgomery", "Morgan", "Murray", "Nakamura", "Nguyen", "O'Brien", "O'Callaghan", "O'Donoghue", "O'Shaughnessy",
        "Okafor", "Oyelaran", "Papadopoulos", "Patterson", "Pelletier-Scott", "Quigley", "Ramsay", "Redfern", "Robertson", "Rutherford", "Sandhu",
        "Sinclair", "Singh", "Stewart", "Sutherland", "Thistlewood", "Thompson", "Thorvaldsen", "Tran", "Underhill", "Van der Meer", "Vandenberghe",
        "Walker", "Warrington", "Whitcombe", "Whitmore", "Wójcik", "Wong", "Yaremchuk", "Young", "Zieliński",
    ];

    private static readonly string[] FrenchGiven =
    [
        "Adélaïde", "Agnès", "Alexandre", "Amélie", "Anaïs", "André-Anne", "Anne-Sophie", "Aurélie", "Benoît", "Brigitte", "Cédric", "Céline",
        "Chloé", "Clément", "Daphné", "Denis", "Dominique", "Édith", "Éléonore", "Élisabeth", "Élodie", "Émile", "Éric", "Étienne", "Fabienne",
        "Félix", "François", "Françoise", "Frédéric", "Frédérique", "Gabrielle", "Geneviève", "Gérard", "Ghislain", "Gisèle", "Guillaume",
        "Hélène", "Hugues", "Inès", "Jean-Baptiste", "Jean-François", "Jean-Sébastien", "Jérôme", "Joëlle", "Joséphine", "Josée", "Julie", "Laurence",
        "Léa", "Loïc", "Louis-Philippe", "Luc", "Lucie", "Maëlle", "Maïté", "Marc-André", "Marie-Christine", "Marie-Ève", "Marie-Hélène",
        "Marie-Soleil", "Mathieu", "Mélanie", "Mélissa", "Michaël", "Mylène", "Nathanaël", "Noémie", "Océane", "Olivier", "Pascale", "Pierre-Luc",
        "Raphaëlle", "Réjean", "Rémi", "René", "Sébastien", "Solène", "Stéphane", "Sylvain", "Thérèse", "Valérie", "Véronique", "Xavier", "Zoé",
    ];

    private static readonly string[] FrenchFamily =
    [
        "Allard", "Arsenault", "Aucoin", "Beauséjour", "Béchard", "Bélanger", "Bérubé", "Bissonnette", "Boisvert", "Bourgeois", "Brûlé",
        "Charbonneau", "Chiasson", "Comeau", "Côté", "D'Amours", "D'Astous", "Dallaire", "De Montigny", "Desjarlais", "Désilets", "Després",
        "Deschênes", "Doucet", "Dubé", "Dufresne", "Éthier", "Fontaine", "Fréchette", "Gagné", "Gélinas", "Giguère", "Godbout", "Grandmaison",
        "Guérin", "Haché", "Hébert", "Huard", "Jolicœur", "L'Écuyer", "L'Heureux", "L'Italien", "Labbé", "Lachapelle", "Laframboise", "Lamontagne",
        "Langlois", "Larivière", "Lavallée", "LeBlanc", "Lefrançois", "Légaré", "Lemaître", "Léonard", "Lévesque", "Maisonneuve", "Ménard",
        "Mercier", "Montpetit", "Nadeau", "Noël", "Ouellet", "Paré", "Péloquin", "Pépin", "Pérusse", "Petitpas", "Poirier", "Préfontaine",
        "Racine", "Rhéaume", "Robichaud", "Saint-Amand", "Saint-Germain", "Sauvé", "Savoie", "Séguin", "Sénéchal", "St-Onge", "Surprenant",
        "Théberge", "Thériault", "Thérrien", "Tremblay", "Trépanier", "Vaillancourt", "Veilleux", "Vézina", "Villeneuve",
    ];

    public static string English(Chance chance) =>
        $"{chance.Of(EnglishGiven)} {chance.Of(EnglishFamily)}{(chance.In100(6) ? "-" + chance.Of(EnglishFamily) : "")}";

    public static string French(Chance chance) =>
        $"{chance.Of(FrenchGiven)} {chance.Of(FrenchFamily)}{(chance.In100(18) ? "-" + chance.Of(FrenchFamily) : "")}";
}
