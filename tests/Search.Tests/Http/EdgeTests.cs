using System.Net;

namespace Search.Tests.Http;

public sealed class EdgeTests(SampleService sample)
{
    [Theory]
    [InlineData("/v1/search?q=quorum")]
    [InlineData("/v1/documents/relay%2Fquorum")]
    [InlineData("/v1/stats")]
    [InlineData("/v1/export")]
    [InlineData("/health/live")]
    [InlineData("/search?q=quorum")]
    public async Task Head_answers_as_get_without_the_body(string path)
    {
        using var head = await sample.Host.SendAsync(HttpMethod.Head, path);
        using var get = await sample.Host.SendAsync(HttpMethod.Get, path);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(ServiceHost.Cancel));
    }

    [Theory]
    [InlineData("/v1/search")]
    [InlineData("/v1/documents/relay%2Fquorum")]
    [InlineData("/v1/search?page=x")]
    [InlineData("/v1/nothing")]
    public async Task Any_site_may_read_answers_and_problems(string path)
    {
        using var response = await sample.Host.SendAsync(HttpMethod.Get, path, ("Origin", "https://site.example"));
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains(
            "ETag",
            response.Headers.GetValues("Access-Control-Expose-Headers").Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_browser_may_post_json_from_any_site()
    {
        using var response = await sample.Host.SendAsync(
            HttpMethod.Options,
            "/v1/search",
            ("Origin", "https://site.example"),
            ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "content-type")
        );
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("content-type", response.Headers.GetValues("Access-Control-Allow-Headers").Single());
        Assert.Contains(
            "POST",
            response.Headers.GetValues("Access-Control-Allow-Methods").Single(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/v1/search", "default-src 'none'; frame-ancestors 'none'")]
    [InlineData(
        "/search",
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
    )]
    public async Task Browsers_are_told_to_do_no_more_than_needed(string path, string policy)
    {
        using var response = await sample.Host.SendAsync(HttpMethod.Get, path);
        Assert.Equal(policy, response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task The_server_does_not_name_itself()
    {
        using var response = await sample.Host.SendAsync(HttpMethod.Get, "/v1/stats");
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/v1/search", "br")]
    [InlineData("/search", "gzip")]
    public async Task Answers_are_compressed_when_asked_for(string path, string encoding)
    {
        using var response = await sample.Host.SendAsync(HttpMethod.Get, path, ("Accept-Encoding", encoding));
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    [Fact]
    public async Task The_documentation_loads_nothing_from_elsewhere()
    {
        using var response = await sample.Host.SendAsync(HttpMethod.Get, "/docs/");
        var page = await response.Content.ReadAsStringAsync(ServiceHost.Cancel);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        Assert.Contains("scalar.js", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await sample.Host.StatusAsync("/docs/scalar.js"));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self' 'nonce-", policy, StringComparison.Ordinal);
    }
}
