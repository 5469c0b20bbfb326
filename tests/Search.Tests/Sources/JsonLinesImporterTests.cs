using System.Text;
using Search.Engine.Sources;

namespace Search.Tests.Sources;

public sealed class JsonLinesImporterTests
{
    [Fact]
    public void Every_line_is_a_record_with_its_line_number() =>
        Assert.Equal(["f:1 a", "f:2 b"], Read($"{Line("a")}\n{Line("b")}\n"));

    [Fact]
    public void Blank_lines_are_passed_over_and_counted() =>
        Assert.Equal(["f:2 a", "f:5 b"], Read($"\n{Line("a")}\n \t\n\n{Line("b")}\n\n"));

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_do_no_harm() =>
        Assert.Equal(["f:1 a", "f:3 b"], Read($"\uFEFF{Line("a")}\r\n\r\n{Line("b")}\r\n"));

    [Fact]
    public void The_last_line_needs_no_line_end() =>
        Assert.Equal(["f:1 a", "f:2 b"], Read($"{Line("a")}\n{Line("b")}"));

    [Fact]
    public void A_bad_line_is_refused_with_its_reason_and_the_others_go_in() =>
        Assert.Equal(
            ["f:1 a", "f:2 refused b: \"title\" is missing", "f:3 c"],
            Read($$"""{{Line("a")}}{{"\n"}}{"id":"b","kind":"talk"}{{"\n"}}{{Line("c")}}""")
        );

    [Fact]
    public void Bytes_that_are_no_UTF8_spoil_one_line_only()
    {
        byte[] bytes =
        [
            .. Encoding.UTF8.GetBytes(Line("a") + "\n{\"id\":\""),
            0xE9,
            .. Encoding.UTF8.GetBytes("\"}\n" + Line("c")),
        ];

        Assert.Equal(
            ["f:1 a", "f:2 refused : is not UTF-8 text from byte 8 on; save the file as UTF-8", "f:3 c"],
            Read(bytes)
        );
    }

    [Fact]
    public void A_line_over_the_limit_is_refused_with_its_id_and_the_others_go_in()
    {
        var tooLong = Line("b", title: new string('x', 500));

        Assert.Equal(
            ["f:1 a", "f:2 refused b: is longer than 200 bytes", "f:3 c"],
            Read(Encoding.UTF8.GetBytes($"{Line("a")}\n{tooLong}\n{Line("c")}"), maxLineBytes: 200)
        );
    }

    [Fact]
    public void A_line_over_the_limit_may_have_an_id_that_is_no_text() =>
        Assert.Equal(
            ["f:1 refused : is longer than 20 bytes", "f:2 refused : is longer than 20 bytes"],
            Read([.. "{\"id\":\""u8, 0xE9, .. "\",\"title\":\"T\"}\n{\"id\":\"\\ud800\",\"x\":1}"u8], maxLineBytes: 20)
        );

    [Fact]
    public void The_usual_limit_is_named_in_MiB() =>
        Assert.Equal(
            ["f:1 refused : is longer than 64 MiB"],
            Items(Endless('x', JsonLinesImporter.MaxLineBytes + 10_000_000L), new JsonLinesImporter())
        );

    [Fact]
    public void A_line_without_end_takes_no_more_memory_than_the_limit()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var items = Items(Endless('x', 300_000_000), new JsonLinesImporter(maxLineBytes: 1_048_576));

