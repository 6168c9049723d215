using System.Collections.Frozen;
using System.Text;

namespace EventOps.Storage;

/// <summary>
/// The SQL of one database: files of this assembly, in which every statement stands under a line "-- name: what-it-is-called". What both databases understand stands once, beside their folders.
/// </summary>
internal sealed class SqlText
{
    private const string Marker = "-- name: ";
    private readonly FrozenDictionary<string, string> _statements;

    /// <param name="dialect">The name of the folder.</param>
    public SqlText(string dialect)
    {
        Migrations = [.. Files($"Sql/{dialect}/migrations/").OrderBy(file => file, StringComparer.Ordinal).Select(file => new Migration(file, Read(file)))];
        _statements = Files("Sql/")
            .Where(file => Path.GetDirectoryName(file) is { } folder && (folder == "Sql" || folder == $"Sql/{dialect}"))
            .SelectMany(file => Split(Read(file)))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    public ImmutableArray<Migration> Migrations { get; }

    public string this[string name] => _statements[name];

    private static IEnumerable<string> Files(string folder) =>
        typeof(SqlText).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal));

    private static string Read(string file)
    {
        using var reader = new StreamReader(typeof(SqlText).Assembly.GetManifestResourceStream(file)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static IEnumerable<KeyValuePair<string, string>> Split(string text)
    {
        foreach (var part in text.Split(Marker).Skip(1))
        {
            var line = part.IndexOf('\n', StringComparison.Ordinal);
            yield return new(part[..line].Trim(), part[(line + 1)..].Trim().TrimEnd(';'));
        }
    }
}

/// <summary>One step forward of the schema.</summary>
/// <param name="File">Its file; the four digits at the beginning of the name are its number.</param>
/// <param name="Text">Its statements.</param>
internal readonly record struct Migration(string File, string Text)
{
    public int Number => int.Parse(Path.GetFileName(File.AsSpan())[..4]);

    public string Name => Path.GetFileNameWithoutExtension(File);
}
