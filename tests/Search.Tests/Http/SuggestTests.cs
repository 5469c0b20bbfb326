using System.Net;
using System.Text.Json.Nodes;
using CsCheck;
using Search.Tests.Snippets;

namespace Search.Tests.Http;

public sealed class SuggestTests(SampleService sample)
{
    [Fact]
    public async Task An_answer_has_the_documented_members_in_order()
    {
        var answer = await sample.Host.JsonAsync("/v1/suggest?q=quorum");
        Assert.Equal(["query", "groups", "warnings"], answer.AsObject().Select(member => member.Key));
        Assert.Equal(["talks", "interviews"], Names(answer));
        Assert.Equal(
            """
            {"name":"talks","items":[{"text":"Reading a quorum","ranges":[{"start":10,"length":6}],"id":"relay/quorum","url":"https://talks.example.org/quorum","totalHits":null}]}
            """,
            answer["groups"]![0]!.ToJsonString()
        );
    }

    [Fact]
    public async Task Speakers_and_topics_come_with_what_they_find()
    {
        var answer = await sample.Host.JsonAsync("/v1/suggest?q=exam");
        var speaker = answer["groups"]![0]!["items"]![0]!;
        Assert.Equal(("Ada Example", 1), ((string)speaker["text"]!, (int)speaker["totalHits"]!));
        var hits = await sample.Host.JsonAsync($"/v1/search?speaker={Uri.EscapeDataString((string)speaker["text"]!)}");
        Assert.Equal((int)hits["totalHits"]!, (int)speaker["totalHits"]!);
    }

    [Fact]
    public async Task Without_text_the_most_used_speakers_and_topics_are_given()
    {
        var answer = await sample.Host.JsonAsync("/v1/suggest");
        Assert.Equal(["speakers", "topics"], Names(answer));
    }

    [Fact]
    public async Task A_space_at_the_end_is_kept()
    {
        Assert.Empty(Names(await sample.Host.JsonAsync("/v1/suggest?q=quor%20")));
        Assert.NotEmpty(Names(await sample.Host.JsonAsync("/v1/suggest?q=quorum+")));
    }

    [Theory]
    [InlineData("kind=interview", "interviews")]
    [InlineData("language=en", "talks")]
    [InlineData("filter=kind%20%3D%20talk%20AND%20event%20EXISTS", "talks")]
    [InlineData("year=1999", "")]
    [InlineData("filter=topic%20%3D%20nowhere", "")]
    public async Task Nothing_is_suggested_beyond_the_filters(string filter, string expected)
    {
        var answer = await sample.Host.JsonAsync($"/v1/suggest?q=quo&{filter}");
        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), Names(answer));
    }

    [Theory]
    [InlineData("limit=0", "invalid_parameter", "limit")]
    [InlineData("limit=21", "invalid_parameter", "limit")]
    [InlineData("kind=podcast", "invalid_parameter", "kind")]
    [InlineData("from=2024&to=2023", "invalid_parameter", "from")]
    [InlineData("filter=year+%3E%3E+1", "invalid_filter", "filter")]
    public async Task A_bad_parameter_is_a_problem_that_names_it(string query, string code, string parameter)
    {
        using var response = await sample.Host.SendAsync(HttpMethod.Get, $"/v1/suggest?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(ServiceHost.Cancel))!;
        Assert.Equal((code, parameter), ((string)problem["code"]!, (string)problem["parameter"]!));
    }

    [Fact]
    public async Task What_was_ignored_is_said()
    {
        var answer = await sample.Host.JsonAsync($"/v1/suggest?q={new string('x', 600)}&page=2");
        Assert.Equal(
            ["Only the first 500 characters of q were used.", "There is no parameter \"page\"; it was ignored."],
            answer["warnings"]!.AsArray().Select(warning => (string)warning!)
        );
    }

    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again()
    {
        using var first = await sample.Host.SendAsync(HttpMethod.Get, "/v1/suggest?q=quo");
        var tag = first.Headers.ETag!.ToString();
        using var second = await sample.Host.SendAsync(HttpMethod.Get, "/v1/suggest?q=quo", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var other = await sample.Host.SendAsync(HttpMethod.Get, "/v1/suggest?q=quo%20", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_commit_is_followed_and_changes_the_tag()
    {
        await using var host = await new ServiceHost([Collection.Talk("a", "Quorum One")]).ReadyAsync();
        using var before = await host.SendAsync(HttpMethod.Get, "/v1/suggest?q=quo");
        host.Collection.Import(Collection.Talk("b", "Quorum Two"));
        while ((await host.JsonAsync("/v1/suggest?q=quo"))["groups"]!.ToJsonString().Contains("Two") is false)
            await Task.Delay(20, ServiceHost.Cancel);
        using var after = await host.SendAsync(
            HttpMethod.Get,
            "/v1/suggest?q=quo",
            ("If-None-Match", before.Headers.ETag!.ToString())
        );
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Pages_of_other_sites_may_ask()
    {
        using var response = await sample.Host.SendAsync(
            HttpMethod.Get,
            "/v1/suggest?q=quo",
            ("Origin", "https://elsewhere.example.org")
        );
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task Any_text_is_answered() =>
        await AnyText.Any.SampleAsync(
            async typed =>
            {
                var path = $"/v1/suggest?q={Uri.EscapeDataString(Encodable(typed))}";
                Assert.Equal(HttpStatusCode.OK, await sample.Host.StatusAsync(path));
            },
            iter: 100
        );

    // Half of a surrogate pair has no form in an address.
    private static string Encodable(string typed) =>
        string.Concat(typed.EnumerateRunes().Select(rune => rune.ToString()));

    private static IEnumerable<string> Names(JsonNode answer) =>
        answer["groups"]!.AsArray().Select(group => (string)group!["name"]!);
}
