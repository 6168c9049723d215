using System.Text;

namespace EventOps.Programme.Csv;

/// <summary>Writes CSV as spreadsheets like it: UTF-8, comma, CRLF, and no cell that would run as a formula.</summary>
public static class CsvFile
{
    /// <summary>Writes lines of cells.</summary>
    /// <param name="output">Where to; left open.</param>
    /// <param name="lines">The lines, the column names first.</param>
    /// <param name="forExcel">Begins with a byte order mark, without which Excel takes the file for Windows-1252.</param>
    public static void Write(Stream output, IEnumerable<string[]> lines, bool forExcel = false)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: forExcel), leaveOpen: true) { NewLine = "\r\n" };
        foreach (var line in lines)
            writer.WriteLine(string.Join(',', line.Select(CsvText.Write)));
    }
}
