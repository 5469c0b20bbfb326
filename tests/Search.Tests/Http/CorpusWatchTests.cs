using static Search.Tests.CommandLine.CommandLineRun;

namespace Search.Tests.Http;

/// <summary>The service keeps its index like the corpus folder.</summary>
public sealed class CorpusWatchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_changes_in_the_corpus_folder_is_found()
    {
        var file = folder["talks.jsonl"];
        await File.WriteAllTextAsync(file, TalkLine("a", "Raft") + "\n", ServiceHost.Cancel);
        await using var host = new ServiceHost(
            [],
            ("Search:Corpus:Path", folder.Path),
            ("Search:Corpus:Watch", "true")
        );
        await host.ReadyAsync();
        Assert.Equal(1, await HitsAsync(host, "raft"));
        var sources = await host.JsonAsync("/v1/sources");
        Assert.Contains(folder.Path, sources.ToJsonString(), StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, TalkLine("b", "Paxos") + "\n", ServiceHost.Cancel);

        while (await HitsAsync(host, "paxos") != 1 || await HitsAsync(host, "raft") != 0)
            await Task.Delay(20, ServiceHost.Cancel);
    }

    [Fact]
    public async Task A_corpus_that_is_not_watched_is_read_once()
    {
        var file = folder["talks.jsonl"];
        await File.WriteAllTextAsync(file, TalkLine("a", "Raft") + "\n", ServiceHost.Cancel);
        await using var host = new ServiceHost([], ("Search:Corpus:Path", folder.Path));
        await host.ReadyAsync();

        var sources = await host.JsonAsync("/v1/sources");

        Assert.DoesNotContain(folder.Path, sources.ToJsonString(), StringComparison.Ordinal);
    }

    private static async Task<int> HitsAsync(ServiceHost host, string query)
    {
        var answer = await host.JsonAsync($"/v1/search?q={query}");
        return answer["totalHits"]!.GetValue<int>();
    }
}
