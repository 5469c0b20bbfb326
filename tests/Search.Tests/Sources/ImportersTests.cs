using System.Text;
using Search.Engine.Sources;

namespace Search.Tests.Sources;

public sealed class ImportersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"id":"a","kind":"talk","title":"T"}""", "jsonl")]
    [InlineData("Queues\nPast Presentations\n", "topic-page")]
    [InlineData("", "jsonl")]
    public void The_content_chooses_the_importer(string text, string format) =>
        Assert.Equal(format, Importers.Choose(FileOf(text), null).Importer?.Format);

    [Fact]
    public void A_named_format_is_not_asked_whether_it_recognises_the_file() =>
        Assert.Equal("topic-page", Importers.Choose(FileOf("{}"), "topic-page").Importer?.Format);

    [Fact]
    public void All_formats_are_found_by_their_names() =>
        Assert.All(Importers.All, importer => Assert.Same(importer, Importers.Find(importer.Format)));

    [Fact]
    public void An_unknown_format_name_is_answered_with_the_known_ones() =>
        Assert.Equal(
            $"there is no format \"xlsx\"; there is {KnownFormats}",
            Importers.Choose(FileOf(""), "xlsx").Fault
        );

    [Fact]
    public void A_file_that_nobody_recognises_is_answered_with_the_known_formats() =>
        Assert.Equal(
            $"has no known format; name it with --format: {KnownFormats}",
            Importers.Choose(FileOf("Dear diary,"), null).Fault
        );

    [Fact]
    public void A_file_that_is_no_text_says_so()
    {
        var utf16 = new SourceFile("f", () => new MemoryStream(Encoding.Unicode.GetBytes("{\"id\":")));

        Assert.Equal("is no text in UTF-8; save or unpack it as UTF-8 text", Importers.Choose(utf16, null).Fault);
    }

    [Fact]
    public void A_folder_gives_the_records_of_all_its_files()
    {
        _folder.Write("a/talks.jsonl", JsonLinesImporterTests.Line("a"));
        _folder.Write("b.jsonl", JsonLinesImporterTests.Line("b"));
        _folder.Write("notes.txt", "Dear diary,");

        var items = Read(_folder.Path);

        Assert.Equal(["a", "b"], items.OfType<ImportedRecord>().Select(item => item.Record.Id));
        var refused = Assert.Single(items.OfType<RefusedRecord>());
        Assert.Equal(_folder.At("notes.txt"), refused.Position.ToString());
        Assert.StartsWith("has no known format", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void One_file_that_nobody_recognises_stops_the_import()
    {
        var path = _folder.Write("notes.txt", "Dear diary,");

        var fault = Assert.Throws<SourceException>(() => Read(path));

        Assert.Equal($"{path}: has no known format; name it with --format: {KnownFormats}", fault.Message);
    }

    [Fact]
    public void A_folder_without_files_is_refused_so_that_other_paths_go_in()
    {
        _folder.Write("photo.jpg", "");

        var refused = Assert.IsType<RefusedRecord>(Assert.Single(Read(_folder.Path)));

        Assert.Equal(new SourcePosition(_folder.Path, 0), refused.Position);
        Assert.Equal($"holds no file that can be read ({KnownExtensions})", refused.Reason);
        Assert.True(refused.RestIsUnread);
    }

    private static string KnownExtensions =>
        string.Join(", ", Importers.All.SelectMany(importer => importer.Extensions).Distinct(StringComparer.Ordinal));

    private static string KnownFormats
    {
        get
        {
            var names = Importers.All.Select(importer => importer.Format).ToList();
            return $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
        }
    }

    private static SourceFile FileOf(string text) => new("f", () => new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static List<ImportItem> Read(string path) =>
        [.. Importers.Read(path, SourceFiles.Find(path), null, TestContext.Current.CancellationToken)];
}
