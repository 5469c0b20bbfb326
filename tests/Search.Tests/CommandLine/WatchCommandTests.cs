using System.Text.Json.Nodes;
using static Search.Tests.CommandLine.CommandLineRun;

namespace Search.Tests.CommandLine;

public sealed class WatchCommandTests : IDisposable
{
    private readonly CommandLineRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("-", "- cannot be watched, only files and folders can.")]
    [InlineData(
        "https://example.org/a.jsonl",
        "https://example.org/a.jsonl cannot be watched, only files and folders can."
    )]
    public void What_cannot_be_watched_is_a_usage_error(string path, string message)
    {
        var outcome = run.Run("watch", path);

        Assert.Equal(2, outcome.Code);
        Assert.Equal([message], outcome.ErrorLines);
    }

    [Fact]
    public void A_path_that_does_not_exist_is_said_at_once()
    {
        var outcome = run.Run("watch", "nowhere");

        Assert.Equal(3, outcome.Code);
        Assert.Equal(["nowhere: does not exist"], outcome.ErrorLines);
    }

    [Fact]
    public async Task A_process_follows_files_until_it_is_told_to_end()
    {
        var cancel = TestContext.Current.CancellationToken;
        run.File("talks/a.jsonl", TalkLine("a", "Raft"));
        using var process = Start(run.Folder, "watch", "talks", "--index", run.Index, "--json");
        var first = JsonNode.Parse(await process.StandardOutput.ReadLineAsync(cancel) ?? "");
        run.File("talks/b.jsonl", TalkLine("b", "Paxos"), """{"id":"c","kind":"talk"}""");
        var second = JsonNode.Parse(await process.StandardOutput.ReadLineAsync(cancel) ?? "");
        var refused = await process.StandardError.ReadLineAsync(cancel);

        using (var kill = System.Diagnostics.Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await kill.WaitForExitAsync(cancel);
        await process.WaitForExitAsync(cancel);

        Assert.Equal(0, process.ExitCode);
        Assert.Equal((1, "talks"), (first!["added"]!.GetValue<int>(), first["source"]!.GetValue<string>()));
        Assert.Equal((1, 1), (second!["added"]!.GetValue<int>(), second["refused"]!.GetValue<int>()));
        Assert.Equal("""["talks/b.jsonl"]""", second["files"]!.ToJsonString());
        Assert.Equal("talks/b.jsonl:2: refused: \"title\" is missing", refused);
        Assert.Equal(2, run.Run("export").OutputLines.Count);
    }
}
