using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace EventOps.Programme.Csv;

/// <summary>
/// A CSV file as rows of named cells: any column order, names in any case, comma, semicolon or tab, comment lines that begin with '#', blank lines.
/// It streams: no more than one row is in memory.
/// </summary>
internal sealed class CsvTable : IDisposable
{
    public const int MaxRows = 1_000_000;
    private const int MaxCell = 10_000;

    private readonly StreamReader _reader;
    private readonly CsvParser _parser;
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly ProblemList _problems;
    private string[] _cells = [];
    private int _width;
    private int _linesWithinCells;
    private bool _badQuotes;

    public CsvTable(string file, Stream content, ProblemList problems)
    {
        File = file;
        _problems = problems;
        var start = content.Position;
        var encoding = CsvEncoding.Detect(content);
        content.Position = start;
        var delimiter = DelimiterOf(CsvEncoding.Open(content, encoding));
        content.Position = start;
        _reader = CsvEncoding.Open(content, encoding);
        _parser = new CsvParser(_reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            AllowComments = true,
            Comment = '#',
            IgnoreBlankLines = true,
            MaxFieldSize = MaxCell,
            BadDataFound = _ => _badQuotes = true,
        });
    }

    public string File { get; }

    /// <summary>The physical line on which the row begins, from 1.</summary>
    public int Line { get; private set; }

    public int Rows { get; private set; }

    /// <summary>Reads the names of the columns. False when a required one is missing or the file is no table; the problems say which.</summary>
    public bool ReadHeader(IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        if (!ReadCells())
        {
            _problems.Add(File, 0, "", "", $"a line with the names of the columns: {string.Join(", ", required)}");
            return false;
        }

        var known = required.Concat(optional).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var before = _problems.Count;
        for (var i = 0; i < _cells.Length; i++)
        {
            var name = _cells[i].Trim();
            if (name.Length == 0)
                continue;
            if (!known.Contains(name))
                _problems.Warn(File, Line, $"Column '{name}' is not known and was left aside.");
            else if (!_columns.TryAdd(name, i))
                _problems.Add(File, Line, name, name, "each column once");
        }

        foreach (var missing in required.Where(r => !_columns.ContainsKey(r)))
            _problems.Add(File, Line, missing, string.Join(", ", _cells.Select(c => c.Trim())), $"a column '{missing}'");
        _width = _cells.Length;
        Rows = 0;
        return _problems.Count == before;
    }

    /// <summary>Goes to the next row that has anything in it and is well formed; a malformed one is listed and passed over.</summary>
    public bool Read()
    {
        while (ReadCells())
        {
            if (_badQuotes)
                _problems.Add(File, Line, "", string.Join(' ', _cells), "quotation marks around the whole cell and doubled within it, each one closed");
            else if (_cells.Length > _width && Array.FindIndex(_cells, _width, c => !string.IsNullOrWhiteSpace(c)) is var beyond and >= 0)
                _problems.Add(File, Line, "", _cells[beyond], $"{_width} cells, as the first line has");
            else if (Rows > MaxRows)
                return Stop($"at most {MaxRows} rows");
            else
                return true;
        }

        return false;
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>The cell as one trimmed line; empty when the column or the cell is missing.</summary>
    public string this[string column] =>
        _columns.TryGetValue(column, out var i) && i < _cells.Length ? CsvText.Read(_cells[i]) : "";

    public void Problem(string column, string expected) => _problems.Add(File, Line, column, this[column], expected);

    public void Dispose()
    {
        _parser.Dispose();
        _reader.Dispose();
    }

    private bool ReadCells()
    {
        while (true)
        {
            _badQuotes = false;
            try
            {
                if (!_parser.Read())
                    return false;
                // the parser looks at quotes only when a cell is taken, so each one is
                if (_cells.Length != _parser.Count)
                    _cells = new string[_parser.Count];
                for (var i = 0; i < _cells.Length; i++)
                    _cells[i] = _parser[i];
            }
            catch (MaxFieldSizeException)
            {
                Line = _parser.Row + _linesWithinCells;
                return Stop($"cells of at most {MaxCell} characters; a quotation mark may be opened here and not closed");
            }
            catch (DecoderFallbackException)
            {
                return Stop("text in UTF-8 or Windows-1252");
            }

            // the parser's count of rows lags behind the lines by the line breaks within quoted cells
            Line = _parser.Row + _linesWithinCells;
            _linesWithinCells = _parser.RawRow - _parser.Row;
            if (_badQuotes || !Array.TrueForAll(_cells, string.IsNullOrWhiteSpace))
            {
                Rows++;
                return true;
            }
        }
    }

    private bool Stop(string expected)
    {
        _problems.Add(File, Line, "", "", expected);
        return false;
    }

    /// <summary>What separates the cells of the first line that is neither blank nor a comment.</summary>
    private static char DelimiterOf(StreamReader text)
    {
        using var reader = text;
        var line = "";
        while (reader.Peek() >= 0 && (line.AsSpan().Trim().IsEmpty || line.StartsWith('#')))
            line = ReadLine(reader);

        return new[] { ',', ';', '\t' }.MaxBy(d => line.AsSpan().Count(d));
    }

    /// <summary>A line, or the first part of one that is longer than any header.</summary>
    private static string ReadLine(StreamReader reader)
    {
        var line = new StringBuilder();
        while (line.Length < MaxCell && reader.Read() is var next and >= 0 and not '\n' and not '\r')
            line.Append((char)next);
        return line.ToString();
    }
}
