using System.Net;
using System.Text;
using Search.Engine.Indexing;

namespace Search.Tests.Http;

public sealed class WritingTests : IAsyncLifetime
{
    private const string Raft = """{"id":"a","kind":"talk","title":"Raft"}""";
    private const string Paxos = """{"id":"a","kind":"talk","title":"Paxos"}""";

    private readonly ServiceHost host = new([Collection.Talk("old", "Gossip", speakers: ["Ada"])]);
    private string key = "";

    public async ValueTask InitializeAsync()
    {
        await host.ReadyAsync();
        key = await host.WritingAsync();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_put_record_is_found_by_the_next_search()
    {
        using var added = await Send(HttpMethod.Put, "a", Raft);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal("/v1/documents/a", added.Headers.Location?.OriginalString);
        Assert.Equal(["a"], await Found("raft"));

        using var updated = await Send(HttpMethod.Put, "a", Paxos);
        Assert.Equal(HttpStatusCode.OK, updated.StatusCode);
        Assert.Equal(Paxos, await updated.Content.ReadAsStringAsync(ServiceHost.Cancel));
        Assert.Empty(await Found("raft"));
        Assert.Equal(["a"], await Found("paxos"));
    }

    [Fact]
    public async Task The_tag_of_a_put_is_that_of_the_record()
    {
        using var added = await Send(HttpMethod.Put, "a", Raft);
        using var read = await host.SendAsync(HttpMethod.Get, "/v1/documents/a");
        Assert.NotNull(read.Headers.ETag);
        Assert.Equal(read.Headers.ETag, added.Headers.ETag);
        Assert.Equal(["api"], read.Headers.GetValues("Search-Source"));
    }

    [Fact]
    public async Task A_put_keeps_the_owner_and_needs_no_id_in_the_body()
    {
        using var response = await Send(HttpMethod.Put, "old", """{"kind":"talk","title":"Gossip again"}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["test"], response.Headers.GetValues("Search-Source"));
        Assert.Equal(["old"], await Found("again"));
    }

    [Theory]
    [InlineData("""{"\ud800":1,"kind":"talk","title":"Half a pair"}""")]
    [InlineData("""{"kind":"talk","title":"\ud83d","\u0069d":"half"}""")]
    public async Task Half_of_a_surrogate_pair_does_no_harm_wherever_it_stands(string body)
    {
        using var added = await Send(HttpMethod.Put, "half", body);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        using var patched = await Send(HttpMethod.Patch, "half", """{"\udc00":"\ud800","title":"Whole"}""");
        Assert.Equal(HttpStatusCode.OK, patched.StatusCode);
    }

    [Fact]
    public async Task A_patch_changes_the_members_that_it_names()
    {
        using var response = await Send(
            HttpMethod.Patch,
            "old",
            """{"title":"Rumours","speakers":null,"note":{"a":1}}"""
        );
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            """{"id":"old","kind":"talk","title":"Rumours","note":{"a":1}}""",
            await response.Content.ReadAsStringAsync(ServiceHost.Cancel)
        );
        Assert.Equal(["old"], await Found("rumours"));
    }

    [Fact]
    public async Task A_deleted_record_has_gone()
    {
        using var gone = await Send(HttpMethod.Delete, "old");
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await host.StatusAsync("/v1/documents/old"));
        using var again = await Send(HttpMethod.Delete, "old");
        Assert.Equal("not_found", await Code(again));
    }

    [Theory]
    [InlineData("talks/2024.jsonl")]
    [InlineData("pub/sub 100%")]
    public async Task A_source_is_removed_as_a_whole_and_nothing_else(string source)
    {
        var name = Uri.EscapeDataString(source);
        using var one = await Send(HttpMethod.Put, $"a?source={name}", Raft);
        using var two = await Send(HttpMethod.Put, $"b?source={name}", """{"kind":"talk","title":"Raft too"}""");

        using var removed = await host.WriteAsync(key, HttpMethod.Delete, $"/v1/sources/{name}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(["2"], removed.Headers.GetValues("Search-Removed"));
        Assert.Empty(await Found("raft"));
        Assert.Equal(["old"], await Found("gossip"));
        using var again = await host.WriteAsync(key, HttpMethod.Delete, $"/v1/sources/{name}");
        Assert.Equal("not_found", await Code(again));
    }

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task Any_id_can_be_written_where_it_is_read(string id)
    {
        var path = Uri.EscapeDataString(id);
        using var added = await Send(HttpMethod.Put, path, """{"kind":"talk","title":"Awkward"}""");
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        using var read = await host.Client.GetAsync(added.Headers.Location, ServiceHost.Cancel);
        Assert.Equal(id, (string?)(await ServiceHost.JsonAsync(read))["id"]);
        using var gone = await Send(HttpMethod.Delete, path);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
    }

    public static TheoryData<string> AwkwardIds => [.. SampleService.AwkwardIds, "ends/related", "related"];

    [Theory]
    [InlineData("PUT", "a", "{\"id\":\"a\"", 400, "malformed_json")]
    [InlineData("PUT", "a", "", 400, "malformed_json")]
    [InlineData("PUT", "a", "[]", 400, "record_invalid")]
    [InlineData("PUT", "a", "{}", 400, "record_invalid")]
    [InlineData("PUT", "a", """{"id":"b","kind":"talk","title":"T"}""", 400, "record_invalid")]
    [InlineData("PUT", "a", """{"id":"a","kind":"podcast","title":"T"}""", 400, "record_invalid")]
    [InlineData("PUT", "a%231", """{"kind":"talk","title":"T"}""", 400, "record_invalid")]
    [InlineData("PUT", "a?refresh=soon", Raft, 400, "invalid_parameter")]
    [InlineData("PUT", "a?takover=true", Raft, 400, "invalid_parameter")]
    [InlineData("PUT", "old?source=mine", """{"kind":"talk","title":"T"}""", 409, "id_owned_by")]
    [InlineData("PATCH", "none", "{}", 404, "not_found")]
    [InlineData("PATCH", "old", "{\"title\":", 400, "malformed_json")]
    [InlineData("PATCH", "old", """{"title":null}""", 400, "record_invalid")]
    [InlineData("PATCH", "old", """[{"op":"remove","path":"/title"}]""", 400, "record_invalid")]
    [InlineData("PATCH", "old", """{"id":"other"}""", 400, "record_invalid")]
    [InlineData("DELETE", "old?source=mine", null, 409, "id_owned_by")]
    public async Task A_write_that_cannot_be_done_changes_nothing(
        string method,
        string target,
        string? body,
        int status,
        string code
    )
    {
        var version = (string?)(await host.JsonAsync("/v1/stats"))["version"];
        using var response = await Send(HttpMethod.Parse(method), target, body);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(code, await Code(response));
        Assert.Equal(version, (string?)(await host.JsonAsync("/v1/stats"))["version"]);
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_refused_with_its_position()
    {
        using var response = await Send(HttpMethod.Put, "a", "{\"id\":\"a\",}");
        Assert.Equal(10, (int)(await ServiceHost.JsonAsync(response))["position"]!);
    }

    [Fact]
    public async Task Only_who_read_a_record_as_it_stands_may_change_it()
    {
        using var added = await Send(HttpMethod.Put, "a", Raft);
        var tag = added.Headers.ETag!.ToString();
        using var changed = await Send(HttpMethod.Put, "a", Paxos, ("If-Match", tag));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);

        using var late = await Send(HttpMethod.Put, "a", Raft, ("If-Match", tag));
        using var lateDelete = await Send(HttpMethod.Delete, "a", null, ("If-Match", tag));
        using var latePatch = await Send(HttpMethod.Patch, "a", "{}", ("If-Match", tag));
        foreach (var response in new[] { late, lateDelete, latePatch })
        {
            Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
            Assert.Equal("version_mismatch", await Code(response));
        }
        Assert.Equal(["a"], await Found("paxos"));
    }

    [Theory]
    [InlineData("If-None-Match", "*", "old", 412)]
    [InlineData("If-None-Match", "*", "new", 201)]
    [InlineData("If-Match", "*", "old", 200)]
    [InlineData("If-Match", "*", "new", 412)]
    [InlineData("If-Match", "W/\"x\", \"y\"", "old", 412)]
    [InlineData("If-Match", "no quotes", "old", 400)]
    [InlineData("If-None-Match", "\"x", "old", 400)]
    public async Task Conditions_are_kept_and_never_passed_over(string header, string value, string id, int status)
    {
        using var response = await Send(HttpMethod.Put, id, """{"kind":"talk","title":"T"}""", (header, value));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_record_that_is_too_large_is_refused()
    {
        var body = $$"""{"kind":"talk","title":"T","abstract":"{{new string('x', 4_194_304)}}"}""";
        using var response = await Send(HttpMethod.Put, "a", body);
        Assert.Equal("too_large", await Code(response));
    }

    [Fact]
    public async Task A_record_of_three_megabytes_goes_in_whole()
    {
        var body = $$"""{"id":"a","kind":"talk","title":"T","abstract":"{{Words(3_000_000)}}"}""";
        using var response = await Send(HttpMethod.Put, "a", body);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(ServiceHost.Cancel));
    }

    [Fact]
    public async Task Many_writers_share_commits()
    {
        var queue = host.Services.Queue();
        var before = queue.Commits;
        const int Writers = 200;

        var responses = await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(n => Send(HttpMethod.Put, $"t{n}", """{"kind":"talk","title":"Shared"}"""))
        );

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Created, response.StatusCode));
        Assert.InRange(queue.Commits - before, 1, Writers / 2);
        Assert.Equal(Writers, (int)(await host.JsonAsync("/v1/search?q=shared&group=record"))["totalHits"]!);
        Assert.Equal(0, queue.Length);
    }

    [Fact]
    public async Task Interviews_are_never_seen_half_changed()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ServiceHost.Cancel);
        var reading = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    var hits = (await host.JsonAsync("/v1/answers?q=marker&hitsPerPage=50"))["hits"]!.AsArray();
                    var rounds = hits.Select(hit => ((string)hit!["question"]!).Split(' ')[^1]).ToList();
                    Assert.True(rounds.Count is 0 or 5 && rounds.Distinct().Count() <= 1, string.Join(",", rounds));
                }
            },
            ServiceHost.Cancel
        );
        for (var round = 0; round < 20; round++)
        {
            var questions = string.Join(
                ',',
                Enumerable
                    .Range(0, 5)
                    .Select(n => $$"""{"question":"Question {{n}} marker {{round}}","answer":"Yes."}""")
            );
            using var response = await Send(
                HttpMethod.Put,
                "int",
                $$"""{"kind":"interview","title":"Chat","questions":[{{questions}}]}"""
            );
            Assert.True(response.IsSuccessStatusCode);
        }
        await stop.CancelAsync();
        await reading;
    }

    [Fact]
    public async Task The_first_record_of_ones_own_makes_the_sample_go_and_says_so()
    {
        await using var sample = new ServiceHost([]);
        sample.Collection.Import(ImportOptions.SampleSource, new ImportOptions(), Collection.Talk("s", "Sample"));
        var admin = await (await sample.ReadyAsync()).WritingAsync();

        using var kept = await sample.WriteAsync(
            admin,
            HttpMethod.Put,
            "/v1/documents/b?keepSample=true",
            """{"kind":"talk","title":"B"}"""
        );
        Assert.False(kept.Headers.Contains("Search-Sample-Removed"));
        using var gone = await sample.WriteAsync(admin, HttpMethod.Delete, "/v1/documents/b");
        using var first = await sample.WriteAsync(admin, HttpMethod.Put, "/v1/documents/a", Raft);

        Assert.Equal(["1"], first.Headers.GetValues("Search-Sample-Removed"));
        Assert.Equal(HttpStatusCode.NotFound, await sample.StatusAsync("/v1/documents/s"));
    }

    [Fact]
    public async Task The_first_record_of_all_makes_the_index()
    {
        await using var empty = new ServiceHost([]);
        var admin = await empty.WritingAsync();
        using var response = await empty.WriteAsync(admin, HttpMethod.Put, "/v1/documents/a", Raft);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(1, (int)(await empty.JsonAsync("/v1/search?q=raft"))["totalHits"]!);
    }

    [Fact]
    public async Task As_long_as_the_service_writes_nobody_else_does()
    {
        var locked = Assert.Throws<IndexLockedException>(() => new IndexSession(host.Collection.Options).Dispose());
        Assert.StartsWith("search-service at http://127.0.0.1:", locked.Holder, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_long_as_another_program_writes_the_service_says_busy_and_no_more()
    {
        await using var second = new ServiceHost([Collection.Talk("a", "Raft")]);
        await second.ReadyAsync();
        using (new IndexSession(second.Collection.Options, "search-indexer"))
        {
            var admin = second.AddKey(Search.Engine.Keys.KeyRole.Admin);
            HttpResponseMessage busy;
            do busy = await second.WriteAsync(admin, HttpMethod.Delete, "/v1/documents/a");
            while (busy.StatusCode == HttpStatusCode.Unauthorized);
            var body = await busy.Content.ReadAsStringAsync(ServiceHost.Cancel);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, busy.StatusCode);
            Assert.Contains("\"code\":\"busy\"", body, StringComparison.Ordinal);
            Assert.DoesNotContain(second.Collection.Options.Path, body, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, await second.StatusAsync("/v1/documents/a"));
        }
        while (!second.Services.Queue().HoldsLock)
            await Task.Delay(20, ServiceHost.Cancel);
    }

    [Fact]
    public async Task A_stopping_service_finishes_what_it_accepted()
    {
        var writing = Enumerable
            .Range(0, 100)
            .Select(n => Send(HttpMethod.Put, $"t{n}", """{"kind":"talk","title":"Accepted"}"""))
            .ToList();
        while (host.Services.Queue().Length == 0 && writing.Exists(write => !write.IsCompleted))
            await Task.Delay(1, ServiceHost.Cancel);
        await host.StopAsync();

        var acknowledged = 0;
        foreach (var write in writing)
        {
            try
            {
                using var response = await write;
                acknowledged += response.IsSuccessStatusCode ? 1 : 0;
            }
            catch (HttpRequestException)
            {
                // Came too late to be accepted.
            }
        }
        Assert.InRange(acknowledged, 1, 100);
        Assert.InRange(host.Collection.Engine.Stats().Talks, acknowledged + 1, 101);
        host.Collection.Import(Collection.Talk("next", "The lock is free"));
    }

    [Fact]
    public async Task Without_an_admin_key_the_lock_is_given_back()
    {
        new Search.Engine.Keys.KeyFile(host.Collection.Options.Path).Revoke("admin");
        while (host.Services.Queue().HoldsLock)
            await Task.Delay(20, ServiceHost.Cancel);
        host.Collection.Import(Collection.Talk("b", "Leases"));
        using var refused = await Send(HttpMethod.Put, "a", Raft);
        Assert.Equal("key_required", await Code(refused));
    }

    private Task<HttpResponseMessage> Send(
        HttpMethod method,
        string target,
        string? body = null,
        params (string, string)[] headers
    ) => host.WriteAsync(key, method, $"/v1/documents/{target}", body, headers);

    private async Task<IEnumerable<string>> Found(string words) =>
        (await host.JsonAsync($"/v1/search?q={words}"))["hits"]!.AsArray().Select(hit => (string)hit!["id"]!);

    private static async Task<string?> Code(HttpResponseMessage response) =>
        (string?)(await ServiceHost.JsonAsync(response))["code"];

    private static string Words(int length)
    {
        var text = new StringBuilder(length);
        for (var n = 0; text.Length < length; n++)
            text.Append("word").Append(n % 1000).Append(' ');
        return text.ToString().TrimEnd();
    }
}
