using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Search.Engine.Insights;
using Search.Service.Insights;

namespace Search.Tests.Http;

public sealed class InsightsTests
{
    [Theory]
    [InlineData("/v1/insights", "\"key_required\"")]
    [InlineData("/admin", "A key is needed")]
    public async Task Without_a_key_nothing_is_told(string path, string said)
    {
        await using var host = new ServiceHost([]);
        using var response = await host.SendAsync(HttpMethod.Get, path, ("Authorization", "Bearer nonsense"));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains(said, await response.Content.ReadAsStringAsync(ServiceHost.Cancel), StringComparison.Ordinal);
        Assert.NotEmpty(response.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task Searches_are_counted_when_the_service_ends_and_nothing_tells_who_asked()
    {
        using var collection = new Collection(Collection.Talk("a", "Paxos Made Simple"));
        await using (var service = await StartAsync(collection))
        {
            await service.JsonAsync("/v1/search?q=paxos");
            await service.JsonAsync("/v1/answers?q=unicorns");
            using var page = await service.SendAsync(HttpMethod.Get, "/search?q=Paxos");
        }
        var day = Assert.Single(Read(collection));
        Assert.Equal((2, 1), (day.Searches, day.WithoutResult));
        Assert.Equal(["paxos", "unicorns"], day.Queries.Select(count => count.Text).Order());
        var file = Assert.Single(Directory.GetFiles(Path.Combine(collection.Options.Path, "queries"), "*.json"));
        Assert.DoesNotContain(
            "127.0.0.1",
            await File.ReadAllTextAsync(file, ServiceHost.Cancel),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("DNT")]
    [InlineData("Sec-GPC")]
    public async Task A_user_who_does_not_want_to_be_counted_is_not(string header)
    {
        using var collection = new Collection(Collection.Talk("a", "Paxos Made Simple"));
        await using (var service = await StartAsync(collection))
        {
            using var answer = await service.SendAsync(HttpMethod.Get, "/v1/search?q=paxos", (header, "1"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        Assert.Empty(Read(collection));
    }

    [Fact]
    public async Task An_operator_can_switch_counting_off()
    {
        using var collection = new Collection(Collection.Talk("a", "Paxos Made Simple"));
        await using (var service = await StartAsync(collection, ("Search:Statistics:Queries", "false")))
            await service.JsonAsync("/v1/search?q=paxos");
        Assert.Empty(Read(collection));
    }

    [Fact]
    public void Lists_show_the_most_frequent_those_without_result_and_the_slowest()
    {
        QueryDay[] days =
        [
            new(new(2026, 11, 23), 5, 1, [new("paxos", 4, 0, 9, 8, 3), new("unicorns", 1, 1, 0, 1, 1)]),
            new(new(2026, 11, 24), 2, 1, [new("unicorns", 1, 1, 0, 1, 1), new("slow", 1, 0, 1, 50, 50)]),
        ];
        var insights = InsightsResult.Of(days, new(2026, 11, 20), new(2026, 11, 24), limit: 2);
        Assert.Equal((7, 2), (insights.Searches, insights.WithoutResult));
        Assert.Equal(new QueryInsight("paxos", 4, 0, 9, 2, 3), insights.TopQueries[0]);
        Assert.Equal(new QueryInsight("unicorns", 2, 2, 0, 1, 1), Assert.Single(insights.QueriesWithoutResult));
        Assert.Equal(["slow", "paxos"], insights.SlowQueries.Select(query => query.Query));
        Assert.Equal(2, insights.Days.Count);
    }

    [Fact]
    public async Task The_page_shows_state_generations_sources_commits_and_searches()
    {
        await using var host = await new ServiceHost([Collection.Talk("a", "Paxos Made Simple")]).ReadyAsync();
        await host.JsonAsync("/v1/search?q=%3Cb%3Epaxos%3C/b%3E");
        var page = await PageAsync(host);
        Assert.Contains("<td>gen-000001</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>served</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>test</td>", page, StringComparison.Ordinal);
        Assert.Contains("before the start", page, StringComparison.Ordinal);
        Assert.Contains(
            "href=\"/search?q=%3Cb%3Epaxos%3C%2Fb%3E\">&lt;b&gt;paxos&lt;/b&gt;</a>",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_page_tells_what_is_wrong_when_there_is_no_index()
    {
        await using var host = new ServiceHost([]);
        Assert.Contains("There is no index in", await PageAsync(host), StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(ServiceHost host)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = host.Services, Response = { Body = body } };
        await host.Services.GetRequiredService<AdminPage>().Make(context.Request).ExecuteAsync(context);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    private static IReadOnlyList<QueryDay> Read(Collection collection) =>
        new QueryStatistics(new StatisticsOptions(collection.Options.Path, 90, 100)).Read(1);

    private static Task<ServiceHost> StartAsync(Collection collection, params (string, string)[] settings) =>
        new ServiceHost([], [("Search:Index:Path", collection.Options.Path), .. settings]).ReadyAsync();
}
