using System.Net;
using System.Text.Json.Nodes;

namespace Search.Tests.Http;

public sealed class RelatedTests(SampleService sample)
{
    [Theory]
    [InlineData("relay%2Fquorum")]
    [InlineData("relay/quorum")]
    [InlineData("relay%2Fint-7")]
    [InlineData("relay%2Fint-7%231")]
    public async Task Records_and_passages_have_related_works_whatever_their_slashes(string id)
    {
        var answer = await sample.Host.JsonAsync($"/v1/documents/{id}/related?limit=3");
        Assert.Equal(["words", "processingTimeMs", "hits", "warnings"], answer.AsObject().Select(m => m.Key));
        Assert.DoesNotContain(Hits(answer), hit => ((string)hit["id"]!).StartsWith("relay/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_id_of_the_collection_can_be_asked_for()
    {
        foreach (var id in SampleService.AwkwardIds)
        {
            var target = $"/v1/documents/{Uri.EscapeDataString(id)}/related?limit=20";
            var answer = await sample.Host.RawAsync("GET", target);
            Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/v1/documents/none/related")]
    [InlineData("/v1/documents/relay/none/related")]
    [InlineData("/v1/documents/relay%2Fquorum%2Frelated")]
    [InlineData("/v1/documents/relay%2Fint-7%239/related")]
    [InlineData("/v1/documents/relay%2Fint-7%230/related")]
    [InlineData("/v1/documents/related")]
    [InlineData("/v1/documents//related")]
    [InlineData("/v1/documents/%ff/related")]
    public async Task What_is_no_id_of_the_collection_is_not_found(string target)
    {
        var answer = await sample.Host.RawAsync("GET", target);
        Assert.StartsWith("HTTP/1.1 404 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"not_found\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hit_is_that_of_a_search_with_its_similarity()
    {
        var search = await sample.Host.JsonAsync("/v1/search?q=quorum");
        var related = await Post("""{"text":"A quorum is any majority of the voters."}""");
        var (found, like) = (Hits(search)[0], Hits(related)[0]);
        Assert.Equal(
            found.AsObject().Select(member => member.Key).Append("similarity").Order(),
            like.AsObject().Select(member => member.Key).Order()
        );
        Assert.Equal(1, (double)like["similarity"]!);
        Assert.Contains("<mark>quorum</mark>", (string)like["titleHtml"]!, StringComparison.Ordinal);
        Assert.Equal(
            ["majority", "quorum", "voters"],
            related["words"]!.AsArray().Select(word => (string)word!).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("""{"text":""}""")]
    [InlineData("""{"text":null}""")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"text":"\ud800 \u0000 <\"xyzzy>"}""")]
    [InlineData("""{"text":"xyzzy","title":"plugh"}""")]
    public async Task A_text_that_nothing_is_like_is_no_error(string body)
    {
        var answer = await Post(body);
        Assert.Empty(Hits(answer));
        Assert.NotEmpty(answer["warnings"]!.AsArray());
    }

    [Fact]
    public async Task A_text_that_fills_the_body_is_answered()
    {
        var words = string.Join(' ', Enumerable.Range(0, 120_000).Select(i => $"w{i}"));
        var answer = await Post($$"""{"title":"Reading a quorum","text":"{{words}}"}""");
        Assert.NotEmpty(Hits(answer));
        Assert.Contains("100,000", (string)answer["warnings"]!.AsArray().Single()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"text":7}""", "invalid_parameter", "text")]
    [InlineData("""{"text":"x","title":true}""", "invalid_parameter", "title")]
    [InlineData("""{"text":"x","limit":0}""", "invalid_parameter", "limit")]
    [InlineData("""{"text":"x","limit":21}""", "invalid_parameter", "limit")]
    [InlineData("""{"text":"x","kind":"podcast"}""", "invalid_parameter", "kind")]
    [InlineData("""{"text":"x","from":"2024","to":"2023"}""", "invalid_parameter", "from")]
    [InlineData("just text", "malformed_json", null)]
    public async Task A_faulty_request_says_what_is_wrong(string body, string code, string? parameter)
    {
        var problem = await Post(body);
        Assert.Equal((code, parameter), ((string)problem["code"]!, (string?)problem["parameter"]));
    }

    [Fact]
    public async Task Hits_can_be_filtered_and_unknown_parameters_are_named()
    {
        var answer = await Post("""{"text":"a quorum of voters","kind":"interview","from":"2024","q":"x"}""");
        Assert.Equal(["relay/int-7"], Hits(answer).Select(hit => (string)hit["id"]!));
        Assert.Contains("\"q\"", (string)answer["warnings"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again()
    {
        const string target = "/v1/documents/relay%2Fquorum/related";
        using var first = await sample.Host.SendAsync(HttpMethod.Get, target);
        var tag = first.Headers.ETag!.ToString();
        using var second = await sample.Host.SendAsync(HttpMethod.Get, target, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var other = await sample.Host.SendAsync(HttpMethod.Get, target + "?limit=6", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_record_whose_id_ends_in_related_is_read_with_its_slash_encoded()
    {
        await using var host = await new ServiceHost([
            Collection.Talk("a", "Quorum"),
            Collection.Talk("a/related", "Quorum too"),
        ]).ReadyAsync();
        Assert.Equal("Quorum too", (string)(await host.JsonAsync("/v1/documents/a%2Frelated"))["title"]!);
        Assert.Equal("a/related", (string)Hits(await host.JsonAsync("/v1/documents/a/related"))[0]["id"]!);
        Assert.Equal("a", (string)Hits(await host.JsonAsync("/v1/documents/a%2Frelated/related"))[0]["id"]!);
        Assert.Equal("a", (string)Hits(await host.JsonAsync("/v1/documents/a/related/related"))[0]["id"]!);
    }

    private Task<JsonNode> Post(string body) => sample.Host.PostAsync("/v1/related", body);

    private static List<JsonNode> Hits(JsonNode answer) => [.. answer["hits"]!.AsArray().Select(hit => hit!)];
}
