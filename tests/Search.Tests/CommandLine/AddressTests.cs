using Microsoft.AspNetCore.Http;
using static Search.Tests.CommandLine.CommandLineRun;

namespace Search.Tests.CommandLine;

/// <summary>Sources that stand on the web, from a real server.</summary>
public sealed class AddressTests : IAsyncDisposable
{
    private readonly CommandLineRun run = new();
    private readonly WebServer server;
    private string tag = "\"1\"";
    private string[] lines = [TalkLine("a", "Raft"), TalkLine("b", "Paxos")];

    public AddressTests() => server = new WebServer(AnswerAsync);

    private string Talks => $"{server.Address}/talks.jsonl";

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        run.Dispose();
    }

    [Fact]
    public void What_an_address_gives_goes_in_under_its_own_name()
    {
        var outcome = run.Run("index", Talks);

        Assert.Equal((0, 2, ""), (outcome.Code, outcome.Count("added"), outcome.Error));
        Assert.EndsWith($" {Talks}", run.Run("sources", "list").OutputLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_has_not_changed_costs_one_answer_without_content()
    {
        run.Run("index", Talks);

        var again = run.Run("index", Talks);

        Assert.Equal((0, 0), (again.Code, again.Count("read")));
        Assert.Equal([$"{Talks}: has not changed since it was last read."], again.ErrorLines);
        Assert.Equal(["", tag], server.Requests.Select(request => request.IfNoneMatch));
    }

    [Fact]
    public void The_time_of_change_does_where_there_is_no_tag()
    {
        var dated = $"{server.Address}/dated.jsonl";
        run.Run("index", dated);

        var again = run.Run("index", dated);

        Assert.Equal(0, again.Count("read"));
        Assert.Equal(["", "Tue, 05 Mar 2024 10:00:00 GMT"], server.Requests.Select(request => request.IfModifiedSince));
    }

    [Fact]
    public void A_changed_address_is_read_again_and_pruned_when_asked()
    {
        run.Run("index", Talks);
        (tag, lines) = ("\"2\"", [TalkLine("a", "Raft, revised")]);

        var again = run.Run("index", Talks, "--prune");

        Assert.Equal((1, 1), (again.Count("updated"), again.Count("removed")));
    }

    [Fact]
    public void Pruning_is_caught_up_on_though_nothing_changed()
    {
        run.Run("index", Talks);
        (tag, lines) = ("\"2\"", [TalkLine("a", "Raft")]);
        run.Run("index", Talks);

        var pruned = run.Run("index", Talks, "--prune");

        Assert.Equal((1, 1), (pruned.Count("unchanged"), pruned.Count("removed")));
        Assert.Equal(0, run.Run("index", Talks, "--prune").Count("read"));
    }

    [Fact]
    public void An_address_is_read_again_when_the_index_lost_what_came_of_it()
    {
        run.Run("index", Talks);
        run.Run("sources", "remove", Talks);

        var again = run.Run("index", Talks);

        Assert.Equal(2, again.Count("added"));
    }

    [Fact]
    public void Refusals_are_remembered_with_an_address_that_has_not_changed()
    {
        lines = [TalkLine("a", "Raft"), """{"id":"b","kind":"talk"}"""];
        run.Run("index", Talks);

        var again = run.Run("index", Talks);

        Assert.Equal((1, 0), (again.Code, again.Count("read")));
        Assert.Contains("1 of its items were refused", again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("zlib")]
    [InlineData("deflate")]
    [InlineData("file.jsonl.gz")]
    [InlineData("latin1.jsonl")]
    [InlineData("typed?as=ndjson")]
    [InlineData("query.jsonl?year=2024")]
    [InlineData("redirect/3")]
    public void Ways_to_send_the_same_records(string path)
    {
        lines = [TalkLine("a", "Grüße"), TalkLine("b", "Paxos")];

        var outcome = run.Run("index", $"{server.Address}/{path}");

        Assert.Equal((0, 2, ""), (outcome.Code, outcome.Count("added"), outcome.Error));
        Assert.Contains("Grüße", run.Run("export").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing", "answered 404 Not Found")]
    [InlineData("broken", "the answer breaks off")]
    [InlineData("broken.gz", "the compressed data is damaged or breaks off")]
    [InlineData("brotli", "answered in the coding br, which was not asked for")]
    [InlineData("redirect/6", "redirects more than 5 times; --max-redirects allows more")]
    [InlineData("to?file:///etc/hosts", "redirects to file:///etc/hosts; only http and https are read")]
    [InlineData("to?http://localhost:9/x", "--allow-host localhost:9 lets it")]
    [InlineData("to?http://127.0.0.1:9/x", "a host that the command line does not name")]
    [InlineData("nowhere", "answered 302 without saying where to")]
    [InlineData("long.jsonl", "holds more than 1 MiB; --max-size allows more")]
    [InlineData("endless.jsonl", "holds more than 1 MiB; --max-size allows more")]
    [InlineData("bomb", "holds more than 1 MiB; --max-size allows more")]
    [InlineData("bomb.jsonl.gz", "holds more than 1 MiB; --max-size allows more")]
    [InlineData("slow.jsonl", "took longer than 1 s; --timeout gives it more")]
    [InlineData("silent.jsonl", "took longer than 1 s; --timeout gives it more")]
    public void What_cannot_be_read_is_said_and_changes_nothing(string path, string reason)
    {
        run.Run("index", Talks);
        var before = run.Run("export").Output;
        var address = $"{server.Address}/{path}";
        var seconds = path is "slow.jsonl" or "silent.jsonl" ? "1" : "60";

        var outcome = run.Run("index", Talks, address, "--max-size", "1", "--timeout", seconds);

        Assert.Equal(3, outcome.Code);
        Assert.StartsWith($"{address}: ", outcome.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Contains(reason, outcome.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Equal(before, run.Run("export").Output);
    }

    [Fact]
    public void A_redirect_to_another_host_is_followed_when_the_host_is_named()
    {
        var local = server.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var address = $"{server.Address}/to?{local}/talks.jsonl";

        var refused = run.Run("index", address);
        var followed = run.Run("index", address, "--allow-host", new Uri(local).Authority);

        Assert.Equal((3, 0, 2), (refused.Code, followed.Code, followed.Count("added")));
    }

    [Theory]
    [InlineData("file:///etc/hosts", "addresses of file are not read")]
    [InlineData("ftp://example.org/a.jsonl", "addresses of ftp are not read")]
    [InlineData("http://", "is no address that can be read")]
    [InlineData("https://me:secret@example.org/a.jsonl", "holds a user name or password")]
    public void Addresses_that_are_never_asked(string address, string reason)
    {
        var outcome = run.Run("index", address);

        Assert.Equal(2, outcome.Code);
        Assert.Contains(reason, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--timeout", "0", "--timeout must be 1 to 3600, not 0.")]
    [InlineData("--max-size", "70000", "--max-size must be 1 to 65536, not 70000.")]
    [InlineData("--max-redirects", "21", "--max-redirects must be 0 to 20, not 21.")]
    [InlineData(
        "--allow-host",
        "http://x",
        "--allow-host http://x is no host; write cdn.example.org or cdn.example.org:8443."
    )]
    public void Limits_have_ranges(string option, string value, string message)
    {
        var outcome = run.Run("index", Talks, option, value);

        Assert.Equal(2, outcome.Code);
        Assert.Equal([message], outcome.ErrorLines);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said()
    {
        await server.DisposeAsync();

        var outcome = run.Run("index", Talks);

        Assert.Equal(3, outcome.Code);
        Assert.StartsWith($"{Talks}: cannot be reached: ", outcome.Error, StringComparison.Ordinal);
    }

    private Task AnswerAsync(HttpContext context) => AddressAnswers.WriteAsync(context, tag, string.Join('\n', lines));
}
