using System.Text;
using System.Text.Json.Nodes;

namespace Search.Tests.Http;

public sealed class CollectionRouteTests(SampleService sample)
{
    private static int Talks => 2 + SampleService.AwkwardIds.Length;

    [Fact]
    public async Task Stats_count_what_is_served()
    {
        var stats = (await sample.Host.JsonAsync("/v1/stats")).AsObject();
        Assert.Equal(
            [
                "talks",
                "interviews",
                "passages",
                "works",
                "version",
                "schemaVersion",
                "generation",
                "segments",
                "sizeBytes",
                "lastCommit",
                "rebuild",
            ],
            stats.Select(member => member.Key)
        );
        Assert.Equal((Talks, 1, 2), ((int)stats["talks"]!, (int)stats["interviews"]!, (int)stats["passages"]!));
    }

    [Fact]
    public async Task Sources_say_what_came_from_where() =>
        Assert.Equal(
            $$"""{"sources":[{"name":"test","talks":{{Talks}},"interviews":1,"passages":2}]}""",
            (await sample.Host.JsonAsync("/v1/sources")).ToJsonString()
        );

    [Fact]
    public async Task An_export_holds_every_record_on_a_line_by_id()
    {
        using var response = await sample.Host.SendAsync(HttpMethod.Get, "/v1/export");
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
        var text = await response.Content.ReadAsStringAsync(ServiceHost.Cancel);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        var ids = text.TrimEnd('\n').Split('\n').Select(line => (string)JsonNode.Parse(line)!["id"]!).ToList();
        Assert.Equal(Talks + 1, ids.Count);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task An_exported_line_is_the_record_as_it_is_read()
    {
        var export = await sample.Host.Client.GetByteArrayAsync(
            new Uri("/v1/export", UriKind.Relative),
            ServiceHost.Cancel
        );
        var record = await sample.Host.Client.GetStringAsync(
            new Uri("/v1/documents/relay%2Fint-7", UriKind.Relative),
            ServiceHost.Cancel
        );
        Assert.Contains(record + "\n", Encoding.UTF8.GetString(export), StringComparison.Ordinal);
    }
}
