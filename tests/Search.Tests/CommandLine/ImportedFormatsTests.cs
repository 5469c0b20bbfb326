using System.IO.Compression;
using System.Text;
using Search.Indexer;

namespace Search.Tests.CommandLine;

/// <summary>Foreign formats through the command line: what stays, what goes, whose it is.</summary>
public sealed class ImportedFormatsTests : IDisposable
{
    private readonly CommandLineRun _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public void A_folder_of_all_formats_goes_in_and_the_second_time_changes_nothing()
    {
        WriteAllFormats();

        var first = _command.Run("index", _command.Folder + "/all", "--source", "brook");
        var second = _command.Run("index", _command.Folder + "/all", "--source", "brook", "--prune");

        Assert.Equal(("", ExitCode.Success), (first.Error, first.Code));
        Assert.Contains("added             11", first.Output, StringComparison.Ordinal);
        Assert.Contains("unchanged         11", second.Output, StringComparison.Ordinal);
        Assert.Contains("removed            0", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Pruning_removes_the_records_of_a_file_that_has_gone_and_no_others()
    {
        WriteAllFormats();
        _command.Run("index", _command.Folder + "/all", "--source", "brook");

        File.Delete(Path.Combine(_command.Folder, "all", "schedule.xml"));
        var pruned = _command.Run("index", _command.Folder + "/all", "--source", "brook", "--prune");

        Assert.Contains("removed            1", pruned.Output, StringComparison.Ordinal);
        Assert.Contains("unchanged         10", pruned.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_another_source_owns_is_refused()
    {
        const string schedule =
            """{"schedule":{"conference":{"acronym":"b","days":[{"rooms":{"A":[{"id":1,"title":"T"}]}}]}}}""";
        _command.Run("index", _command.File("one.json", schedule));

        var other = _command.Run("index", _command.File("two.json", schedule));

        Assert.Equal(ExitCode.SomeRefused, other.Code);
        Assert.Contains("id_owned_by", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leads_nowhere_or_in_a_circle_keeps_the_rest_of_a_folder_in()
    {
        _command.File("all/talks.csv", "title,abstract", "Queues,Say no.");
        File.CreateSymbolicLink(Path.Combine(_command.Folder, "all", "gone.csv"), "nowhere.csv");
        Directory.CreateSymbolicLink(Path.Combine(_command.Folder, "all", "circle"), _command.Folder + "/all");

        var run = _command.Run("index", _command.Folder + "/all");

        Assert.Contains("added              1", run.Output, StringComparison.Ordinal);
        Assert.Contains("gone.csv: refused: does not exist", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_are_told_with_their_place_and_refuse_nothing()
    {
        var path = _command.File("talks.csv", "title,date", "Queues,soon");

        var run = _command.Run("index", path);

        Assert.Equal(ExitCode.Success, run.Code);
        Assert.Contains($"{path}:2: note: its date \"soon\" cannot be read", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_talk_labelled_Korean_with_an_English_abstract_is_found_by_English_words_and_as_English()
    {
        var path = _command.File(
            "talks.csv",
            "title,language,abstract",
            "Queues,kor,In this talk we look at how the team migrated its queues and what went wrong on the way there."
        );
        _command.Run("index", path);

        var run = _command.Run("search", "migrating queue", "--filter", "language = en");

        Assert.StartsWith("1 hit", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Gzip_that_grows_as_no_text_does_ends_with_a_message_and_the_rest_goes_in()
    {
        var talk = """{"id":"b/1","kind":"talk","title":"T"}""" + "\n";
        var bomb = Packed(talk + new string('a', 80_000_000));
        Directory.CreateDirectory(Path.Combine(_command.Folder, "all"));
        File.WriteAllBytes(Path.Combine(_command.Folder, "all", "a.jsonl.gz"), bomb);
        _command.File("all/b.jsonl", """{"id":"b/2","kind":"talk","title":"T"}""");

        var run = _command.Run("index", _command.Folder + "/all");

        Assert.Contains("added              2", run.Output, StringComparison.Ordinal);
        Assert.Contains("a.jsonl.gz:2: refused: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("200 times its size", run.Error, StringComparison.Ordinal);
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private void WriteAllFormats()
    {
        _command.File("all/talks.jsonl", """{"id":"brook/a","kind":"talk","title":"A"}""");
        _command.File("all/talks.csv", "title,abstract", "B,Text");
        _command.File("all/ada.md", "# Ada", "", "### Why?", "", "Because.");
        _command.File("all/brook-2025/category.json", """{"title":"Brook 2025"}""");
        _command.File(
            "all/brook-2025/videos/c.json",
            """{"title":"C","videos":[],"recorded":"2025-06-03","speakers":[]}"""
        );
        _command.File(
            "all/schedule.xml",
            "<schedule><conference><title>Creek</title></conference><day><event id='1'><title>D</title></event></day></schedule>"
        );
        _command.File(
            "all/frab.json",
            """{"schedule":{"conference":{"acronym":"f","days":[{"rooms":{"A":[{"id":1,"title":"E"}]}}]}}}"""
        );
        _command.File(
            "all/pretalx.json",
            """{"schedule":{"2025-06-03":{"10:00":{"A":{"code":"XYZ","title":"F","abstract":""}}}}}"""
        );
        _command.File(
            "all/sessionize.json",
            """{"sessions":[{"id":"1","title":"G","startsAt":"2025-06-03T10:00:00"}]}"""
        );
        _command.File(
            "all/faq.html",
            """<!doctype html><script type="application/ld+json">{"@type":"Event","name":"H"}</script>"""
        );
        _command.File("all/i.vtt", "WEBVTT", "", "00:01.000 --> 00:02.000", "Words.");
        _command.File(
            "all/topic.txt",
            "Queues",
            "Past Presentations",
            "J",
            "A long enough paragraph that says what the talk is about."
        );
    }
}
