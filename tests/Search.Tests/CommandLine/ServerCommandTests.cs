using System.Net;
using Search.Tests.Http;
using static Search.Tests.CommandLine.CommandLineRun;

namespace Search.Tests.CommandLine;

/// <summary><c>index --server</c></summary>
public sealed class ServerCommandTests : IAsyncLifetime
{
    private readonly CommandLineRun run = new();
    private readonly ServiceHost host = new([]);
    private string key = "";

    public async ValueTask InitializeAsync() => key = await host.WritingAsync();

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        run.Dispose();
    }

    [Fact]
    public async Task Records_are_sent_and_counted_as_an_import_is()
    {
        var file = run.File(
            "a.jsonl",
            TalkLine("a", "Raft"),
            "nonsense",
            TalkLine("b", "Paxos"),
            TalkLine("a", "Twice")
        );

        var first = await SendAsync(file, "--source", "talks");
        var second = await SendAsync(file, "--source", "talks");

        Assert.Equal((1, 2, 2), (first.Code, first.Count("added"), first.Count("refused")));
        Assert.Contains($"{file}:2: refused: ", first.Error, StringComparison.Ordinal);
        Assert.Contains(
            $"{file}:4: refused: An earlier record has the same id, a.",
            first.Error,
            StringComparison.Ordinal
        );
        Assert.Equal((0, 2), (second.Count("added"), second.Count("unchanged")));
        Assert.Equal(1, (int)(await host.JsonAsync("/v1/search?q=raft"))["totalHits"]!);
    }

    [Fact]
    public async Task Thousands_of_records_go_in()
    {
        var file = run.File("many.jsonl", Enumerable.Range(1, 3_000).Select(n => TalkLine($"t{n}", $"Title {n}")));
        var outcome = await SendAsync(file);
        Assert.Equal((0, 3_000), (outcome.Code, outcome.Count("added")));
    }

    [Fact]
    public async Task Pruning_removes_what_the_source_no_longer_has_and_nothing_else()
    {
        await SendAsync(run.File("other.jsonl", TalkLine("x/1", "Other")), "--source", "other");
        await SendAsync(run.File("a.jsonl", TalkLine("a/1", "Raft"), TalkLine("a/2", "Paxos")), "--source", "talks");

        var pruned = await SendAsync(run.File("a.jsonl", TalkLine("a/2", "Paxos")), "--source", "talks", "--prune");

        Assert.Equal((0, 1), (pruned.Code, pruned.Count("removed")));
        Assert.Equal(HttpStatusCode.NotFound, await host.StatusAsync("/v1/documents/a%2F1"));
        Assert.Equal(HttpStatusCode.OK, await host.StatusAsync("/v1/documents/x%2F1"));
    }

    [Fact]
    public async Task Nothing_is_pruned_when_a_refused_line_may_be_a_record()
    {
        await SendAsync(run.File("a.jsonl", TalkLine("a", "Raft"), TalkLine("b", "Paxos")), "--source", "talks");
        var outcome = await SendAsync(
            run.File("a.jsonl", TalkLine("a", "Raft"), "nonsense"),
            "--source",
            "talks",
            "--prune"
        );
        Assert.Equal(0, outcome.Count("removed"));
        Assert.Contains("Nothing was pruned", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_of_another_source_is_refused_unless_taken_over()
    {
        var file = run.File("a.jsonl", TalkLine("a", "Raft"));
        await SendAsync(file, "--source", "one");
        var refused = await SendAsync(file, "--source", "two");
        var taken = await SendAsync(file, "--source", "two", "--take-over");
        Assert.Equal((1, 1), (refused.Code, refused.Count("refused")));
        Assert.Contains("id_owned_by", refused.Error, StringComparison.Ordinal);
        Assert.Equal((0, 1), (taken.Code, taken.Count("updated")));
    }

    [Fact]
    public async Task The_folder_says_who_writes_and_how_to_send_records_there()
    {
        var file = run.File("a.jsonl", TalkLine("a", "Raft"));
        var outcome = await Task.Run(() => RunPlain(["index", file, "--index", host.Collection.Options.Path]));
        Assert.Equal(3, outcome.Code);
        Assert.Contains(
            $"search-service at {host.Address.ToString().TrimEnd('/')}",
            outcome.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("--server URL --key KEY", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong-key", 3, "401")]
    public async Task A_key_that_is_no_good_is_said_to_be(string wrong, int code, string status)
    {
        var file = run.File("a.jsonl", TalkLine("a", "Raft"));
        var outcome = await Task.Run(() =>
            RunPlain(["index", file, "--server", host.Address.ToString(), "--key", wrong])
        );
        Assert.Equal(code, outcome.Code);
        Assert.Contains(status, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--server", "nowhere", "--key", "x")]
    [InlineData("--server", "http://127.0.0.1:9", "--key", "x", "--dry-run")]
    public void What_makes_no_sense_is_a_usage_error(params string[] arguments)
    {
        var outcome = RunPlain(["index", run.File("a.jsonl"), .. arguments]);
        Assert.Equal(2, outcome.Code);
    }

    [Fact]
    public async Task What_fails_on_the_way_is_sent_again_and_happens_once()
    {
        await using var proxy = new FlakyProxy(host.Address);
        var file = run.File("many.jsonl", Enumerable.Range(1, 1_200).Select(n => TalkLine($"t{n}", $"Title {n}")));

        var outcome = await Task.Run(() =>
            RunPlain(["index", file, "--server", proxy.Address.ToString(), "--key", key])
        );

        // The first answer was lost on its way back, after the service had done what was asked.
        Assert.Equal((0, 1_200, 0), (outcome.Code, outcome.Count("added"), outcome.Count("unchanged")));
        Assert.Contains("Trying again", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(1_200, (int)(await host.JsonAsync("/v1/stats"))["talks"]!);
    }

    private Task<Outcome> SendAsync(string file, params string[] more) =>
        Task.Run(() => RunPlain(["index", file, "--server", host.Address.ToString(), "--key", key, .. more]));
}
