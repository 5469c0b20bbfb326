using System.Net;
using System.Security.Cryptography;

namespace Search.Tests.Browser;

public sealed class BoxFileTests(BoxService service)
{
    [Theory]
    [InlineData("talk-search.js", 10_000)]
    [InlineData("talk-search.css", 3_000)]
    public async Task Script_and_style_travel_light(string name, int bytes)
    {
        using var response = await GetAsync($"/search-box/{name}", ("Accept-Encoding", "gzip"));
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        var content = await response.Content.ReadAsByteArrayAsync(Cancel);
        Assert.InRange(content.Length, 1_000, bytes);
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip;q=0, br;q=0.5", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task A_client_gets_an_encoding_that_it_takes(string accepted, string? encoding)
    {
        using var response = await GetAsync("/search-box/talk-search.js", ("Accept-Encoding", accepted));
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
    }

    [Theory]
    [InlineData("/search-box/talk-search.js", "text/javascript")]
    [InlineData("/search-box/talk-search.css", "text/css")]
    [InlineData("/search-box/version.json", "application/json")]
    public async Task Pages_of_any_origin_may_load_it(string path, string mediaType)
    {
        using var response = await GetAsync(path, ("Origin", "https://elsewhere.example"));
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(["cross-origin"], response.Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_newest_is_asked_for_each_time_and_not_sent_twice()
    {
        using var first = await GetAsync("/search-box/talk-search.js", ("Accept-Encoding", "br"));
        using var second = await GetAsync(
            "/search-box/talk-search.js",
            ("Accept-Encoding", "br"),
            ("If-None-Match", $"{first.Headers.ETag}")
        );
        Assert.Equal("no-cache, public", Sorted(first));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task A_version_is_kept_for_a_year_and_has_a_hash()
    {
        var version = await service.Host.JsonAsync("/search-box/version.json");
        using var script = await GetAsync($"{version["script"]}");
        using var style = await GetAsync($"{version["script"]}".Replace(".js", ".css", StringComparison.Ordinal));
        Assert.Equal("immutable, max-age=31536000, public", Sorted(script));
        Assert.Equal("immutable, max-age=31536000, public", Sorted(style));
        Assert.Equal($"{version["integrity"]}", await HashAsync(script));
        Assert.Equal($"{version["styleIntegrity"]}", await HashAsync(style));
    }

    [Fact]
    public async Task A_version_that_is_gone_leads_to_the_newest()
    {
        using var script = await GetAsync("/search-box/talk-search-0123456789abcdef.js");
        Assert.Equal("/search-box/talk-search.js", script.RequestMessage?.RequestUri?.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
    }

    [Fact]
    public async Task Only_the_head_can_be_asked_for()
    {
        using var response = await service.Host.SendAsync(HttpMethod.Head, "/search-box/talk-search.js");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(response.Headers.ETag);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        service.Host.SendAsync(HttpMethod.Get, path, headers);

    private static string Sorted(HttpResponseMessage response) =>
        string.Join(", ", $"{response.Headers.CacheControl}".Split(", ").Order(StringComparer.Ordinal));

    private static async Task<string> HashAsync(HttpResponseMessage response) =>
        $"sha384-{Convert.ToBase64String(SHA384.HashData(await response.Content.ReadAsByteArrayAsync(Cancel)))}";
}
