using System.Net;
using Search.Engine.Generations;
using Search.Engine.Indexing;
using Search.Tests.Indexing;

namespace Search.Tests.Http;

/// <summary>How the service follows and looks after its generations.</summary>
public sealed class KeepingTests
{
    [Fact]
    public async Task An_index_of_other_terms_is_rebuilt_while_it_is_served()
    {
        using var collection = new Collection(Collection.Talk("a", "Raft"));
        IndexSchemaTests.WriteSchema(collection, $"{IndexSchema.Version}.00000000");
        await using var host = await new ServiceHost([], ("Search:Index:Path", collection.Options.Path)).ReadyAsync();
        while ((string)(await host.JsonAsync("/v1/stats"))["schemaVersion"]! != IndexSchema.Current)
        {
            Assert.Equal(1, (int)(await host.JsonAsync("/v1/search?q=raft"))["totalHits"]!);
            await Task.Delay(20, ServiceHost.Cancel);
        }
        // Who rolls back is not overruled.
        IndexRollback.Run(collection.Options, "a test");
        while ((string)(await host.JsonAsync("/v1/stats"))["generation"]! != "gen-000001")
            await Task.Delay(20, ServiceHost.Cancel);
        await Task.Delay(1_200, ServiceHost.Cancel);
        Assert.Equal("gen-000001", (string)(await host.JsonAsync("/v1/stats"))["generation"]!);
    }

    [Fact]
    public async Task A_damaged_generation_is_said_on_ready_with_the_one_that_helps()
    {
        using var collection = new Collection(Collection.Talk("a", "Raft"));
        using (var session = new IndexSession(collection.Options))
            session.Rebuild(cancellationToken: ServiceHost.Cancel);
        foreach (var file in Directory.GetFiles(Path.Combine(collection.Options.Path, "gen-000002"), "*.tim"))
            File.WriteAllBytes(file, []);
        await using var host = new ServiceHost([], ("Search:Index:Path", collection.Options.Path));
        await WaitForAsync(host, "gen-000001 can be served in its place: search-indexer rollback");
        IndexRollback.Run(collection.Options, "a test");
        await host.ReadyAsync();
        Assert.Equal(1, (int)(await host.JsonAsync("/v1/search?q=raft"))["totalHits"]!);
    }

    [Fact]
    public async Task A_flipped_bit_that_opening_does_not_see_is_said_on_ready()
    {
        using var collection = new Collection(Collection.Talk("a", "Raft", "Some text about consensus"));
        var file = Directory.GetFiles(Path.Combine(collection.Options.Path, "gen-000001"), "*.dvd")[0];
        var bytes = File.ReadAllBytes(file);
        bytes[^20] ^= 1;
        File.WriteAllBytes(file, bytes);
        await using var host = new ServiceHost([], ("Search:Index:Path", collection.Options.Path));
        await WaitForAsync(host, "A file of the index is damaged");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.StatusAsync("/health/ready"));
    }

    private static async Task WaitForAsync(ServiceHost host, string reason)
    {
        string? said;
        do
        {
            await Task.Delay(20, ServiceHost.Cancel);
            said = (string?)(await host.JsonAsync("/health/ready"))["detail"];
        } while (said?.Contains(reason, StringComparison.Ordinal) != true);
    }
}
