using System.Globalization;
using System.Net;

namespace Search.Tests.Http;

public sealed class MetricsTests
{
    [Fact]
    public async Task Requests_stages_and_the_index_are_measured()
    {
        await using var host = await ReadyAsync();
        for (var i = 0; i < 3; i++)
            await host.JsonAsync("/v1/search?q=paxos&facets=topic");
        var metrics = await MetricsAsync(host);
        Assert.Equal(
            3,
            metrics[
                "http_server_request_duration_seconds_count{http_request_method=\"GET\",http_response_status_code=\"200\",http_route=\"/v1/search\"}"
            ]
        );
        Assert.True(metrics["search_query_stage_duration_seconds_count{stage=\"match\"}"] >= 3);
        Assert.Equal(1, metrics["search_index_documents{kind=\"talk\"}"]);
        Assert.Equal(1, metrics["search_ready"]);
        Assert.Equal(0, metrics["search_writes_waiting"]);
        Assert.Equal(0, metrics["search_writes_refused_total"]);
        Assert.True(metrics["search_index_size_bytes"] > 0);
        Assert.True(metrics["dotnet_process_memory_working_set_bytes"] > 0);
        Assert.Equal(
            1,
            metrics
                .Single(m => m.Key.StartsWith("search_index_info{generation=\"gen-000001\"", StringComparison.Ordinal))
                .Value
        );
    }

    [Fact]
    public async Task An_answer_that_the_client_still_has_is_a_hit_of_its_cache()
    {
        await using var host = await ReadyAsync();
        using var first = await host.SendAsync(HttpMethod.Get, "/v1/search?q=paxos");
        var tag = first.Headers.ETag!.ToString();
        using var second = await host.SendAsync(HttpMethod.Get, "/v1/search?q=paxos", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        var metrics = await MetricsAsync(host);
        Assert.Equal(1, metrics["search_cache_lookups_total{cache=\"client\",result=\"hit\"}"]);
        Assert.Equal(1, metrics["search_cache_lookups_total{cache=\"client\",result=\"miss\"}"]);
    }

    [Fact]
    public async Task A_commit_of_another_program_is_counted_with_the_time_until_it_was_seen()
    {
        await using var host = await ReadyAsync();
        host.Collection.Import("b", new(), Collection.Talk("b", "Second"));
        while ((int)(await host.JsonAsync("/v1/stats"))["talks"]! != 2)
            await Task.Delay(20, ServiceHost.Cancel);
        var metrics = await MetricsAsync(host);
        Assert.Equal(1, metrics["search_index_commits_total"]);
        Assert.Equal(1, metrics["search_index_refresh_lag_seconds_count"]);
        Assert.Equal(2, metrics["search_index_documents{kind=\"talk\"}"]);
    }

    [Fact]
    public async Task Without_an_index_the_metrics_say_that_the_service_is_not_ready()
    {
        await using var host = new ServiceHost([]);
        var metrics = await MetricsAsync(host);
        Assert.Equal(0, metrics["search_ready"]);
        Assert.DoesNotContain(
            metrics.Keys,
            name => name.StartsWith("search_index_documents", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_address_that_nobody_serves_makes_no_series_of_its_own()
    {
        await using var host = await ReadyAsync();
        for (var i = 0; i < 20; i++)
            await host.StatusAsync($"/nowhere/{i}");
        var metrics = await MetricsAsync(host);
        Assert.DoesNotContain(metrics.Keys, name => name.Contains("nowhere", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_format_is_named()
    {
        await using var host = await ReadyAsync();
        using var response = await host.SendAsync(HttpMethod.Get, "/metrics");
        Assert.Equal(
            "text/plain; version=0.0.4; charset=utf-8",
            response.Content.Headers.GetValues("Content-Type").Single()
        );
    }

    private static Task<ServiceHost> ReadyAsync() =>
        new ServiceHost([Collection.Talk("a", "Paxos Made Simple", topics: ["Consensus"])]).ReadyAsync();

    private static async Task<Dictionary<string, double>> MetricsAsync(ServiceHost host)
    {
        var text = await host.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), ServiceHost.Cancel);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => (Name: line[..line.LastIndexOf(' ')], Value: line[(line.LastIndexOf(' ') + 1)..]))
            .ToDictionary(line => line.Name, line => double.Parse(line.Value, CultureInfo.InvariantCulture));
    }
}
