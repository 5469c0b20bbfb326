using System.Text.Json.Nodes;
using Search.Engine.Indexing;
using static Search.Tests.CommandLine.CommandLineRun;

namespace Search.Tests.CommandLine;

public sealed class IndexCommandTests : IDisposable
{
    private readonly CommandLineRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void What_goes_in_is_counted_on_standard_output()
    {
        var file = run.File("a.jsonl", TalkLine("a", "Raft"), InterviewLine("i", "Chat", "Why?", "Because."));

        var outcome = run.Run("index", file);

        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Equal((2, 2, 0, 0), Counts(outcome));
        Assert.Matches(@"^\d+\.\d s, \d+ records/s$", outcome.OutputLines[^1]);
    }

    [Fact]
    public void The_same_again_is_unchanged()
    {
        var file = run.File("a.jsonl", TalkLine("a", "Raft"), TalkLine("b", "Paxos"));
        run.Run("index", file);

        var again = run.Run("index", file);

        Assert.Equal((0, 2), (again.Code, again.Count("unchanged")));
    }

    [Fact]
    public void Refused_records_stand_on_standard_error_with_file_and_line_and_the_others_go_in()
    {
        var file = run.File(
            "a.jsonl",
            TalkLine("a", "Raft"),
            """{"id":"b","kind":"talk"}""",
            """{"id":"c","kind":"talk","title":"Half""",
            TalkLine("a", "Again"),
            TalkLine("d", "Paxos")
        );

        var outcome = run.Run("index", file);

        Assert.Equal((1, 2, 3), (outcome.Code, outcome.Count("added"), outcome.Count("refused")));
        Assert.Equal(
            [$"{file}:2", $"{file}:3", $"{file}:4"],
            outcome.ErrorLines.Select(line => line.Split(": refused: ")[0])
        );
        Assert.StartsWith($"{file}:2: refused: \"title\" is missing", outcome.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(["a", "d"], ExportedIds());
    }

    [Fact]
    public void Each_path_is_a_source_of_its_own()
    {
        var one = run.File("one.jsonl", TalkLine("a", "Raft"));
        var two = run.File("two.jsonl", TalkLine("b", "Paxos"));

        Assert.Equal(2, run.Run("index", one, two).Count("added"));

        var sources = JsonNode.Parse(run.Run("sources", "list", "--json").Output)!.AsArray();
        Assert.Equal([one, two], sources.Select(source => (string)source!["name"]!));
    }

    [Fact]
    public void A_folder_is_one_source()
    {
        run.File("in/one.jsonl", TalkLine("a", "Raft"));
        run.File("in/deep/two.jsonl", TalkLine("b", "Paxos"));
        var folder = Path.Combine(run.Folder, "in");

        Assert.Equal(2, run.Run("index", folder, "--source", "archive").Count("added"));

        Assert.Equal("        2          0         0  archive", run.Run("sources", "list").OutputLines[^1]);
    }

    [Fact]
    public void A_summary_in_JSON_says_the_same_as_the_lines()
    {
        var file = run.File("a.jsonl", TalkLine("a", "Raft"), "nonsense");

        var outcome = run.Run("index", file, "--json");

        var summary = JsonNode.Parse(outcome.Output)!;
        Assert.Equal(1, outcome.Code);
        Assert.Equal(
            (2, 1, 0, 0, 0, 1),
            (
                (int)summary["read"]!,
                (int)summary["added"]!,
                (int)summary["updated"]!,
                (int)summary["unchanged"]!,
                (int)summary["removed"]!,
                (int)summary["refused"]!
            )
        );
    }

    [Fact]
    public void Pruning_removes_what_vanished_and_is_put_off_while_something_cannot_be_read()
    {
        var file = run.File("a.jsonl", TalkLine("a", "Raft"), TalkLine("b", "Paxos"));
        run.Run("index", file);

        run.File("a.jsonl", TalkLine("a", "Raft"), "nonsense");
        var putOff = run.Run("index", file, "--prune");
        Assert.Equal((1, 0), (putOff.Code, putOff.Count("removed")));
        Assert.Contains("Nothing was pruned", putOff.Error, StringComparison.Ordinal);

        run.File("a.jsonl", TalkLine("a", "Raft"));
        var done = run.Run("index", file, "--prune");
        Assert.Equal((0, 1), (done.Code, done.Count("removed")));
        Assert.Equal(["a"], ExportedIds());
    }

    [Fact]
    public void A_record_of_another_source_is_refused_until_it_is_taken_over()
    {
        run.Run("index", run.File("one.jsonl", TalkLine("a", "Raft")));
        var two = run.File("two.jsonl", TalkLine("a", "Paxos"));

        var refused = run.Run("index", two);
        Assert.Equal(1, refused.Code);
        Assert.Contains("(id_owned_by)", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);

        Assert.Equal((0, 1), Updated(run.Run("index", two, "--take-over")));
        Assert.EndsWith(two, run.Run("sources", "list").OutputLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_says_what_would_happen_and_writes_nothing()
    {
        var file = run.File("a.jsonl", TalkLine("a", "Raft"));

        var outcome = run.Run("index", file, "--dry-run");

        Assert.Equal((0, 1), (outcome.Code, outcome.Count("added")));
        Assert.Equal("Nothing was written: this was a dry run.", outcome.OutputLines[0]);
        Assert.Empty(ExportedIds());
    }

    [Theory]
    [InlineData(false, new[] { "a" })]
    [InlineData(true, new[] { "a", "s" })]
    public void The_first_source_removes_the_sample_unless_it_is_kept(bool keep, string[] left)
    {
        run.Run("index", run.File("s.jsonl", TalkLine("s", "Sample")), "--source", ImportOptions.SampleSource);
        var file = run.File("a.jsonl", TalkLine("a", "Raft"));

        var outcome = keep ? run.Run("index", file, "--keep-sample") : run.Run("index", file);

        Assert.Equal(left, ExportedIds());
        Assert.Equal(
            keep,
            !outcome.Output.Contains(
                "The sample collection (1 records) made room; --keep-sample keeps it.",
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public void A_second_writer_is_told_who_holds_the_index()
    {
        var file = run.File("a.jsonl", TalkLine("a", "Raft"));
        using var holder = new IndexSession(new IndexOptions { Path = run.Index }, "search-service");

        var outcome = run.Run("index", file);

        Assert.Equal((3, ""), (outcome.Code, outcome.Output));
        Assert.Equal(
            [
                $"Another program is writing to the index in {run.Index}: search-service, process {Environment.ProcessId}. "
                    + "Wait until it has ended, or stop it.",
                "Records can be sent to it instead: search-indexer index PATH --server URL --key KEY",
            ],
            outcome.ErrorLines
        );
    }

    [Fact]
    public void A_path_that_does_not_exist_stops_before_anything_is_written()
    {
        var file = run.File("a.jsonl", TalkLine("a", "Raft"));
        var missing = Path.Combine(run.Folder, "none.jsonl");

        var outcome = run.Run("index", file, missing);

        Assert.Equal((3, $"{missing}: does not exist"), (outcome.Code, Assert.Single(outcome.ErrorLines)));
        Assert.False(Directory.Exists(run.Index));
    }

    [Fact]
    public void A_damaged_index_is_named_and_left_alone()
    {
        var file = run.File("a.jsonl", TalkLine("a", "Raft"));
        run.Run("index", file);
        var current = Path.Combine(run.Index, "CURRENT");
        File.WriteAllText(current, "nonsense");

        var outcome = run.Run("index", file);

        Assert.Equal(3, outcome.Code);
        Assert.Contains(
            $"The index in {run.Index} is damaged",
            Assert.Single(outcome.ErrorLines),
            StringComparison.Ordinal
        );
        Assert.Equal("nonsense", File.ReadAllText(current));
    }

    private IEnumerable<string> ExportedIds() =>
        run.Run("export").OutputLines.Select(line => (string)JsonNode.Parse(line)!["id"]!);

    private static (int, int, int, int) Counts(Outcome outcome) =>
        (outcome.Count("read"), outcome.Count("added"), outcome.Count("updated"), outcome.Count("refused"));

    private static (int, int) Updated(Outcome outcome) => (outcome.Code, outcome.Count("updated"));
}
