using System.Net;

namespace Search.Tests.Http;

public sealed class ReadinessTests
{
    private const string NothingYet = "Nothing has been indexed yet.";

    [Fact]
    public async Task Without_an_index_the_service_lives_and_says_what_is_missing()
    {
        await using var host = new ServiceHost([]);
        Assert.Equal(HttpStatusCode.OK, await host.StatusAsync("/health/live"));
        await WaitForAsync(host, NothingYet);
        var problem = await host.JsonAsync("/v1/search?q=a");
        Assert.Equal(
            ("index_unavailable", 503, NothingYet),
            ((string)problem["code"]!, (int)problem["status"]!, (string)problem["detail"]!)
        );
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.StatusAsync("/v1/stats"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.StatusAsync("/v1/export"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.StatusAsync("/v1/documents/a"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.StatusAsync("/"));
    }

    [Fact]
    public async Task An_index_that_appears_is_served_without_a_restart()
    {
        await using var host = new ServiceHost([]);
        await WaitForAsync(host, NothingYet);
        host.Collection.Import(Collection.Talk("a", "First"));
        await host.ReadyAsync();
        while ((int)(await host.JsonAsync("/v1/search"))["totalHits"]! != 1)
            await Task.Delay(20, ServiceHost.Cancel);
    }

    [Fact]
    public async Task A_damaged_index_is_reported_without_paths_of_the_server()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["CURRENT"], "nonsense");
        await using var host = new ServiceHost([], ("Search:Index:Path", folder.Path));
        await WaitForAsync(host, "The index is damaged. The log of the service says what to do.");
        Assert.DoesNotContain(
            folder.Path,
            (await host.JsonAsync("/v1/search")).ToJsonString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_problem_with_the_index_asks_clients_to_come_again()
    {
        await using var host = new ServiceHost([]);
        using var response = await host.SendAsync(HttpMethod.Get, "/health/ready");
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task Without_an_index_the_sample_collection_becomes_the_first_one()
    {
        using var corpus = new TemporaryFolder();
        File.WriteAllText(corpus["talks.jsonl"], """{"id":"a","kind":"talk","title":"First"}""" + "\n");
        File.WriteAllText(corpus["more.jsonl"], """{"id":"b","kind":"talk","title":"Second"}""" + "\n");
        File.WriteAllText(corpus["README.md"], "No records.");
        await using var host = await new ServiceHost([], ("Search:Corpus:Path", corpus.Path)).ReadyAsync();
        Assert.Equal(
            """{"sources":[{"name":"sample","talks":2,"interviews":0,"passages":0}]}""",
            (await host.JsonAsync("/v1/sources")).ToJsonString()
        );
    }

    [Fact]
    public async Task An_index_that_is_there_is_left_alone()
    {
        using var corpus = new TemporaryFolder();
        File.WriteAllText(corpus["talks.jsonl"], """{"id":"a","kind":"talk","title":"First"}""" + "\n");
        await using var host = await new ServiceHost(
            [Collection.Talk("b", "Second")],
            ("Search:Corpus:Path", corpus.Path)
        ).ReadyAsync();
        Assert.Equal("b", (string)(await host.JsonAsync("/v1/search"))["hits"]![0]!["id"]!);
    }

    private static async Task WaitForAsync(ServiceHost host, string reason)
    {
        while ((string?)(await host.JsonAsync("/health/ready"))["detail"] != reason)
            await Task.Delay(20, ServiceHost.Cancel);
    }
}
