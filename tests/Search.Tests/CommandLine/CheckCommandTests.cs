using System.Text.Json.Nodes;
using Search.Engine.Checking;
using static Search.Tests.CommandLine.CommandLineRun;

namespace Search.Tests.CommandLine;

public sealed class CheckCommandTests : IDisposable
{
    private const string Clean = """{"id":"ok","kind":"talk","title":"Raft","abstract":"How a cluster agrees."}""";

    private readonly CommandLineRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void A_clean_source_gives_nothing_and_zero()
    {
        var outcome = RunPlain("check", run.File("a.jsonl", Clean));

        Assert.Equal((0, ""), (outcome.Code, outcome.Output));
        Assert.Equal(["0 findings in 1 records."], outcome.ErrorLines);
    }

    [Fact]
    public void Each_finding_is_a_line_with_its_place_and_code()
    {
        var file = run.File("a.jsonl", Clean, TalkLine("b", "Paxos"), "{", Clean);

        var outcome = RunPlain("check", file);

        Assert.Equal(1, outcome.Code);
        Assert.Equal(
            [
                $"{file}:2: missing_abstract: has no abstract",
                $"{file}:3: refused: ",
                $"{file}:4: refused: An earlier record",
            ],
            outcome.OutputLines.Select(
                (line, at) =>
                    at == 0
                        ? line
                        : line[..(at == 1 ? $"{file}:3: refused: " : $"{file}:4: refused: An earlier record").Length]
            )
        );
    }

    [Fact]
    public void Files_are_compared_with_each_other()
    {
        var first = run.File("a.jsonl", Clean);
        var second = run.File("b.jsonl", Clean.Replace("\"ok\"", "\"other\"", StringComparison.Ordinal));

        var outcome = RunPlain("check", first, second);

        Assert.Equal([$"{second}:1: duplicate: is the same as ok at {first}:1"], outcome.OutputLines);
    }

    [Fact]
    public void Json_has_counts_and_findings()
    {
        var outcome = RunPlain("check", run.File("a.jsonl", Clean, TalkLine("b", "Paxos")), "--json");

        var result = JsonNode.Parse(outcome.Output)!;
        Assert.Equal((1, 2), (outcome.Code, result["records"]!.GetValue<int>()));
        Assert.Equal(1, result["counts"]!["missing_abstract"]!.GetValue<int>());
        var finding = result["findings"]![0]!;
        Assert.Equal((2, "b"), (finding["line"]!.GetValue<int>(), finding["id"]!.GetValue<string>()));
    }

    [Fact]
    public void Codes_can_be_chosen_and_left_out()
    {
        var file = run.File("a.jsonl", TalkLine("b", "Paxos"), "{");

        Assert.Single(RunPlain("check", file, "--only", "refused").OutputLines);
        Assert.Single(RunPlain("check", file, "--skip", "refused").OutputLines);
        Assert.Equal(2, RunPlain("check", file, "--skip", "nonsense").Code);
    }

    [Fact]
    public void A_source_that_is_not_there_is_unusable() => Assert.Equal(3, RunPlain("check", "nowhere.jsonl").Code);

    [Fact]
    public void Dead_links_of_a_page_are_found()
    {
        var file = run.File("page.md", "# New", "", "See [above](#old).");

        var outcome = RunPlain("check", file, "--format", "topic-page", "--only", "dead_anchor");

        Assert.Equal([$"{file}:3: dead_anchor: links to #old, which is nowhere in the file"], outcome.OutputLines);
    }

    [Fact]
    public void Every_code_is_in_the_readme()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Search.sln")))
            folder = folder.Parent;
        var readme = File.ReadAllText(Path.Combine(folder.FullName, "README.md"));

        Assert.All(SourceRules.All, rule => Assert.Contains($"| `{rule.Code}` |", readme, StringComparison.Ordinal));
    }
}
