namespace Search.Tests.Http;

/// <summary>Behind a proxy that mounts the service at a path.</summary>
public sealed class MountTests : IAsyncLifetime
{
    private readonly ServiceHost host = new(
        [Collection.Talk("a/b", "First"), Collection.Talk("c", "Second")],
        ("Search:PublicUrl", "https://example.org/our/talks/")
    );

    public async ValueTask InitializeAsync() => await host.ReadyAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("/search?q=first")]
    [InlineData("/our/talks/search?q=first")]
    public async Task Links_of_pages_lead_through_the_proxy_whether_it_takes_its_path_away_or_not(string path)
    {
        var page = await host.Client.GetStringAsync(new Uri(path, UriKind.Relative), ServiceHost.Cancel);
        Assert.Contains("action=\"/our/talks/search\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/our/talks/site.css\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/our/talks/documents/a%2Fb?q=first\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/documents/a%2Fb")]
    [InlineData("/our/talks/v1/documents/a%2Fb")]
    public async Task Records_are_found_whether_the_proxy_takes_its_path_away_or_not(string path) =>
        Assert.Equal("a/b", (string)(await host.JsonAsync(path))["id"]!);

    [Fact]
    public async Task Links_of_the_api_are_what_users_see()
    {
        using var response = await host.SendAsync(HttpMethod.Get, "/v1/search?hitsPerPage=1");
        Assert.Equal(
            "<https://example.org/our/talks/v1/search?page=2&hitsPerPage=1>; rel=\"next\"",
            response.Headers.GetValues("Link").Single()
        );
    }

    [Fact]
    public async Task The_description_names_the_public_server()
    {
        var document = await host.JsonAsync("/openapi/v1.json");
        Assert.Equal("https://example.org/our/talks", (string)document["servers"]![0]!["url"]!);
    }
}
