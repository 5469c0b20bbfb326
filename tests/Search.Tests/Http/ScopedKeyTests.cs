using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Search.Engine.Keys;

namespace Search.Tests.Http;

/// <summary>A scoped key shows what its filter lets through, and nothing else in any way.</summary>
public sealed class ScopedKeyTests : IAsyncLifetime
{
    private readonly ServiceHost host = new([
        Collection.Talk("open/1", "Reading a quorum", "A quorum is a majority.", ["Ada Open"], ["Public"], "2024"),
        Collection.Talk("open/2", "Leases in practice", "A lease ends by itself.", ["Bob Open"], ["Public"], "2023"),
        Collection.Talk(
            "secret/1",
            "Merger of zebrafish",
            "Zebrafish quorum leases.",
            ["Eve Secret"],
            ["Internal"],
            "2024"
        ),
        Collection.Interview(
            "secret/2",
            "Interview: Reading a quorum",
            [("What of the zebrafish?", "It is a quorum of one.")],
            ["Ada Open"],
            "2024"
        ) with
        {
            Topics = ["Internal"],
        },
    ]);
    private string parent = "";

    public async ValueTask InitializeAsync()
    {
        await host.ReadyAsync();
        parent = host.AddKey(KeyRole.Search);
        while (await host.StatusAsync("/v1/search") != HttpStatusCode.Unauthorized)
            await Task.Delay(20, ServiceHost.Cancel);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("/v1/search?q=")]
    [InlineData("/v1/search?q=quorum")]
    [InlineData("/v1/search?q=quorum&group=record&facets=topic,speaker,kind,year,event,language")]
    [InlineData("/v1/search?q=quorum&group=passage&explain=true")]
    [InlineData("/v1/search?q=zebrafsh+quorum")]
    [InlineData("/v1/search?q=zebrafsh")]
    [InlineData("/v1/search?q=quorum&filter=topic%3DInternal")]
    [InlineData("/v1/search?q=quorum&filter=NOT+topic%3DPublic")]
    [InlineData("/v1/search?q=quorum&topic=Internal&facets=topic,speaker")]
    [InlineData("/v1/search?q=quorum&filter=topic%3DPublic+OR+topic%3DInternal")]
    [InlineData("/v1/search?q=topic:internal+OR+quorum")]
    [InlineData("/v1/search?q=*:*&syntax=lucene")]
    [InlineData("/v1/search?q=title:zebra*&syntax=lucene")]
    [InlineData("/v1/answers?q=quorum")]
    [InlineData("/v1/suggest?q=")]
    [InlineData("/v1/suggest?q=e")]
    [InlineData("/v1/suggest?q=z")]
    [InlineData("/v1/suggest?q=zebra")]
    [InlineData("/v1/suggest?q=merger")]
    [InlineData("/v1/suggest?q=inter")]
    [InlineData("/v1/suggest?q=quor")]
    [InlineData("/v1/documents/open%2F1")]
    [InlineData("/v1/documents/open%2F1/related")]
    [InlineData("/v1/documents/open%2F2/related?topic=Internal")]
    public async Task Nothing_outside_of_the_filter_shows(string path)
    {
        using var response = await Get(Scoped(new SearchScope("") { Filter = "topic = Public" }), path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var all = $"{await response.Content.ReadAsStringAsync(ServiceHost.Cancel)}\n{response.Headers}";
        // What was asked for is repeated in an answer; everything else in it must come from the open records.
        var answer = all.Replace(Uri.UnescapeDataString(path), "", StringComparison.Ordinal);
        foreach (var secret in new[] { "secret", "Secret", "Merger", "of one", "zebrafish", "Zebrafish" })
            Assert.DoesNotContain(secret, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_passes_is_found_and_counted_as_if_it_were_all()
    {
        var key = Scoped(new SearchScope("") { Filter = "topic = Public" });
        Assert.Equal(2, (int)(await Json(key, "/v1/search"))["totalHits"]!);
        var found = await Json(key, "/v1/search?q=quorum&facets=topic");
        Assert.Equal(1, (int)found["totalHits"]!);
        Assert.Equal("""[{"value":"Public","count":1,"selected":false}]""", found["facets"]!["topic"]!.ToJsonString());
        Assert.Empty(found["hits"]![0]!["also"]!.AsArray());
        Assert.Equal(4, (int)(await Json(parent, "/v1/search?group=record"))["totalHits"]!);
    }

    [Theory]
    [InlineData("/v1/documents/secret%2F1", 404)]
    [InlineData("/v1/documents/secret%2F2%231", 404)]
    [InlineData("/v1/documents/secret%2F1/related", 404)]
    [InlineData("/v1/documents/secret%2F2%231/related", 404)]
    [InlineData("/v1/stats", 403)]
    [InlineData("/v1/sources", 403)]
    [InlineData("/v1/export", 403)]
    [InlineData("/search?q=quorum", 403)]
    [InlineData("/", 403)]
    public async Task What_the_filter_hides_is_not_there(string path, int status)
    {
        using var response = await Get(Scoped(new SearchScope("") { Filter = "topic = Public" }), path);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Answers_of_two_scopes_are_never_taken_for_each_other()
    {
        var open = Scoped(new SearchScope("") { Filter = "topic = Public" });
        using var first = await Get(open, "/v1/search?q=quorum");
        using var second = await host.WriteAsync(
            parent,
            HttpMethod.Get,
            "/v1/search?q=quorum",
            null,
            ("If-None-Match", $"{first.Headers.ETag}")
        );
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task A_key_ends_when_it_says()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        using var valid = await Get(Scoped(new SearchScope("") { Expires = now + 600 }), "/v1/search");
        using var ended = await Get(Scoped(new SearchScope("") { Expires = now - 1 }), "/v1/search");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (valid.StatusCode, ended.StatusCode));
    }

    [Fact]
    public async Task A_key_is_for_its_sites()
    {
        var key = Scoped(new SearchScope("") { Origins = ["https://site.example"] });
        using var there = await host.WriteAsync(
            key,
            HttpMethod.Get,
            "/v1/search",
            null,
            ("Origin", "https://site.example")
        );
        using var elsewhere = await host.WriteAsync(
            key,
            HttpMethod.Get,
            "/v1/search",
            null,
            ("Origin", "https://other.example")
        );
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (there.StatusCode, elsewhere.StatusCode));
    }

    [Fact]
    public async Task The_hits_on_a_page_are_capped_with_a_warning()
    {
        var answer = await Json(
            Scoped(new SearchScope("") { MaxHitsPerPage = 1 }),
            "/v1/search?hitsPerPage=50&group=record"
        );
        Assert.Equal((1, 4), ((int)answer["hitsPerPage"]!, (int)answer["totalHits"]!));
        Assert.Equal("The key allows 1 hits a page.", (string)answer["warnings"]![0]!);
    }

    [Fact]
    public async Task The_rate_is_that_of_the_key()
    {
        var key = Scoped(new SearchScope("") { RatePerMinute = 2 });
        for (var left = 1; left >= 0; left--)
        {
            using var response = await Get(key, "/v1/search");
            Assert.Equal("\"visitor\";q=2;w=60", response.Headers.GetValues("RateLimit-Policy").Single());
            Assert.StartsWith(
                $"\"visitor\";r={left};t=",
                response.Headers.GetValues("RateLimit").Single(),
                StringComparison.Ordinal
            );
        }
        using var refused = await Get(key, "/v1/search");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task What_a_key_carries_cannot_be_changed()
    {
        var key = Scoped(new SearchScope("") { Filter = "topic = Public", MaxHitsPerPage = 1 });
        var (payload, signature) = (key[4..key.LastIndexOf('.')], key[(key.LastIndexOf('.') + 1)..]);
        var wider = Base64Url("""{"key":"x"}""");
        string[] forged =
        [
            $"tsc_{wider}.{signature}",
            $"tsc_{payload}.{Base64Url(new string('\0', 32))}",
            $"tsc_{payload}.",
            $"tsc_{payload}A.{signature}",
            // Signed with a scoped key in place of the search key.
            ScopedKey.Make(key, new SearchScope("")),
            ScopedKey.Make("tss_guessed", new SearchScope("")),
        ];
        foreach (var text in forged)
        {
            using var response = await Get(text, "/v1/search");
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_limit_that_is_not_known_is_not_passed_over()
    {
        var payload = Base64Url($$"""{"key":"{{ApiKey.IdOf(ApiKey.HashOf(parent))}}","maxPages":1}""");
        var signature = System.Security.Cryptography.HMACSHA256.HashData(
            ApiKey.HashOf(parent),
            Encoding.UTF8.GetBytes(payload)
        );
        var text = $"tsc_{payload}.{System.Buffers.Text.Base64Url.EncodeToString(signature)}";
        using var response = await Get(text, "/v1/search");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_scoped_key_dies_with_the_key_that_it_was_made_from()
    {
        var key = Scoped(new SearchScope(""));
        new KeyFile(host.Collection.Options.Path).Revoke("test");
        HttpStatusCode status;
        do
        {
            using var response = await Get(key, "/v1/search");
            status = response.StatusCode;
        } while (status == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task No_scoped_key_comes_from_an_admin_key()
    {
        var admin = await host.WritingAsync();
        using var response = await Get(ScopedKey.Make(admin, new SearchScope("")), "/v1/search");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private string Scoped(SearchScope scope) => ScopedKey.Make(parent, scope);

    private Task<HttpResponseMessage> Get(string key, string path) => host.WriteAsync(key, HttpMethod.Get, path);

    private async Task<JsonNode> Json(string key, string path)
    {
        using var response = await Get(key, path);
        return await ServiceHost.JsonAsync(response);
    }

    private static string Base64Url(string text) =>
        System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
