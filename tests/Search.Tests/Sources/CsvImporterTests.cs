using System.Text;
using Search.Engine.Documents;
using Search.Engine.Sources;

namespace Search.Tests.Sources;

public sealed class CsvImporterTests : IDisposable
{
    private readonly SourceImport _import = new();

    public void Dispose() => _import.Dispose();

    [Fact]
    public void A_row_becomes_a_talk()
    {
        var talk = _import.Talk(
            "talks.csv",
            "id,title,abstract,speakers,topics,event,date,language,url\n"
                + "brook/1,Queues,\"Say \"\"no\"\",\nand mean it.\",\"Ada Kell, Bo Lind\",\"Reliability, Queues\",Brook 2025,3 June 2025,English,https://b.example/1\n"
        );

        Assert.Equal(("brook/1", "Queues", "Say \"no\", and mean it."), (talk.Id, talk.Title, talk.Abstract));
        Assert.Equal(["Ada Kell", "Bo Lind"], talk.Speakers);
        Assert.Equal(["Reliability", "Queues"], talk.Topics);
        Assert.Equal(
            ("Brook 2025", "2025-06-03", "en", "https://b.example/1"),
            (talk.Event, talk.Date?.ToString(), talk.Language, talk.Url)
        );
    }

    [Theory]
    [InlineData("Title;Description;Speaker\nQueues;Say no.;Ada Kell\n")]
    [InlineData("Talk title\tAbstract\tPresenter(s)\nQueues\tSay no.\tAda Kell\n")]
    [InlineData("sep=;\r\nVortragstitel;Beschreibung;Referentin\r\nQueues;Say no.;Ada Kell\r\n")]
    [InlineData(
        "\uFEFF\"Session Title\",\"SUMMARY\",\"First name\",\"Last name\"\n\"Queues\",\"Say no.\",\"Ada\",\"Kell\""
    )]
    [InlineData("name,title,abstract\nAda Kell,Queues,Say no.\n")]
    [InlineData("Export of 3 June\ntitle|abstract|author\nQueues|Say no.|Ada Kell\n")]
    public void Separators_and_headings_come_in_many_forms(string table)
    {
        var talk = _import.Talk("talks.csv", table);

        Assert.Equal(("brook/queues", "Queues", "Say no."), (talk.Id, talk.Title, talk.Abstract));
        Assert.Equal(["Ada Kell"], talk.Speakers);
    }

    [Fact]
    public void Rows_with_questions_are_interviews_that_go_on_while_the_title_does()
    {
        var records = _import.Records(
            "answers.csv",
            "title,question,answer,speaker\nAda on no,When?,Before.,Ada Kell\n,How?,Gently.,\nBo on yes,Why?,Because.,Bo Lind\n"
        );

        var (first, second) = (Assert.IsType<Interview>(records[0]), Assert.IsType<Interview>(records[1]));
        Assert.Equal(("brook/interview/ada-on-no", "brook/interview/bo-on-yes"), (first.Id, second.Id));
        Assert.Equal(
            [("When?", "Before."), ("How?", "Gently.")],
            first.Passages.Select(passage => (passage.Question, passage.Answer))
        );
        Assert.Equal(["Ada Kell"], first.Speakers);
    }

    [Fact]
    public void A_title_that_comes_again_gets_a_number() =>
        Assert.Equal(
            ["brook/lunch", "brook/lunch-2"],
            _import.Records("talks.csv", "title,abstract\nLunch,One\nLunch,Two\n").Select(record => record.Id)
        );

    [Fact]
    public void A_quote_that_is_not_closed_spoils_its_row_only()
    {
        var path = _import.Write("talks.csv", "title,abstract\n\"Queues,a\nLocks,b\n\"Clocks\",c\n");

        var items = _import.Read(path);

        Assert.Equal(["brook/locks", "brook/clocks"], items.OfType<ImportedRecord>().Select(item => item.Record.Id));
        Assert.Equal($"{path}:2", Assert.Single(items.OfType<RefusedRecord>()).Position.ToString());
    }

    [Fact]
    public void A_row_without_title_is_refused_with_its_line()
    {
        var refused = Assert.IsType<RefusedRecord>(
            _import.Read(_import.Write("talks.csv", "title,abstract\n,Text\n"))[0]
        );

        Assert.Equal((2L, "has no title"), (refused.Position.Line, refused.Reason));
    }

    [Fact]
    public void Windows_1252_is_read_and_noted()
    {
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1).GetBytes(
            "title,abstract\nCafé,“déjà vu”\n"
        );

        var items = _import.Read(_import.Write("talks.csv", bytes));

        var talk = Assert.IsType<Talk>(Assert.IsType<ImportedRecord>(items[0]).Record);
        Assert.Equal(("Café", "“déjà vu”"), (talk.Title, talk.Abstract));
        Assert.StartsWith("is not UTF-8", Assert.IsType<SourceNote>(items[1]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(1201)]
    [InlineData(12000)]
    public void Utf_16_and_32_are_read(int codePage)
    {
        var encoding = Encoding.GetEncoding(codePage);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("title,abstract\nCafé,x\n")];

        Assert.Equal(
            "Café",
            Assert.IsType<ImportedRecord>(_import.Read(_import.Write("talks.csv", bytes))[0]).Record.Title
        );
    }

    [Fact]
    public void Gzip_is_unpacked() =>
        Assert.IsType<ImportedRecord>(
            _import.Read(_import.Write("talks.csv.gz", TestFiles.Gzip("title,abstract\nQueues,x\n")))[0]
        );

    [Fact]
    public void A_table_without_titles_says_what_is_missing()
    {
        var refused = Assert.IsType<RefusedRecord>(
            _import.Read(_import.Write("prices.csv", "item,price\nTea,3\n"), "csv")[0]
        );

        Assert.Equal("has no heading row with a column \"title\" (or \"question\" and \"answer\")", refused.Reason);
    }

    [Fact]
    public void A_line_of_many_megabytes_is_refused_and_the_next_is_read()
    {
        var items = _import.Read(
            _import.Write("talks.csv", "title,abstract\nHuge," + new string('x', 3_000_000) + "\nQueues,y\n")
        );

        Assert.IsType<RefusedRecord>(items[0]);
        Assert.Equal("brook/queues", Assert.IsType<ImportedRecord>(items[1]).Record.Id);
    }

    [Fact]
    public void What_was_withdrawn_is_left_out_and_noted() =>
        Assert.IsType<SourceNote>(
            _import.Read(_import.Write("talks.csv", "title,abstract,status\nQueues,x,Withdrawn\n"))[0]
        );
}
