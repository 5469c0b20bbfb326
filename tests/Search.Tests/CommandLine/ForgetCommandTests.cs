namespace Search.Tests.CommandLine;

public sealed class ForgetCommandTests : IDisposable
{
    private readonly CommandLineRun run = new();
    private readonly string file;

    public ForgetCommandTests()
    {
        file = run.File(
            "talks.jsonl",
            """{"id":"a","kind":"talk","title":"First","speakers":["Ada Kell"]}""",
            """{"id":"b","kind":"talk","title":"Second","speakers":["Ada Kell","Ole Brandt"]}"""
        );
        Assert.Equal(0, run.Run("index", file).Code);
    }

    public void Dispose() => run.Dispose();

    [Fact]
    public void It_says_what_went_and_where_it_still_is()
    {
        var outcome = run.Run("forget", "--speaker", "ada kell");
        Assert.Equal(0, outcome.Code);
        Assert.Equal(
            [
                "removed  a",
                "changed  b",
                "Records removed: 1; kept without the name: 1; counted queries removed: 0.",
                "A later import does not bring it back; forget --lift allows it again.",
                "Backups and log files older than now may still hold it, and so may the sources themselves.",
            ],
            outcome.OutputLines
        );
    }

    [Fact]
    public void Indexing_again_counts_what_was_kept_out()
    {
        run.Run("forget", "a");
        var outcome = run.Run("index", file);
        Assert.Equal((0, 1, 1), (outcome.Code, outcome.Count("forgotten"), outcome.Count("unchanged")));
    }

    [Fact]
    public void A_mistake_can_be_lifted()
    {
        run.Run("forget", "a");
        Assert.Equal(0, run.Run("forget", "a", "--lift").Code);
        Assert.Equal(1, run.Run("index", file).Count("added"));
        Assert.Equal(2, run.Run("forget", "a", "--lift").Code);
    }

    [Theory]
    [InlineData]
    [InlineData("a", "--speaker", "Ada Kell")]
    [InlineData("--speaker", "--")]
    public void Without_one_thing_to_forget_nothing_is_done(params string[] arguments)
    {
        Assert.Equal(2, run.Run(["forget", .. arguments]).Code);
        Assert.Equal(2, run.Run("index", file).Count("unchanged"));
    }
}
