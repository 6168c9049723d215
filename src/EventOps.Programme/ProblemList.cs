using System.Collections.Immutable;

namespace EventOps.Programme;

/// <summary>Collects what is wrong: the first thousand problems, and the count of all.</summary>
public sealed class ProblemList
{
    /// <summary>How many problems are listed; all are counted.</summary>
    public const int Limit = 1_000;

    /// <summary>How many characters of a wrong value are told.</summary>
    public const int EchoLength = 80;

    private readonly ImmutableArray<ImportProblem>.Builder _problems = ImmutableArray.CreateBuilder<ImportProblem>();
    private readonly ImmutableArray<ImportWarning>.Builder _warnings = ImmutableArray.CreateBuilder<ImportWarning>();

    /// <summary>How many problems there are in all.</summary>
    public int Count { get; private set; }

    /// <summary>The first <see cref="Limit"/> problems.</summary>
    public ImmutableArray<ImportProblem> Problems => _problems.ToImmutable();

    /// <summary>The first <see cref="Limit"/> warnings.</summary>
    public ImmutableArray<ImportWarning> Warnings => _warnings.ToImmutable();

    /// <summary>Adds a problem.</summary>
    public void Add(string file, int line, string column, string value, string expected)
    {
        Count++;
        if (_problems.Count < Limit)
            _problems.Add(new(file, line, column, Cut(value), expected));
    }

    /// <summary>Adds a warning.</summary>
    public void Warn(string file, int line, string text)
    {
        if (_warnings.Count < Limit)
            _warnings.Add(new(file, line, text));
    }

    private static string Cut(string value)
    {
        if (value.Length <= EchoLength)
            return value;
        // not through the middle of a character that takes two
        var length = char.IsHighSurrogate(value[EchoLength - 2]) ? EchoLength - 2 : EchoLength - 1;
        return value[..length] + "…";
    }
}
