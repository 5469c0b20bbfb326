using System.Net;
using System.Text;
using Search.Engine.Keys;

namespace Search.Tests.Http;

public sealed class KeyTests : IAsyncLifetime
{
    private readonly ServiceHost host = new([
        Collection.Talk("a", "Raft", "Leases and terms."),
        Collection.Interview("i", "Chat", [("Why Raft?", "Leases.")]),
    ]);

    public async ValueTask InitializeAsync() => await host.ReadyAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("PUT", "/v1/documents/x")]
    [InlineData("PATCH", "/v1/documents/x")]
    [InlineData("DELETE", "/v1/documents/x")]
    [InlineData("POST", "/v1/documents")]
    [InlineData("DELETE", "/v1/sources/test")]
    public async Task Writing_needs_an_admin_key(string method, string path)
    {
        using var without = await host.SendAsync(HttpMethod.Parse(method), path);
        Assert.Equal((HttpStatusCode.Unauthorized, "key_required"), (without.StatusCode, await Code(without)));
        Assert.Equal("Bearer", without.Headers.WwwAuthenticate.Single().Scheme);

        var search = host.AddKey(KeyRole.Search);
        await UntilAsync(HttpStatusCode.OK, search);
        using var forbidden = await host.WriteAsync(search, HttpMethod.Parse(method), path, "{}");
        Assert.Equal((HttpStatusCode.Forbidden, "key_forbidden"), (forbidden.StatusCode, await Code(forbidden)));
    }

    [Fact]
    public async Task Reading_is_open_until_there_is_a_search_key()
    {
        host.AddKey(KeyRole.Admin);
        Assert.Equal(HttpStatusCode.OK, await host.StatusAsync("/v1/search"));

        var key = host.AddKey(KeyRole.Search, "site");
        await UntilAsync(HttpStatusCode.Unauthorized, null);
        await UntilAsync(HttpStatusCode.OK, key);

        new KeyFile(host.Collection.Options.Path).Revoke("site");
        await UntilAsync(HttpStatusCode.OK, null);
        await UntilAsync(HttpStatusCode.Unauthorized, key);
    }

    [Theory]
    [InlineData("/v1/search", 401)]
    [InlineData("/v1/answers", 401)]
    [InlineData("/v1/suggest?q=r", 401)]
    [InlineData("/v1/documents/a", 401)]
    [InlineData("/v1/documents/a/related", 401)]
    [InlineData("/v1/stats", 401)]
    [InlineData("/v1/sources", 401)]
    [InlineData("/v1/export", 401)]
    [InlineData("/", 401)]
    [InlineData("/search?q=raft", 401)]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 200)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/docs/", 200)]
    [InlineData("/problems", 200)]
    [InlineData("/nothing", 404)]
    public async Task Once_reading_is_closed_nothing_of_the_collection_shows(string path, int status)
    {
        var key = host.AddKey(KeyRole.Search);
        await UntilAsync(HttpStatusCode.Unauthorized, null);
        using var response = await host.SendAsync(HttpMethod.Get, path);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.DoesNotContain(
            "Leases",
            await response.Content.ReadAsStringAsync(ServiceHost.Cancel),
            StringComparison.Ordinal
        );
        if (status != 401 || path == "/v1/export")
            return;
        using var opened = await host.WriteAsync(key, HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Contains("private", opened.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Authorization", opened.Headers.Vary);
    }

    [Fact]
    public async Task The_export_is_for_admins_once_there_are_keys()
    {
        Assert.Equal(HttpStatusCode.OK, await host.StatusAsync("/v1/export"));
        var admin = await host.WritingAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await host.StatusAsync("/v1/export"));
        using var export = await host.WriteAsync(admin, HttpMethod.Get, "/v1/export?source=test");
        Assert.Equal(2, (await export.Content.ReadAsStringAsync(ServiceHost.Cancel)).Split('\n').Length - 1);
        using var other = await host.WriteAsync(admin, HttpMethod.Get, "/v1/export?source=other");
        Assert.Empty(await other.Content.ReadAsStringAsync(ServiceHost.Cancel));
    }

    [Theory]
    [InlineData("Bearer unknown")]
    [InlineData("Bearer tsa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer tsc_e30.AAAA")]
    [InlineData("Bearer tsc_.")]
    [InlineData("Bearer")]
    [InlineData("Basic !!!")]
    [InlineData("Digest x")]
    public async Task A_key_that_is_no_good_is_never_passed_over(string authorization)
    {
        using var response = await host.SendAsync(HttpMethod.Get, "/v1/search", ("Authorization", authorization));
        Assert.Equal((HttpStatusCode.Unauthorized, "key_required"), (response.StatusCode, await Code(response)));
    }

    [Fact]
    public async Task Browsers_may_send_the_key_as_a_password_to_read_and_not_to_write()
    {
        var key = await host.WritingAsync();
        host.AddKey(KeyRole.Search, "closes reading");
        await UntilAsync(HttpStatusCode.Unauthorized, null);
        using var refused = await host.SendAsync(HttpMethod.Get, "/search");
        Assert.Equal("Basic", refused.Headers.WwwAuthenticate.Single().Scheme);

        var password = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"anyone:{key}"));
        using var page = await host.SendAsync(HttpMethod.Get, "/search", ("Authorization", password));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var write = await host.SendAsync(HttpMethod.Delete, "/v1/documents/a", ("Authorization", password));
        Assert.Equal(HttpStatusCode.Unauthorized, write.StatusCode);
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_open_nothing()
    {
        await File.WriteAllTextAsync(Path.Combine(host.Collection.Options.Path, KeyFile.Name), "{", ServiceHost.Cancel);
        await UntilAsync(HttpStatusCode.ServiceUnavailable, null);
        using var response = await host.SendAsync(HttpMethod.Get, "/v1/search");
        var body = await response.Content.ReadAsStringAsync(ServiceHost.Cancel);
        Assert.Contains("keys_unavailable", body, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Collection.Options.Path, body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await host.StatusAsync("/health/ready"));
    }

    [Theory]
    [InlineData("https://site.example", "*")]
    [InlineData(null, null)]
    public async Task Any_site_may_read_as_long_as_reading_is_open(string? origin, string? allowed) =>
        Assert.Equal(allowed, await AllowedOriginAsync(null, origin));

    [Theory]
    [InlineData("https://listed.example", "https://listed.example")]
    [InlineData("https://ofkey.example", "https://ofkey.example")]
    [InlineData("https://other.example", null)]
    public async Task Once_reading_is_closed_only_listed_sites_may(string origin, string? allowed)
    {
        await using var closed = new ServiceHost(
            [],
            ("Search:Http:AllowedOrigins", "https://listed.example, https://b.example")
        );
        closed.AddKey(KeyRole.Search, "bound", "https://ofkey.example");
        while (await closed.StatusAsync("/v1/stats") != HttpStatusCode.Unauthorized)
            await Task.Delay(20, ServiceHost.Cancel);
        using var response = await closed.SendAsync(HttpMethod.Get, "/v1/stats", ("Origin", origin));
        response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values);
        Assert.Equal(allowed, values?.Single());
        using var preflight = await closed.SendAsync(
            HttpMethod.Options,
            "/v1/search",
            ("Origin", origin),
            ("Access-Control-Request-Method", "GET"),
            ("Access-Control-Request-Headers", "authorization")
        );
        preflight.Headers.TryGetValues("Access-Control-Allow-Origin", out values);
        Assert.Equal(allowed, values?.Single());
    }

    [Fact]
    public async Task A_key_of_a_site_is_for_that_site()
    {
        var key = host.AddKey(KeyRole.Search, "site", "https://site.example");
        await UntilAsync(HttpStatusCode.Unauthorized, null);
        Assert.Equal("https://site.example", await AllowedOriginAsync(key, "https://site.example"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(key, ("Referer", "https://site.example/page")));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(key, ("Origin", "https://other.example")));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(key));
    }

    private async Task<string?> AllowedOriginAsync(string? key, string? origin)
    {
        (string, string)[] headers =
        [
            .. key is null ? [] : new[] { ("Authorization", $"Bearer {key}") },
            .. origin is null ? [] : new[] { ("Origin", origin) },
        ];
        using var response = await host.SendAsync(HttpMethod.Get, "/v1/search", headers);
        return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;
    }

    private async Task<HttpStatusCode> StatusAsync(string key, params (string, string)[] headers)
    {
        using var response = await host.WriteAsync(key, HttpMethod.Get, "/v1/search", null, headers);
        return response.StatusCode;
    }

    private async Task UntilAsync(HttpStatusCode status, string? key)
    {
        while (true)
        {
            (string, string)[] headers = key is null ? [] : [("Authorization", $"Bearer {key}")];
            using var response = await host.SendAsync(HttpMethod.Get, "/v1/search", headers);
            if (response.StatusCode == status)
                return;
            await Task.Delay(20, ServiceHost.Cancel);
        }
    }

    private static async Task<string?> Code(HttpResponseMessage response) =>
        (string?)(await ServiceHost.JsonAsync(response))["code"];
}
