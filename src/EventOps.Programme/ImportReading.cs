using System.Collections.Immutable;
using EventOps.Contracts.Missions;

namespace EventOps.Programme;

/// <summary>What came of reading files: the checked rows, or what is wrong with them.</summary>
/// <param name="Import">The rows; empty when there is any problem, so that nothing of a wrong file is ever imported.</param>
/// <param name="Problems">What is wrong, by file and line; the first <see cref="ProblemList.Limit"/> of them.</param>
/// <param name="ProblemCount">How many problems there are in all.</param>
/// <param name="Warnings">What was read and left aside, for people to know.</param>
public sealed record ImportReading(
    ProgrammeImport Import,
    ImmutableArray<ImportProblem> Problems,
    int ProblemCount,
    ImmutableArray<ImportWarning> Warnings)
{
    /// <summary>Whether the import can be written.</summary>
    public bool Succeeded => ProblemCount == 0;
}

/// <summary>One thing that is wrong in a file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">Its line as an editor counts, from 1; 0 for the file as a whole.</param>
/// <param name="Column">The column (or the element of an XML file) as the file names it, or empty.</param>
/// <param name="Value">What is there, at most <see cref="ProblemList.EchoLength"/> characters of it.</param>
/// <param name="Expected">What was expected instead.</param>
public sealed record ImportProblem(string File, int Line, string Column, string Value, string Expected);

/// <summary>Something that was read and left aside or adapted, and stops nothing.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">Its line, from 1; 0 for the file as a whole.</param>
/// <param name="Text">What was done.</param>
public sealed record ImportWarning(string File, int Line, string Text);
