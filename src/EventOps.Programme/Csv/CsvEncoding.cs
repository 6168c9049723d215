using System.Text;

namespace EventOps.Programme.Csv;

/// <summary>UTF-8 if the bytes are valid UTF-8, with or without a BOM; what old spreadsheets write (Windows-1252) if not.</summary>
internal static class CsvEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the rest of the stream to know; the bytes are never held as a whole.</summary>
    public static Encoding Detect(Stream content) => IsUtf8(content) ? Strict : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>A reader that leaves the stream open.</summary>
    public static StreamReader Open(Stream content, Encoding encoding) =>
        new(content, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024, leaveOpen: true);

    private static bool IsUtf8(Stream content)
    {
        try
        {
            using var reader = Open(content, Strict);
            var scratch = new char[16 * 1024];
            while (reader.Read(scratch, 0, scratch.Length) > 0)
            {
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
