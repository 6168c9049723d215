using System.Text;
using EventOps.Programme.Csv;
using Shouldly;
using Xunit;

namespace EventOps.Programme.Tests;

public sealed class CsvTests
{
    [Fact]
    public void Columns_come_in_any_order_and_in_any_case()
    {
        var import = Given.Read(("delegates.csv", "BADGE,Name,iD\nAAAA1111,Zoë,d1\n")).Imported();

        import.Delegates.ShouldHaveSingleItem().ShouldBe(new(new("d1"), "Zoë", "", "", "en", "AAAA1111", false, ""));
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void Comma_semicolon_and_tab_are_told_from_the_header(string delimiter)
    {
        var text = "# a comment, with commas; and more\nid|name|badge|note\nd1|\"Lee, Ann; PhD\"|AAAA1111|x\n".Replace("|", delimiter, StringComparison.Ordinal);

        Given.Read(("delegates.csv", text)).Imported().Delegates.ShouldHaveSingleItem().Name.ShouldBe("Lee, Ann; PhD");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_end_as_on_any_system(string end)
    {
        var text = Given.Delegates.Replace("\n", end, StringComparison.Ordinal);

        Given.Read(("delegates.csv", text)).Imported().Delegates.Select(d => d.Id.Value).ShouldBe(["d1", "d2"]);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "windows-1252", "utf-16"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Names_survive_the_encodings_that_spreadsheets_write(string encoding)
    {
        Encoding writer = encoding switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8-bom" => new UTF8Encoding(true),
            "utf-16" => Encoding.Unicode,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        };
        byte[] content = [.. writer.GetPreamble(), .. writer.GetBytes("id,name,badge\nd1,Zoë L’Écuyer-Côté œuvre,AAAA1111\n")];

        var reading = ProgrammeReader.Read([new("delegates.csv", new MemoryStream(content))], KnownProgramme.Nothing);

        reading.Imported().Delegates.ShouldHaveSingleItem().Name.ShouldBe("Zoë L’Écuyer-Côté œuvre");
        reading.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_character_of_two_bytes_across_a_buffers_end_is_still_utf8()
    {
        for (var pad = 16_360; pad < 16_400; pad++)
        {
            var content = Encoding.UTF8.GetBytes("#" + new string('x', pad) + "é\nid,name,badge\nd1,é,AAAA1111\n");
            ProgrammeReader.Read([new("delegates.csv", new MemoryStream(content))], KnownProgramme.Nothing).Imported().Delegates[0].Name.ShouldBe("é");
        }
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_too()
    {
        using var pipe = new OneWay(Encoding.UTF8.GetBytes(Given.Delegates));

        ProgrammeReader.Read([new("delegates.csv", pipe)], KnownProgramme.Nothing).Imported().Delegates.Length.ShouldBe(2);
    }

    [Fact]
    public void Lines_are_counted_as_an_editor_counts_them()
    {
        const string Text = "# one\nid,name,badge,note\n\n# four\nd1,A,AAAA1111,\"two\nlines\"\n\n , ,,\nd2,B,?,\nd3,\"C\n\nD\",bad code,\n";

        var reading = Given.Read(("delegates.csv", Text));

        reading.Problems.Select(p => (p.Line, p.Value)).ShouldBe([(9, "?"), (10, "bad code")]);
    }

    [Fact]
    public void A_cell_of_two_lines_becomes_one_line() =>
        Given.Read(("delegates.csv", "id,name,badge,note\nd1,A,AAAA1111,\"Guide dog\r\n and helper\"\n")).Imported().Delegates[0].Note.ShouldBe("Guide dog and helper");

    [Fact]
    public void An_unknown_column_is_a_warning_and_nothing_more()
    {
        var reading = Given.Read(("delegates.csv", "id,name,shoe size,badge\nd1,A,44,AAAA1111\n"));

        reading.Imported();
        reading.Warnings.ShouldBe([new("delegates.csv", 1, "Column 'shoe size' is not known and was left aside.")]);
    }

    [Fact]
    public void A_missing_column_is_a_problem_that_names_it() =>
        Given.Read(("delegates.csv", "id;badge\nd1;AAAA1111\n")).OnlyProblem().ShouldBe(new("delegates.csv", 1, "name", "id, badge", "a column 'name'"));

    [Fact]
    public void An_empty_file_is_a_problem_that_names_the_columns() =>
        Given.Read(("delegates.csv", "")).OnlyProblem().Expected.ShouldBe("a line with the names of the columns: id, name");

    [Fact]
    public void A_column_that_is_there_twice_is_a_problem() =>
        Given.Read(("delegates.csv", "id,name,badge,Name\n")).OnlyProblem().Expected.ShouldBe("each column once");

    [Theory]
    [InlineData("id,name,badge\nd1,\"A,AAAA1111\nd2,B,BBBB2222\n", 2)]
    [InlineData("id,name,badge\nd0,Z,CCCC3333\nd1,Chez \"A\" inc,AAAA1111\n", 3)]
    public void A_quotation_mark_that_is_not_closed_or_not_doubled_is_a_problem(string text, int line)
    {
        var problem = Given.Read(("delegates.csv", text)).OnlyProblem();

        problem.Line.ShouldBe(line);
        problem.Expected.ShouldBe("quotation marks around the whole cell and doubled within it, each one closed");
    }

    [Fact]
    public void A_quotation_mark_that_swallows_the_rest_of_a_long_file_is_a_problem_at_its_line()
    {
        var text = "id,name,badge\nd1,\"A,AAAA1111\n" + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"x{i},B,BBBB{i}\n"));

        var problem = Given.Read(("delegates.csv", text)).OnlyProblem();

        problem.Line.ShouldBe(2);
        problem.Expected.ShouldBe("cells of at most 10000 characters; a quotation mark may be opened here and not closed");
    }

    [Fact]
    public void A_row_with_more_cells_than_the_header_is_a_problem() =>
        Given.Read(("delegates.csv", "id,name,badge\nd1,Lee, Ann,AAAA1111\n")).OnlyProblem().ShouldBe(new("delegates.csv", 2, "", "AAAA1111", "3 cells, as the first line has"));

    [Fact]
    public void A_spreadsheet_that_only_calls_itself_csv_is_a_problem_and_no_exception()
    {
        var noise = new byte[5_000];
        for (var i = 0; i < noise.Length; i++)
            noise[i] = (byte)(i * 7919 >> 3);

        ProgrammeReader.Read([new("delegates.csv", new MemoryStream(noise))], KnownProgramme.Nothing).Succeeded.ShouldBeFalse();
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1 555", "'+1 555")]
    [InlineData("-", "'-")]
    [InlineData("@home", "'@home")]
    [InlineData("'=x", "''=x")]
    [InlineData("'Neil", "'Neil")]
    [InlineData("O'Brien = Co", "O'Brien = Co")]
    [InlineData("#1 Trading", "\"#1 Trading\"")]
    public void What_a_spreadsheet_would_run_is_guarded_and_reads_back(string text, string cell)
    {
        CsvText.Write(text).ShouldBe(cell);
        CsvText.Read(cell.StartsWith('"') ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell).ShouldBe(text);
    }

    private sealed class OneWay(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    }
}
