namespace EventOps.Programme;

/// <summary>A file that someone gives to import. Its name says what it is: <c>delegates.csv</c>, <c>schedule.xml</c>.</summary>
/// <param name="Name">File name with extension; a folder before it is ignored.</param>
/// <param name="Content">Its bytes, read once from where the stream stands; a stream that cannot seek is held in memory. Not disposed.</param>
public sealed record ImportFile(string Name, Stream Content);

/// <summary>How far an import is.</summary>
/// <param name="File">The file that is being read.</param>
/// <param name="Rows">Rows of it that were read.</param>
/// <param name="Fraction">How much of all files together was read, 0 to 1.</param>
public readonly record struct ImportProgress(string File, int Rows, double Fraction);
