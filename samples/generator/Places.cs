namespace EventOps.Samples;

internal sealed record Venue(string Id, string Name, string City, string CityId, string TimeZone, string Address, int Legal);

internal sealed record Room(string Id, string Venue, string Name, int Legal, int Comfort);

/// <summary>Nine invented venues in three real cities, and their 31 rooms. A building holds its rooms and a foyer.</summary>
internal static class Places
{
    public static readonly IReadOnlyList<Venue> Venues =
    [
        MexicoCity("mex-esmeralda", "Centro de Convenciones Lago Esmeralda", "Paseo de los Ahuehuetes 1200, Col. Bosque Alto", 980),
        MexicoCity("mex-alameda", "Hotel Gran Alameda de las Flores", "Calle del Organillo 48, Col. Centro Viejo", 520),
        MexicoCity("mex-jacarandas", "Palacio de las Jacarandas", "Plaza del Telégrafo 3, Col. Centro Viejo", 460),
        Monterrey("mty-cumbres", "Centro de Negocios Cumbres del Norte", "Av. de la Fundición 3100", 480),
        Monterrey("mty-sierra", "Hotel Sierra Azul", "Calle Mirador 77", 300),
        Monterrey("mty-elvira", "Parque de Innovación Santa Elvira", "Carretera al Mezquital km 9", 220),
        Guadalajara("gdl-agave", "Centro de Exposiciones Agave Real", "Calz. de los Mariachis 2050", 480),
        Guadalajara("gdl-arrayanes", "Hotel Los Arrayanes", "Calle de la Cantera 415", 290),
        Guadalajara("gdl-colibri", "Hacienda El Colibrí", "Camino a la Huerta s/n", 270),
    ];

    public static readonly IReadOnlyList<Room> Rooms =
    [
        new("esm-principal", "mex-esmeralda", "Gran Salón Quetzal", 400, 350),
        new("esm-cenzontle", "mex-esmeralda", "Salón Cenzontle", 120, 100),
        new("esm-tecolote", "mex-esmeralda", "Salón Tecolote", 90, 75),
        new("esm-colibri", "mex-esmeralda", "Salón Colibrí", 80, 64),
        new("esm-garza", "mex-esmeralda", "Salón Garza", 60, 48),
        new("esm-mesas", "mex-esmeralda", "Sala de Mesas de Negocios", 140, 110),
        new("esm-consejo", "mex-esmeralda", "Sala del Consejo", 24, 18),
        new("ala-floresta", "mex-alameda", "Salón Floresta", 200, 170),
        new("ala-azahar", "mex-alameda", "Salón Azahar", 110, 90),
        new("ala-bugambilia", "mex-alameda", "Salón Bugambilia", 70, 56),
        new("ala-dalia", "mex-alameda", "Sala Dalia", 40, 32),
        new("ala-terraza", "mex-alameda", "Terraza de los Faroles", 180, 150),
        new("jac-espejos", "mex-jacarandas", "Salón de los Espejos", 60, 44),
        new("jac-patio", "mex-jacarandas", "Patio de las Jacarandas", 380, 320),
        new("jac-biblioteca", "mex-jacarandas", "Biblioteca", 30, 22),
        new("cum-auditorio", "mty-cumbres", "Auditorio Norte", 220, 180),
        new("cum-acero", "mty-cumbres", "Sala Acero", 96, 76),
        new("cum-litio", "mty-cumbres", "Sala Litio", 50, 40),
        new("cum-mesas", "mty-cumbres", "Mesas de Negocios Norte", 90, 72),
        new("sie-mirador", "mty-sierra", "Salón Mirador", 210, 160),
        new("sie-privado", "mty-sierra", "Privado del Huapango", 28, 20),
        new("elv-taller", "mty-elvira", "Nave Taller", 100, 80),
        new("elv-laboratorio", "mty-elvira", "Laboratorio Abierto", 60, 45),
        new("aga-auditorio", "gdl-agave", "Auditorio Agave", 220, 180),
        new("aga-maiz", "gdl-agave", "Sala Maíz", 100, 80),
        new("aga-sol", "gdl-agave", "Sala Sol", 72, 58),
        new("aga-mesas", "gdl-agave", "Mesas de Negocios Occidente", 90, 72),
        new("arr-jardin", "gdl-arrayanes", "Salón Jardín", 200, 160),
        new("arr-privado", "gdl-arrayanes", "Privado Cantera", 28, 20),
        new("col-patio", "gdl-colibri", "Patio del Colibrí", 190, 150),
        new("col-granero", "gdl-colibri", "El Granero", 84, 66),
    ];

    private static Venue MexicoCity(string id, string name, string address, int legal) =>
        new(id, name, "Ciudad de México", "mexico-city", "America/Mexico_City", address, legal);

    private static Venue Monterrey(string id, string name, string address, int legal) =>
        new(id, name, "Monterrey", "monterrey", "America/Monterrey", address, legal);

    private static Venue Guadalajara(string id, string name, string address, int legal) =>
        new(id, name, "Guadalajara", "guadalajara", "America/Mexico_City", address, legal);
}
