using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using EventOps.Contracts;
using EventOps.Contracts.Delegates;

namespace EventOps.Dashboard.Delegates;

/// <summary>
/// The people of a mission as they were at a version, for answers at doors and for the search. A search looks through one long text, which is a matter of
/// a millisecond or two for 100,000 people.
/// </summary>
public sealed class DelegateDirectory
{
    private const char End = '\n';

    private readonly DelegateRecord[] _people;
    private readonly FrozenDictionary<DelegateId, DelegateRecord> _byId;
    private readonly Dictionary<string, DelegateId> _byBadge;
    private readonly string _text;
    private readonly int[] _starts;

    /// <summary>The directory of some people.</summary>
    /// <param name="people">The people, whom searches find in the order of their names.</param>
    /// <param name="version">The version of the catalogue that they are of.</param>
    public DelegateDirectory(IEnumerable<DelegateRecord> people, long version)
    {
        Version = version;
        _people = [.. people];
        Array.Sort(_people, (one, other) => string.Compare(one.Name, other.Name, CultureInfo.InvariantCulture, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace));
        _byId = _people.ToFrozenDictionary(person => person.Id);
        _byBadge = new Dictionary<string, DelegateId>(_people.Length, StringComparer.Ordinal);
        _starts = new int[_people.Length + 1];
        var text = new StringBuilder();
        for (var index = 0; index < _people.Length; index++)
        {
            var person = _people[index];
            if (person.Badge.Length > 0)
                _byBadge[person.Badge] = person.Id;
            _starts[index] = text.Length;
            text.Append(' ').Append(Fold(person.Name)).Append(' ').Append(Fold(person.Organisation)).Append(' ')
                .Append(Fold(person.Badge)).Append(' ').Append(Fold(person.Id.Value)).Append(End);
        }

        _starts[^1] = text.Length;
        _text = text.ToString();
    }

    /// <summary>The version of the catalogue that these people are of.</summary>
    public long Version { get; }

    /// <summary>The people, by name.</summary>
    public IReadOnlyList<DelegateRecord> People => _people;

    /// <summary>A person, or null.</summary>
    public DelegateRecord? Find(DelegateId id) => _byId.GetValueOrDefault(id);

    /// <summary>Whose active badge a code is, or null.</summary>
    public DelegateId? OwnerOf(string badge) => _byBadge.TryGetValue(badge, out var owner) ? owner : null;

    /// <summary>The first people, by name, in whom every word is found at the beginning of a word; then those in whom it is found anywhere.</summary>
    /// <param name="words">What was typed: parts of a name, an organisation or a code; accents and case do not count.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<DelegateRecord> Search(string words, int limit)
    {
        var parts = Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return _people.AsSpan(0, Math.Min(limit, _people.Length)).ToArray();
        var found = new List<DelegateRecord>(limit);
        Collect([.. parts.Select(part => $" {part}")], found, limit);
        if (found.Count < limit)
            Collect(parts, found, limit);
        return found;
    }

    /// <summary>Without accents and case: 'Díaz-Œuvré' is 'diaz oeuvre'.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                continue;
            _ = char.ToLowerInvariant(character) switch
            {
                'œ' => folded.Append("oe"),
                'æ' => folded.Append("ae"),
                'ø' => folded.Append('o'),
                'ß' => folded.Append("ss"),
                'ł' => folded.Append('l'),
                var other when char.IsLetterOrDigit(other) => folded.Append(other),
                '\'' or '’' => folded,
                _ => folded.Append(' '),
            };
        }

        return folded.ToString();
    }

    private void Collect(string[] parts, List<DelegateRecord> found, int limit)
    {
        // The longest word is the rarest: look for it, and for the others only where it is.
        var rarest = parts.MaxBy(part => part.Length)!;
        var from = 0;
        while (found.Count < limit && from < _text.Length)
        {
            var hit = _text.AsSpan(from).IndexOf(rarest, StringComparison.Ordinal);
            if (hit < 0)
                return;
            var index = Array.BinarySearch(_starts, from + hit);
            index = index < 0 ? ~index - 1 : index;
            var line = _text.AsSpan(_starts[index].._starts[index + 1]);
            if (ContainsAll(line, parts) && !found.Contains(_people[index]))
                found.Add(_people[index]);
            from = _starts[index + 1];
        }
    }

    private static bool ContainsAll(ReadOnlySpan<char> line, string[] parts)
    {
        foreach (var part in parts)
        {
            if (line.IndexOf(part, StringComparison.Ordinal) < 0)
                return false;
        }

        return true;
    }
}
