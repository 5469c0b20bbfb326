using System.Text.Json.Nodes;
using static Search.Tests.CommandLine.CommandLineRun;

namespace Search.Tests.CommandLine;

/// <summary>Commands that only read: <c>search</c>, <c>stats</c>, <c>sources</c>, <c>export</c>.</summary>
public sealed class ReadingCommandTests : IDisposable
{
    private readonly CommandLineRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("search", "raft")]
    [InlineData("stats")]
    [InlineData("export")]
    [InlineData("sources", "list")]
    public void Without_an_index_they_say_what_to_do(params string[] arguments)
    {
        var outcome = run.Run(arguments);
        Assert.Equal((3, ""), (outcome.Code, outcome.Output));
        Assert.Equal(
            $"There is no index in {run.Index} yet. Index something with: search-indexer index PATH",
            Assert.Single(outcome.ErrorLines)
        );
        Assert.False(Directory.Exists(run.Index));
    }

    [Fact]
    public void Search_prints_hits_as_plain_lines()
    {
        Fill();
        Assert.Equal(
            ["1 hit", " 1. Chat [b]with[/] Ann", "    interview | i", "    Q: Why leases?", "       Clocks are cheap."],
            run.Run("search", "leases").OutputLines
        );
    }

    [Fact]
    public void Search_in_JSON_has_the_names_of_the_HTTP_route()
    {
        Fill();
        var found = JsonNode.Parse(run.Run("search", "leases", "--json").Output)!;
        Assert.Equal(("leases", 1), ((string)found["query"]!, (int)found["totalHits"]!));
        var hit = found["hits"]!.AsArray().Single()!;
        Assert.Equal(("i", "interview"), ((string)hit["id"]!, (string)hit["kind"]!));
        Assert.Equal("Why leases?", (string)hit["passages"]![0]!["question"]!);
    }

    [Fact]
    public void Search_for_what_is_not_there_is_no_failure()
    {
        Fill();
        var outcome = run.Run("search", "zeppelin");
        Assert.Equal((0, "0 hits", ""), (outcome.Code, Assert.Single(outcome.OutputLines), outcome.Error));
    }

    [Theory]
    [InlineData("\"half a quote")]
    [InlineData("(((")]
    [InlineData("year:2017 | 2019")]
    [InlineData("-")]
    [InlineData("[red]x[/]")]
    [InlineData("")]
    public void Any_text_may_be_asked(string query)
    {
        Fill();
        Assert.Equal(0, run.Run("search", query).Code);
    }

    [Fact]
    public void Search_pages_through_the_hits()
    {
        Fill();
        Assert.Equal(
            ["3 hits", " 3. Chat [b]with[/] Ann"],
            run.Run("search", "kind:talk | kind:interview", "--hits", "1", "--page", "3").OutputLines.Take(2)
        );
    }

    [Fact]
    public void Stats_count_what_is_in_the_index()
    {
        Fill();
        var lines = run.Run("stats").OutputLines;
        Assert.Equal(["talks        2", "interviews   1", "passages     1", "works        3"], lines.Take(4));
        Assert.Matches(
            "^size         [1-9][0-9]* KB$",
            Assert.Single(lines, line => line.StartsWith("size", StringComparison.Ordinal))
        );
        var json = JsonNode.Parse(run.Run("stats", "--json").Output)!;
        Assert.Equal(
            (2, 1, "gen-000001"),
            ((int)json["talks"]!, (int)json["interviews"]!, (string)json["generation"]!)
        );
    }

    [Fact]
    public void A_removed_source_is_gone()
    {
        var file = Fill();
        var outcome = run.Run("sources", "remove", file);
        Assert.Equal((0, $"Removed 3 records of {file}."), (outcome.Code, Assert.Single(outcome.OutputLines)));
        Assert.Empty(run.Run("export").Output);
    }

    [Fact]
    public void An_export_comes_by_id_and_gives_the_same_bytes_when_it_is_indexed_again()
    {
        Fill();
        var export = run.Run("export").Output;
        Assert.Equal(
            ["a", "b", "i"],
            export
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => (string)JsonNode.Parse(line)!["id"]!)
        );

        using var other = new CommandLineRun();
        var file = other.File("all.jsonl");
        File.WriteAllText(file, export);
        Assert.Equal(0, other.Run("index", file).Code);

        Assert.Equal(export, other.Run("export").Output);
        Assert.Equal(3, run.Run("index", file, "--take-over").Count("updated"));
        Assert.Equal(3, run.Run("index", file).Count("unchanged"));
    }

    [Fact]
    public void An_export_keeps_what_this_version_does_not_know()
    {
        const string Line = """{"id":"x","kind":"talk","title":"é 공 😀 \u0000","room":{"floor":[1,2.50,null]}}""";
        run.Run("index", run.File("x.jsonl", Line));
        var exported = run.Run("export").Output;
        Assert.Contains("\"room\":{\"floor\":[1,2.50,null]}", exported, StringComparison.Ordinal);
        Assert.Equal("é 공 😀 \0", (string)JsonNode.Parse(exported)!["title"]!);
    }

    private string Fill()
    {
        var file = run.File(
            "a.jsonl",
            TalkLine("a", "Raft"),
            TalkLine("b", "Paxos"),
            InterviewLine("i", "Chat [b]with[/] Ann", "Why leases?", "Clocks are cheap.")
        );
        Assert.Equal(0, run.Run("index", file).Code);
        return file;
    }
}
