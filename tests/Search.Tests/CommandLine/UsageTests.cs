using static Search.Tests.CommandLine.CommandLineRun;

namespace Search.Tests.CommandLine;

/// <summary>Command lines that make no sense: exit code 2, one plain sentence, nothing done.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly CommandLineRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("index a.jsonl a.jsonl", "a.jsonl is given twice.")]
    [InlineData("index a.jsonl b.jsonl --source x", "--source x names one source, but there are 2 paths.")]
    [InlineData(
        "index a.jsonl --format docx",
        "There is no format docx; the formats are: pyvideo, sessionize, pretalx, "
    )]
    [InlineData("index a.jsonl --prun", "There is no option --prun; for a file of that name write ./--prun.")]
    [InlineData("search x --page 0", "--page is 0; 1 to 10000 are allowed.")]
    [InlineData("search x --hits 101", "--hits is 101; 1 to 100 are allowed.")]
    [InlineData("search x --page 200 --hits 100", "--page times --hits is at most 10000.")]
    public void The_message_says_what_is_wrong(string arguments, string message)
    {
        var outcome = run.Run(arguments.Split(' '));
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        Assert.StartsWith(message, Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(run.Index));
    }

    [Theory]
    [InlineData("")]
    [InlineData("frobnicate")]
    [InlineData("index")]
    [InlineData("search")]
    [InlineData("sources")]
    [InlineData("search x --page one")]
    [InlineData("evaluate --queries q.jsonl")]
    public void What_cannot_be_parsed_leads_to_the_help(string arguments)
    {
        var outcome = RunPlain(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        Assert.True(outcome.ErrorLines.Count >= 2);
        Assert.Equal("Run search-indexer --help to see what it can do.", outcome.ErrorLines[^1]);
    }

    [Fact]
    public void Help_names_every_command_on_standard_output()
    {
        var outcome = RunPlain("--help");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.All(
            ["index", "search", "stats", "export", "sources", "evaluate"],
            command => Assert.Contains($"  {command} ", outcome.Output, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_source_that_does_not_exist_cannot_be_removed()
    {
        run.Run("index", run.File("a.jsonl", TalkLine("a", "Raft")));
        var outcome = run.Run("sources", "remove", "nope");
        Assert.Equal(
            (2, "No source is called nope. See: search-indexer sources list"),
            (outcome.Code, Assert.Single(outcome.ErrorLines))
        );
    }
}
