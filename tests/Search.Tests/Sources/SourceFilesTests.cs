using System.Text;
using Search.Engine.Sources;

namespace Search.Tests.Sources;

public sealed class SourceFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_itself_whatever_its_name()
    {
        var path = _folder.Write(".talks.data", "text");

        var file = Assert.Single(SourceFiles.Find(path));

        Assert.Equal((path, path), (file.Path, file.Source));
        Assert.Equal("text", TextOf(file));
    }

    [Fact]
    public void A_source_has_the_name_that_it_was_given() =>
        Assert.Equal("relay", SourceFiles.Find(_folder.Write("a.jsonl", ""), "relay").Single().Source);

    [Theory]
    [InlineData("talks.jsonl.gz")]
    [InlineData("talks.jsonl")]
    public void Gzip_is_told_by_its_first_bytes(string name) =>
        Assert.Equal("text é", TextOf(SourceFiles.Find(_folder.Write(name, TestFiles.Gzip("text é"))).Single()));

    [Fact]
    public void A_plain_file_named_like_gzip_is_read_as_it_is() =>
        Assert.Equal("text", TextOf(SourceFiles.Find(_folder.Write("talks.gz", "text")).Single()));

    [Fact]
    public void Several_gzip_parts_in_one_file_are_read_one_after_the_other()
    {
        var path = _folder.Write("a.jsonl", [.. TestFiles.Gzip("one "), .. TestFiles.Gzip("two")]);

        Assert.Equal("one two", TextOf(SourceFiles.Find(path).Single()));
    }

    [Fact]
    public void A_folder_gives_its_files_in_ordinal_order_without_hidden_and_unknown_ones()
    {
        foreach (
            var name in new[]
            {
                "b.jsonl",
                "a/z.ndjson",
                "a/Z.jsonl.gz",
                "a/b/c/deep.txt",
                "B.JSONL",
                "ä.jsonl",
                ".hidden.jsonl",
                ".git/x.jsonl",
                "photo.jpg",
                "archive.gz",
                "jsonl",
            }
        )
            _folder.Write(name, "");

        Assert.Equal(
            ["B.JSONL", "a/Z.jsonl.gz", "a/b/c/deep.txt", "a/z.ndjson", "b.jsonl", "ä.jsonl"],
            Found(_folder.Path)
        );
    }

    [Fact]
    public void Links_are_followed_and_each_folder_is_read_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("far.jsonl", "");
        _folder.Write("a/x.jsonl", "");
        File.CreateSymbolicLink(_folder.At("linked.jsonl"), _folder.At("a", "x.jsonl"));
        Directory.CreateSymbolicLink(_folder.At("a", "up"), "..");
        Directory.CreateSymbolicLink(_folder.At("a", "self"), _folder.At("a"));
        Directory.CreateSymbolicLink(_folder.At("b"), elsewhere.Path);
        Directory.CreateSymbolicLink(elsewhere.At("back"), _folder.Path);

        Assert.Equal(["a/x.jsonl", "b/far.jsonl", "linked.jsonl"], Found(_folder.Path));
    }

    [Fact]
    public void A_folder_named_by_a_link_is_no_circle_with_itself()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        _folder.Write("real/x.jsonl", "");
        var link = _folder.At("link");
        Directory.CreateSymbolicLink(link, _folder.At("real"));
        Directory.CreateSymbolicLink(_folder.At("real", "again"), _folder.At("real"));

        Assert.Equal([Path.Combine(link, "x.jsonl")], SourceFiles.Find(link).Select(file => file.Path));
    }

    [Fact]
    public void A_missing_path_says_so()
    {
        var path = _folder.At("none.jsonl");

        var fault = Assert.Throws<SourceException>(() => SourceFiles.Find(path));

        Assert.Equal($"{path}: does not exist", fault.Message);
    }

    [Fact]
    public void A_file_that_went_away_says_so_when_it_is_opened()
    {
        var path = _folder.Write("a.jsonl", "");
        var file = SourceFiles.Find(path).Single();
        File.Delete(path);

        Assert.Equal("does not exist", Assert.Throws<SourceException>(file.Open).Reason);
    }

    [Fact]
    public void A_file_that_may_not_be_read_says_so()
    {
        var path = _folder.Write("a.jsonl", "");
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("No file modes on Windows, and root may read everything.");
            return;
        }
        File.SetUnixFileMode(path, UnixFileMode.None);

        Assert.Equal(
            "cannot be read: access is denied",
            Assert.Throws<SourceException>(SourceFiles.Find(path).Single().Open).Reason
        );
    }

    [Fact]
    public void Standard_input_is_sampled_and_then_read_from_its_beginning()
    {
        var text = JsonLinesImporterTests.Line("a") + "\n" + JsonLinesImporterTests.Line("b", new string('x', 50_000));
        var input = PieceStream.Of(TestFiles.Gzip(text), 100);

        var items = Importers
            .Read("-", SourceFiles.Find("-", null, () => input), null, TestContext.Current.CancellationToken)
            .ToList();

        Assert.Equal(["-:1", "-:2"], items.Select(item => item.Position.ToString()));
        Assert.All(items, item => Assert.IsType<ImportedRecord>(item));
    }

    [Fact]
    public void Standard_input_can_be_read_only_once()
    {
        var file = SourceFiles.Find("-", "stdin", () => PieceStream.Of([1, 2, 3], 1)).Single();
        file.Open().Dispose();

        Assert.Equal("can be read only once", Assert.Throws<SourceException>(file.Open).Reason);
    }

    [Fact]
    public void Standard_input_that_nobody_offers_says_so() =>
        Assert.Equal(
            "standard input cannot be read here",
            Assert.Throws<SourceException>(() => SourceFiles.Find("-")).Reason
        );

    [Fact]
    public void A_sample_has_the_first_characters_and_no_half_one()
    {
        var path = _folder.Write("a.jsonl", "\uFEFF" + string.Concat(Enumerable.Repeat("공", 5_000)));

        var sample = SourceFiles.Find(path).Single().Sample();

        Assert.Equal(string.Concat(Enumerable.Repeat("공", 4_095)), sample.Start);
    }

    private List<string> Found(string path) =>
        [.. SourceFiles.Find(path).Select(file => Path.GetRelativePath(_folder.Path, file.Path).Replace('\\', '/'))];

    private static string TextOf(SourceFile file)
    {
        using var reader = new StreamReader(file.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
