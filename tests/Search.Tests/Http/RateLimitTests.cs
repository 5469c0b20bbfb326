using System.Net;
using Search.Engine.Keys;

namespace Search.Tests.Http;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Nobody_is_counted_until_it_is_configured()
    {
        await using var host = new ServiceHost([Collection.Talk("a", "Raft")]);
        using var response = await host.SendAsync(HttpMethod.Get, "/v1/search");
        Assert.False(response.Headers.Contains("RateLimit"));
    }

    [Fact]
    public async Task An_address_that_asks_too_often_is_told_when_to_come_back()
    {
        await using var host = new ServiceHost([Collection.Talk("a", "Raft")], ("Search:RateLimit:PerAddress", "3"));
        for (var left = 2; left >= 0; left--)
        {
            using var within = await host.SendAsync(HttpMethod.Get, "/v1/search");
            Assert.Equal("\"address\";q=3;w=60", within.Headers.GetValues("RateLimit-Policy").Single());
            Assert.StartsWith(
                $"\"address\";r={left};t=",
                within.Headers.GetValues("RateLimit").Single(),
                StringComparison.Ordinal
            );
        }
        using var beyond = await host.SendAsync(HttpMethod.Get, "/v1/search", ("Origin", "https://site.example"));
        Assert.Equal(HttpStatusCode.TooManyRequests, beyond.StatusCode);
        Assert.Equal("rate_limited", (string?)(await ServiceHost.JsonAsync(beyond))["code"]);
        Assert.InRange(beyond.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("*", beyond.Headers.GetValues("Access-Control-Allow-Origin").Single());
        // Probes and files are not counted, and admins may do what they like.
        Assert.Equal(HttpStatusCode.OK, await host.StatusAsync("/health/live"));
        var admin = await host.WritingAsync();
        using var exempt = await host.WriteAsync(admin, HttpMethod.Get, "/v1/search");
        Assert.Equal(HttpStatusCode.OK, exempt.StatusCode);
    }

    [Fact]
    public async Task Each_key_is_counted_by_itself()
    {
        await using var host = new ServiceHost([Collection.Talk("a", "Raft")], ("Search:RateLimit:PerKey", "1"));
        await host.ReadyAsync();
        string[] keys = [host.AddKey(KeyRole.Search, "one"), host.AddKey(KeyRole.Search, "two")];
        while (await host.StatusAsync("/v1/search") != HttpStatusCode.Unauthorized)
            await Task.Delay(20, ServiceHost.Cancel);
        foreach (var key in keys)
        {
            using var first = await host.WriteAsync(key, HttpMethod.Get, "/v1/search");
            using var second = await host.WriteAsync(key, HttpMethod.Get, "/v1/search");
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
        }
    }

    [Theory]
    [InlineData("", "1.2.3.4", "5.6.7.8", 429)]
    [InlineData("127.0.0.0/8", "1.2.3.4", "5.6.7.8", 200)]
    [InlineData("127.0.0.1", "1.2.3.4", "1.2.3.4", 429)]
    [InlineData("10.0.0.1", "1.2.3.4", "5.6.7.8", 429)]
    [InlineData("127.0.0.1", "2001:db8::1", "2001:db8::2", 429)]
    [InlineData("127.0.0.1", "2001:db8:0:1::1", "2001:db8:0:2::1", 200)]
    [InlineData("127.0.0.1", "9.9.9.9, 1.2.3.4", "8.8.8.8, 1.2.3.4", 429)]
    public async Task A_visitor_is_known_by_the_address_that_a_trusted_proxy_tells(
        string trusted,
        string first,
        string second,
        int status
    )
    {
        await using var host = new ServiceHost(
            [Collection.Talk("a", "Raft")],
            ("Search:RateLimit:PerAddress", "1"),
            ("Search:Http:TrustedProxies", trusted)
        );
        using var one = await host.SendAsync(HttpMethod.Get, "/v1/stats", ("X-Forwarded-For", first));
        using var two = await host.SendAsync(HttpMethod.Get, "/v1/stats", ("X-Forwarded-For", second));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, one.StatusCode);
        Assert.Equal(status == 429, two.StatusCode == HttpStatusCode.TooManyRequests);
    }
}
