using static Search.Tests.CommandLine.CommandLineRun;

namespace Search.Tests.CommandLine;

/// <summary><c>check</c>, <c>rebuild</c> and <c>rollback</c>.</summary>
public sealed class GenerationCommandTests : IDisposable
{
    private readonly CommandLineRun run = new();

    public GenerationCommandTests() =>
        run.Run("index", run.File("talks.jsonl", TalkLine("a", "Raft"), TalkLine("b", "Paxos")));

    public void Dispose() => run.Dispose();

    [Fact]
    public void A_rebuild_says_what_is_served_and_what_is_kept()
    {
        var outcome = run.Run("rebuild");
        Assert.Equal(
            (0, "Serving gen-000002 with 2 records; gen-000001 is kept for search-indexer rollback."),
            (outcome.Code, Assert.Single(outcome.OutputLines))
        );
        var back = run.Run("rollback");
        Assert.Equal(
            (0, "Serving gen-000001. Brought along: 0 records that were written since."),
            (back.Code, Assert.Single(back.OutputLines))
        );
    }

    [Fact]
    public void Without_an_older_generation_a_rollback_fails_in_plain_words()
    {
        var outcome = run.Run("rollback");
        Assert.Equal(3, outcome.Code);
        Assert.EndsWith("No older generation is kept.", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_no_index_there_is_nothing_to_rebuild()
    {
        using var empty = new CommandLineRun();
        var outcome = empty.Run("rebuild");
        Assert.Equal((2, "There is no index yet that could be rebuilt."), (outcome.Code, outcome.ErrorLines[0]));
        Assert.Equal(3, empty.Run("check").Code);
    }

    [Fact]
    public void A_check_says_that_all_is_well()
    {
        var outcome = run.Run("check");
        Assert.Equal(0, outcome.Code);
        Assert.Matches(@"^gen-000001  2 records, 0\.0 MB, schema \d+\.[0-9a-f]{8}, live$", outcome.OutputLines[0]);
        Assert.Equal("The index is whole.", outcome.OutputLines[1]);
        Assert.Contains("\"isSound\": true", run.Run("check", "--json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_names_the_damaged_file_and_what_helps()
    {
        run.Run("rebuild");
        var file = Directory.GetFiles(Path.Combine(run.Index, "gen-000002"), "*.tim")[0];
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
        var outcome = run.Run("check");
        Assert.Equal(3, outcome.Code);
        Assert.Contains($"gen-000002/{Path.GetFileName(file)} is damaged: ", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(
            "The generation gen-000001 is whole and can be served: search-indexer rollback",
            outcome.OutputLines[^1]
        );
    }
}
