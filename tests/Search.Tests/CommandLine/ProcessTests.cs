using Search.Engine.Indexing;
using Search.Engine.Searching;
using static Search.Tests.CommandLine.CommandLineRun;

namespace Search.Tests.CommandLine;

/// <summary>The program in a process of its own: what only the real one shows.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly CommandLineRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Records_come_in_by_standard_input()
    {
        var input = TalkLine("a", "Grüße 공") + "\nnonsense\n";

        var outcome = await RunProcessAsync(run.Folder, input, "index", "-", "--source", "piped", "--index", run.Index);

        Assert.Equal((1, 1), (outcome.Code, outcome.Count("added")));
        Assert.StartsWith("-:2: refused: ", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.EndsWith(" piped", run.Run("sources", "list").OutputLines[^1], StringComparison.Ordinal);
        var exported = await RunProcessAsync(run.Folder, "", "export", "--index", run.Index);
        Assert.Equal(TalkLine("a", "Grüße 공") + "\n", exported.Output);
    }

    [Fact]
    public async Task The_default_index_is_where_the_service_looks_whatever_the_working_folder()
    {
        run.File("Search.sln");
        run.File("deep/deeper/a.jsonl", TalkLine("a", "Raft"));
        var deep = Path.Combine(run.Folder, "deep", "deeper");

        var indexed = await RunProcessAsync(deep, "", "index", "a.jsonl");
        var found = await RunProcessAsync(run.Folder, "", "search", "raft");

        Assert.Equal((0, 0), (indexed.Code, found.Code));
        Assert.Equal("1 hit", found.OutputLines[0]);
        // What the service does with its setting, started in any folder below.
        var served = DataPaths.Resolve("index-data/index", deep, AppContext.BaseDirectory);
        Assert.Equal(Path.Combine(run.Folder, "index-data", "index"), served);
        using var engine = new SearchEngine(new IndexOptions { Path = served });
        Assert.Equal(1, engine.Stats().Talks);
    }

    /// <summary>Each kill comes later: while records are read, and at several moments of writing and committing them.</summary>
    [Fact]
    public async Task A_killed_process_leaves_whole_commits_and_no_lock()
    {
        var first = run.File("first.jsonl", Talks("a"));
        var second = run.File("second.jsonl", Talks("b"));
        foreach (var newFiles in new[] { 1, 3, 8, 12, 20, 30 })
        {
            await KillAsync(newFiles, "index", first, second, "--index", run.Index);
            Assert.Contains(TalksAfterKill(), new[] { 0, 10_000, 20_000 });
        }

        var outcome = run.Run("index", first, second);

        Assert.Equal((0, 20_000), (outcome.Code, outcome.Count("read")));
        Assert.Equal(20_000, run.Run("export").OutputLines.Count);
    }

    private async Task KillAsync(int newFiles, params string[] arguments)
    {
        var before = Files();
        using var process = Start(run.Folder, arguments);
        while (!process.HasExited && Files().Count(file => !before.Contains(file)) < newFiles)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private HashSet<string> Files() =>
        Directory.Exists(run.Index) ? [.. Directory.EnumerateFiles(run.Index, "*", SearchOption.AllDirectories)] : [];

    private int TalksAfterKill()
    {
        using var engine = new SearchEngine(new IndexOptions { Path = run.Index });
        if (engine.State.Availability == IndexAvailability.Missing)
            return 0;
        var talks = engine.Stats().Talks;
        Assert.Equal(talks, engine.Export(TestContext.Current.CancellationToken).Count());
        return talks;
    }

    private static IEnumerable<string> Talks(string prefix) =>
        Enumerable.Range(1, 10_000).Select(number => TalkLine($"{prefix}{number}", $"Title {number} of {prefix}"));
}
