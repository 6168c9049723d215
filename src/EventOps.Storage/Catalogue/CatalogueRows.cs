using System.Collections.Frozen;
using System.Text.Json;

namespace EventOps.Storage;

/// <summary>Rows of the catalogue's tables as records. Columns stand in the order of the records' parameters.</summary>
internal static class CatalogueRows
{
    public static City City(DbDataReader row) => new(new(row.GetString(0)), row.GetString(1), row.GetString(2));

    public static Venue Venue(DbDataReader row) =>
        new(new(row.GetString(0)), new(row.GetString(1)), row.GetString(2), row.GetString(3), row.GetInt32(4));

    public static Room Room(DbDataReader row) =>
        new(new(row.GetString(0)), new(row.GetString(1)), row.GetString(2), row.GetInt32(3), row.GetInt32(4));

    public static Session Session(DbDataReader row) => new(
        new(row.GetString(0)),
        new(row.GetString(1)),
        row.GetString(2),
        Named<SessionKind>.Parse(row.GetString(3)),
        Named<AccessRule>.Parse(row.GetString(4)),
        Time(row, 5),
        Time(row, 6),
        Time(row, 7),
        Time(row, 8),
        row.GetString(9),
        row.GetString(10),
        Named<SessionStatus>.Parse(row.GetString(11)),
        row.GetString(12));

    public static DelegateRecord Delegate(DbDataReader row, int first, string badge) => new(
        new(row.GetString(first)),
        row.GetString(first + 1),
        row.GetString(first + 2),
        row.GetString(first + 3),
        row.GetString(first + 4),
        badge,
        row.GetBoolean(first + 5),
        row.GetString(first + 6));

    public static Badge Badge(DbDataReader row, int first) => new(
        row.GetString(first),
        row.IsDBNull(first + 1) ? null : Time(row, first + 1),
        row.IsDBNull(first + 2) ? null : row.GetString(first + 2));

    public static Registration Registration(DbDataReader row) =>
        new(new(row.GetString(0)), new(row.GetString(1)), Named<RegistrationKind>.Parse(row.GetString(2)), row.GetBoolean(3));

    public static DateTimeOffset Time(DbDataReader row, int column) => row.GetFieldValue<DateTimeOffset>(column);

    public static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => Named<TEnum>.Names[value];

    /// <summary>Enumerations are stored by the same names that JSON has for them.</summary>
    private static class Named<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> Names =
            Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        private static readonly FrozenDictionary<string, TEnum> Values = Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

        public static TEnum Parse(string name) => Values[name];
    }
}
