using System.Net;
using System.Text.Json.Nodes;

namespace Search.Tests.Http;

/// <summary><c>POST /v1/documents</c></summary>
public sealed class LineTests : IAsyncLifetime
{
    private readonly ServiceHost host = new([Collection.Talk("old", "Gossip")]);
    private string key = "";

    public async ValueTask InitializeAsync()
    {
        await host.ReadyAsync();
        key = await host.WritingAsync();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Each_line_has_its_result_in_order()
    {
        var results = await Post(
            """
            {"id":"a","kind":"talk","title":"Raft"}
            nonsense

            {"id":"b","kind":"talk"}
            {"id":"a","kind":"talk","title":"Paxos"}
            {"id":"a","kind":"talk","title":"Paxos"}
            {"id":"old","kind":"talk","title":"Mine now"}
            {"id":"c","kind":"talk","title":"breaks off
            """
        );
        Assert.Equal(
            [
                (1, "a", "added", null),
                (2, null, "refused", "malformed_json"),
                (4, "b", "refused", "record_invalid"),
                (5, "a", "updated", null),
                (6, "a", "unchanged", null),
                (7, "old", "refused", "id_owned_by"),
                (8, "c", "refused", "malformed_json"),
            ],
            results.Select(Short)
        );
        Assert.Contains("at column ", (string)results[1]["error"]!, StringComparison.Ordinal);
        Assert.Contains("\"title\" is missing", (string)results[2]["error"]!, StringComparison.Ordinal);
        Assert.Contains("belongs to the source test", (string)results[5]["error"]!, StringComparison.Ordinal);
        Assert.Equal(1, (int)(await host.JsonAsync("/v1/search?q=paxos"))["totalHits"]!);
    }

    [Fact]
    public async Task A_source_may_be_named_and_records_taken_over()
    {
        const string Line = """{"id":"old","kind":"talk","title":"Mine now"}""";
        Assert.Equal("refused", (string)(await Post(Line, "?source=mine"))[0]["status"]!);
        Assert.Equal("updated", (string)(await Post(Line, "?source=mine&takeOver=true"))[0]["status"]!);
        using var read = await host.SendAsync(HttpMethod.Get, "/v1/documents/old");
        Assert.Equal(["mine"], read.Headers.GetValues("Search-Source"));
    }

    [Fact]
    public async Task Thousands_of_lines_go_in_at_once_for_clients_that_read_last()
    {
        var lines = Enumerable.Range(1, 5_000).Select(n => $$"""{"id":"t{{n}}","kind":"talk","title":"Bulk {{n}}"}""");
        var commits = host.Services.Queue().Commits;

        var results = await Post(string.Join('\n', lines));

        Assert.Equal(Enumerable.Range(1, 5_000), results.Select(result => (int)result["line"]!));
        Assert.All(results, result => Assert.Equal("added", (string)result["status"]!));
        Assert.Equal(5_000, (int)(await host.JsonAsync("/v1/search?q=bulk&group=record"))["totalHits"]!);
        Assert.InRange(host.Services.Queue().Commits - commits, 1, 200);
    }

    [Fact]
    public async Task Results_come_while_lines_are_still_being_sent()
    {
        await using var raw = await RawPost.OpenAsync(host.Address, key);

        await raw.SendAsync("""{"id":"a","kind":"talk","title":"Raft"}""" + "\n");
        var first = await raw.ReadUntilAsync("\"line\":1,");
        Assert.Contains("\"status\":\"added\"", first, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await host.StatusAsync("/v1/documents/a"));

        await raw.SendAsync("""{"id":"b","kind":"talk","title":"Paxos"}""");
        await raw.EndAsync();
        Assert.Contains(
            "\"line\":2,\"id\":\"b\",\"status\":\"added\"",
            await raw.ReadToEndAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_body_that_breaks_off_keeps_what_was_answered()
    {
        await using (var raw = await RawPost.OpenAsync(host.Address, key))
        {
            await raw.SendAsync("""{"id":"a","kind":"talk","title":"Raft"}""" + "\n");
            await raw.ReadUntilAsync("\"line\":1,");
            await raw.SendBrokenAsync();
            Assert.Contains(
                "\"line\":2,\"id\":null,\"status\":\"refused\",\"code\":\"bad_request\"",
                await raw.ReadToEndAsync(),
                StringComparison.Ordinal
            );
        }
        Assert.Equal(HttpStatusCode.OK, await host.StatusAsync("/v1/documents/a"));
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_refused_and_the_next_is_read()
    {
        var tooLong = $$"""{"id":"long","kind":"talk","title":"{{new string('x', 5_000_000)}}"}""";
        var results = await Post(tooLong + "\n" + """{"id":"a","kind":"talk","title":"Raft"}""");
        Assert.Equal([(1, null, "refused", "too_large"), (2, "a", "added", null)], results.Select(Short));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \r\n")]
    public async Task Nothing_in_is_nothing_out(string body) => Assert.Empty(await Post(body));

    [Fact]
    public async Task Windows_line_ends_and_a_byte_order_mark_do_no_harm()
    {
        var results = await Post(
            "\uFEFF{\"id\":\"a\",\"kind\":\"talk\",\"title\":\"A\"}\r\n{\"id\":\"b\",\"kind\":\"talk\",\"title\":\"B\"}\r\n"
        );
        Assert.Equal([(1, "a", "added", null), (2, "b", "added", null)], results.Select(Short));
    }

    [Fact]
    public async Task A_full_queue_is_answered_with_when_to_try_again()
    {
        await using var small = new ServiceHost([], ("Search:Write:QueueLength", "1"));
        var admin = await small.WritingAsync();
        var responses = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(n =>
                    small.WriteAsync(admin, HttpMethod.Put, $"/v1/documents/t{n}", """{"kind":"talk","title":"T"}""")
                )
        );
        var refused = responses.Where(response => response.StatusCode == HttpStatusCode.ServiceUnavailable).ToList();
        Assert.NotEmpty(refused);
        Assert.Equal("busy", (string?)(await ServiceHost.JsonAsync(refused[0]))["code"]);
        Assert.Equal(TimeSpan.FromSeconds(1), refused[0].Headers.RetryAfter?.Delta);
        var added = responses.Count(response => response.StatusCode == HttpStatusCode.Created);
        Assert.Equal(40, added + refused.Count);
        Assert.Equal(added, (int)(await small.JsonAsync("/v1/stats"))["talks"]!);
    }

    private async Task<IReadOnlyList<JsonNode>> Post(string body, string query = "")
    {
        using var response = await host.WriteAsync(key, HttpMethod.Post, $"/v1/documents{query}", body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
        var text = await response.Content.ReadAsStringAsync(ServiceHost.Cancel);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }

    private static (int, string?, string?, string?) Short(JsonNode result) =>
        ((int)result["line"]!, (string?)result["id"], (string?)result["status"], (string?)result["code"]);
}
