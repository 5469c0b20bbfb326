using Search.Indexer.Evaluation;
using static Search.Tests.CommandLine.CommandLineRun;

namespace Search.Tests.CommandLine;

/// <summary><c>evaluate</c> and its measures, against figures computed by hand.</summary>
public sealed class EvaluateCommandTests : IDisposable
{
    private readonly CommandLineRun run = new();

    public void Dispose() => run.Dispose();

    // q1 finds d1 (both words, grade 0), then d2 (one word, grade 2), and not d3 (grade 1):
    // nDCG (2/log2 3) / (2 + 1/log2 3) = .4796, precision at d2 1/2 over 2 relevant = .25, 1/rank .5, recall 1/2.
    // q2 finds the one relevant document: all 1. q3 has no relevant document and does not count.
    private static readonly string[] Means =
    [
        "nDCG@10 0.7398",
        "MAP 0.6250",
        "MRR@10 0.7500",
        "Recall@100 0.7500",
        "Judged@10 1.0000",
        "Queries 2",
    ];

    [Fact]
    public void The_means_are_those_computed_by_hand()
    {
        var outcome = Evaluate();
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Equal(Means, outcome.OutputLines);
    }

    [Fact]
    public void Per_query_figures_stand_before_the_means()
    {
        var lines = Evaluate("--per-query").OutputLines;
        Assert.Equal(
            ["nDCG@10 q1 0.4796", "MAP q1 0.2500", "MRR@10 q1 0.5000", "Recall@100 q1 0.5000", "Judged@10 q1 1.0000"],
            lines.Take(5)
        );
        Assert.Equal(Means, lines.Skip(10));
    }

    [Fact]
    public void A_baseline_is_compared_query_by_query()
    {
        var baseline = run.File("old.txt", "nDCG@10 q1 0.1000", "nDCG@10 q2 1.0000", "nDCG@10 gone 1.0000", "MAP 1");
        Assert.Equal(
            ["Wins 1", "Losses 0", "Ties 1", "Difference +0.1898", "p 1.0000"],
            Evaluate("--baseline", baseline).OutputLines.Skip(Means.Length)
        );
    }

    [Fact]
    public void A_run_compared_with_itself_has_no_wins_and_no_losses()
    {
        var baseline = run.File("same.txt", Evaluate("--per-query").OutputLines);
        Assert.Equal(
            ["Wins 0", "Losses 0", "Ties 2", "Difference 0.0000", "p 1.0000"],
            Evaluate("--baseline", baseline).OutputLines.Skip(Means.Length)
        );
    }

    [Fact]
    public void A_baseline_without_figures_is_refused()
    {
        var outcome = Evaluate("--baseline", run.File("old.txt", "nothing"));
        Assert.Equal(3, outcome.Code);
        Assert.Contains(
            "make it with evaluate --per-query",
            Assert.Single(outcome.ErrorLines),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Broken_judgements_are_named_with_their_line()
    {
        run.File("qrels.txt", "q1 d1 0", "q1 d2 much");
        var outcome = Evaluate();
        Assert.Equal(3, outcome.Code);
        Assert.Contains("line 2 is no query, document and grade", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_documents_the_index_is_asked()
    {
        run.Run("index", run.File("live.jsonl", TalkLine("d4", "Paxos")));
        Write();
        var outcome = run.Run("evaluate", "--queries", In("queries.jsonl"), "--qrels", In("qrels.txt"), "--per-query");
        Assert.Contains("nDCG@10 q1 0.0000", outcome.OutputLines);
        Assert.Contains("nDCG@10 q2 1.0000", outcome.OutputLines);
    }

    [Fact]
    public void The_live_index_is_not_touched_when_documents_are_given()
    {
        Evaluate();
        Assert.False(Directory.Exists(run.Index));
    }

    // Ranks of relevant documents 1, 3 and 12; a fourth is not found.
    [Fact]
    public void Measures_look_as_deep_as_their_names_say()
    {
        var ranking = Enumerable.Range(1, 150).Select(rank => $"d{rank}").ToList();
        var grades = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["d1"] = 3,
            ["d2"] = 0,
            ["d3"] = 1,
            ["d12"] = 2,
            ["d101"] = 1,
            ["gone"] = 1,
        };

        var measures = Measures.Of(ranking, grades);

        // Best possible: 3, 2, 1, 1, 1.
        var best = 3 + (2 / Math.Log2(3)) + (1 / Math.Log2(4)) + (1 / Math.Log2(5)) + (1 / Math.Log2(6));
        Assert.Equal((3 + (1 / Math.Log2(4))) / best, measures.NdcgAt10, precision: 12);
        Assert.Equal((1 + (2 / 3d) + (3 / 12d) + (4 / 101d)) / 5, measures.AveragePrecision, precision: 12);
        Assert.Equal(1, measures.ReciprocalRankAt10);
        Assert.Equal(3 / 5d, measures.RecallAt100);
        Assert.Equal(3 / 10d, measures.JudgedAt10);
    }

    [Theory]
    [InlineData(10, 0.1)]
    [InlineData(11, 0)]
    public void A_first_relevant_document_behind_the_tenth_has_no_reciprocal_rank(int rank, double expected)
    {
        var ranking = Enumerable.Range(1, 20).Select(place => place == rank ? "it" : $"d{place}").ToList();
        var grades = new Dictionary<string, int>(StringComparer.Ordinal) { ["it"] = 1 };
        Assert.Equal(expected, Measures.Of(ranking, grades).ReciprocalRankAt10);
    }

    // Six queries, all better by the same: of the 64 ways to swap, only the two without a mixture differ as much.
    [Fact]
    public void A_difference_in_every_query_is_significant()
    {
        var before = Enumerable.Range(1, 6).ToDictionary(query => $"q{query}", _ => 0.25, StringComparer.Ordinal);
        var after = before.ToDictionary(query => query.Key, query => query.Value + 0.25, StringComparer.Ordinal);

        var comparison = Comparison.Of(before, after);

        Assert.Equal((6, 0, 0, 0.25), (comparison.Wins, comparison.Losses, comparison.Ties, comparison.MeanDifference));
        Assert.InRange(comparison.Significance, (2 / 64d) - 0.01, (2 / 64d) + 0.01);
    }

    private Outcome Evaluate(params string[] more)
    {
        Write();
        return run.Run([
            "evaluate",
            "--docs",
            In("docs.jsonl"),
            "--queries",
            In("queries.jsonl"),
            "--qrels",
            In("qrels.txt"),
            .. more,
        ]);
    }

    private void Write()
    {
        run.File(
            "docs.jsonl",
            """{"id":"d1","title":"raft leader","text":"raft leader"}""",
            """{"id":"d2","text":"raft and many other words about something else"}""",
            """{"id":"d3","text":"gossip"}""",
            """{"id":"d4","title":"paxos"}""",
            """{"id":"d5"}"""
        );
        run.File(
            "queries.jsonl",
            """{"id":"q1","text":"raft leader"}""",
            """{"id":"q2","text":"paxos"}""",
            """{"id":"q3","text":"gossip"}"""
        );
        if (!File.Exists(In("qrels.txt")))
            run.File("qrels.txt", "q1 d1 0", "q1\td2\t2", "q1 0 d3 1", "q2 d4 1", "q3 d3 0");
    }

    private string In(string name) => Path.Combine(run.Folder, name);
}