        Assert.Equal(["f:1 refused : is longer than 1 MiB"], items);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000_000);
    }

    [Fact]
    public void Records_come_while_the_rest_is_still_to_be_written()
    {
        var number = 0;
        var endless = new PieceStream(() => Encoding.UTF8.GetBytes(Line($"talk-{number++}") + "\n"));

        var first = Items(endless, new JsonLinesImporter(), take: 1_000);

        Assert.Equal("f:1000 talk-999", first[^1]);
        Assert.InRange(number, 1_000, 1_001);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n \r\n\t\n")]
    public void A_file_without_records_says_so(string text)
    {
        var only = Assert.Single(
            new JsonLinesImporter().Read(FileOf(Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken)
        );

        Assert.Equal("f is empty", $"{only.Position} {(only as RefusedRecord)?.Reason}");
        Assert.True(only is RefusedRecord { RestIsUnread: true });
    }

    [Fact]
    public void A_gzip_file_that_breaks_off_gives_the_records_before_and_names_the_line()
    {
        var whole = TestFiles.Gzip(FiveThousandLines());

        var items = ReadFile(whole[..(whole.Length / 2)]);

        AssertDamagedAtTheEnd(items);
        Assert.InRange(items.Count, 2_000, 3_000);
    }

    [Fact]
    public void A_gzip_file_without_its_last_byte_is_known_to_break_off()
    {
        var items = ReadFile(TestFiles.Gzip(FiveThousandLines())[..^1]);

        AssertDamagedAtTheEnd(items);
        Assert.Equal(5_000, items.Count);
    }

    [Fact]
    public void A_gzip_file_with_a_wrong_checksum_is_known_to_be_damaged()
    {
        var bytes = TestFiles.Gzip(FiveThousandLines());
        bytes[^6] ^= 0xFF;

        var items = ReadFile(bytes);

        AssertDamagedAtTheEnd(items);
        Assert.InRange(items.Count, 3_000, 5_001);
    }

    [Fact]
    public void A_disk_that_fails_ends_the_file_and_keeps_what_was_read()
    {
        byte[]? piece = Encoding.UTF8.GetBytes(Line("a") + "\n" + Line("b"));
        var failing = new PieceStream(() =>
        {
            var next = piece ?? throw new IOException("Input/output error");
            piece = null;
            return next;
        });

        Assert.Equal(
            [
                "f:1 a",
                "f:2 refused : the file cannot be read any further (Input/output error); nothing was read from here on",
            ],
            Items(failing, new JsonLinesImporter())
        );
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var items = new JsonLinesImporter()
            .Read(FileOf(Encoding.UTF8.GetBytes($"{Line("a")}\n{Line("b")}")), cancellation.Token)
            .GetEnumerator();
        Assert.True(items.MoveNext());

        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => items.MoveNext());
    }

    [Theory]
    [InlineData("f", """{"id":"a","kind":"talk","title":"T"}""", true)]
    [InlineData("f", "\n" + """{"title":"T","kind":"talk","abstract":"cut off he""", true)]
    [InlineData("f", """{"id":"a",broken""", true)]
    [InlineData("f", "", true)]
    [InlineData("talks.jsonl", "nonsense", true)]
    [InlineData("talks.NDJSON.gz", "nonsense", true)]
    [InlineData("schedule.json", """{"schedule":{"version":"1","conference":{"id":"x"}}}""", false)]
    [InlineData("video.json", "{\n  \"id\": 7\n}", false)]
    [InlineData("list.json", """[{"id":"a"}]""", false)]
    [InlineData("page.txt", "id and kind", false)]
    public void It_is_recognised_by_its_first_line_or_its_name(string path, string start, bool expected) =>
        Assert.Equal(expected, new JsonLinesImporter().Recognises(new SourceSample(path, start)));

    internal static string Line(string id, string title = "T") =>
        $$"""{"id":"{{id}}","kind":"talk","title":"{{title}}"}""";

    private static string FiveThousandLines() =>
        string.Join(
            '\n',
            Enumerable.Range(0, 5_000).Select(number => Line($"talk-{number}", $"{number * 7_919 % 10_007}"))
        );

    private static List<ImportItem> ReadFile(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("talks.jsonl.gz", bytes);
        return [.. Importers.Read(path, SourceFiles.Find(path), null, TestContext.Current.CancellationToken)];
    }

    private static void AssertDamagedAtTheEnd(List<ImportItem> items)
    {
        var refused = Assert.IsType<RefusedRecord>(items[^1]);
        Assert.Equal("the compressed data is damaged or breaks off; nothing was read from here on", refused.Reason);
        Assert.True(refused.RestIsUnread);
        Assert.Equal(items.Count, refused.Position.Line);
        Assert.All(items.SkipLast(1), item => Assert.IsType<ImportedRecord>(item));
    }

    private static PieceStream Endless(char fill, long length)
    {
        var piece = new byte[64 * 1_024];
        Array.Fill(piece, (byte)fill);
        return new(() => (length -= piece.Length) >= 0 ? piece : null);
    }

    private static SourceFile FileOf(byte[] bytes) => new("f", () => PieceStream.Of(bytes, 7));

    private static List<string> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static List<string> Read(byte[] bytes, int maxLineBytes = JsonLinesImporter.MaxLineBytes) =>
        Items(PieceStream.Of(bytes, 7), new JsonLinesImporter(maxLineBytes));

    private static List<string> Items(Stream stream, JsonLinesImporter importer, int take = int.MaxValue) =>
        [
            .. importer
                .Read(new SourceFile("f", () => stream), TestContext.Current.CancellationToken)
                .Take(take)
                .Select(item => $"{item.Position} {Told(item)}"),
        ];

    private static string Told(ImportItem item) =>
        item switch
        {
            ImportedRecord imported => imported.Record.Id,
            RefusedRecord refused => $"refused {refused.Id}: {refused.Reason}",
            _ => "?",
        };
}
