using System.Net;

namespace Search.Tests.Http;

public sealed class CachingTests(SampleService sample)
{
    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again()
    {
        using var first = await sample.Host.SendAsync(HttpMethod.Get, "/v1/search?q=quorum");
        using var second = await sample.Host.SendAsync(
            HttpMethod.Get,
            "/v1/search?q=quorum",
            ("If-None-Match", $"\"other\", {first.Headers.ETag}")
        );
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal("public, no-cache", second.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/v1/search?q=quorum&kind=talk&kind=interview", "/v1/search?kind=interview&q=quorum&page=1&kind=talk")]
    [InlineData("/v1/search?q=a", "/v1/search?Q=a&sort=relevance")]
    public async Task Two_spellings_of_a_search_have_one_tag(string one, string other) =>
        Assert.Equal(await TagAsync(one), await TagAsync(other));

    [Theory]
    [InlineData("/v1/search?q=quorum", "/v1/search?q=quorum&page=2")]
    [InlineData("/v1/search?q=quorum", "/v1/answers?q=quorum")]
    [InlineData("/v1/search?q=quorum", "/v1/search?q=quorum&unknown=1")]
    [InlineData("/v1/sources", "/v1/stats")]
    public async Task Answers_that_differ_have_different_tags(string one, string other) =>
        Assert.NotEqual(await TagAsync(one), await TagAsync(other));

    [Fact]
    public async Task A_commit_changes_the_tag_and_is_served_without_a_restart()
    {
        await using var host = await new ServiceHost([Collection.Talk("a", "First")]).ReadyAsync();
        using var before = await host.SendAsync(HttpMethod.Get, "/v1/search");
        host.Collection.Import(Collection.Talk("b", "Second"));
        while ((int)(await host.JsonAsync("/v1/search"))["totalHits"]! != 2)
            await Task.Delay(20, ServiceHost.Cancel);
        using var after = await host.SendAsync(
            HttpMethod.Get,
            "/v1/search",
            ("If-None-Match", before.Headers.ETag!.ToString())
        );
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task The_lifetime_of_answers_can_be_set()
    {
        await using var host = await new ServiceHost(
            [Collection.Talk("a", "First")],
            ("Search:Http:MaxAgeSeconds", "30")
        ).ReadyAsync();
        using var response = await host.SendAsync(HttpMethod.Get, "/v1/search");
        Assert.Equal("public, max-age=30", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Pages_are_linked()
    {
        using var response = await sample.Host.SendAsync(HttpMethod.Get, "/v1/search?hitsPerPage=3&page=3&q=");
        Assert.Equal(
            "</v1/search?hitsPerPage=3>; rel=\"first\", </v1/search?page=2&hitsPerPage=3>; rel=\"prev\", "
                + "</v1/search?page=4&hitsPerPage=3>; rel=\"next\"",
            response.Headers.GetValues("Link").Single()
        );
    }

    [Fact]
    public async Task The_last_page_links_to_no_next_one()
    {
        using var response = await sample.Host.SendAsync(HttpMethod.Get, "/v1/search?hitsPerPage=100");
        Assert.False(response.Headers.Contains("Link"));
    }

    private async Task<string> TagAsync(string path)
    {
        using var response = await sample.Host.SendAsync(HttpMethod.Get, path);
        return response.Headers.ETag!.ToString();
    }
}
