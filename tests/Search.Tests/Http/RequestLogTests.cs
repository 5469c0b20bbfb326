using System.Text.Json.Nodes;

namespace Search.Tests.Http;

public sealed class RequestLogTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_search_leaves_one_event_with_all_that_tells_how_it_went()
    {
        await using var host = await Start("json");
        await host.JsonAsync("/v1/search?q=paxos");
        var entry = JsonNode.Parse(await LineAsync("/v1/search"))!.AsObject();
        Assert.Equal("/v1/search", (string)entry["Route"]!);
        Assert.Equal((200, 1), ((int)entry["StatusCode"]!, (int)entry["Hits"]!));
        Assert.Equal("paxos", (string)entry["Query"]!);
        Assert.Equal("gen-000001", (string)entry["Generation"]!);
        Assert.True((double)entry["Elapsed"]! > 0);
        Assert.Matches("^[0-9a-f]{32}$", (string)entry["@tr"]!);
    }

    [Fact]
    public async Task A_problem_is_found_in_the_log_by_the_trace_that_the_user_was_told()
    {
        await using var host = await Start("text");
        var problem = await host.JsonAsync("/v1/search?page=0");
        var line = await LineAsync("answered 400");
        Assert.EndsWith($", trace {problem["traceId"]}", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_probes_nor_addresses_of_users_stand_in_the_log()
    {
        await using var host = await Start("json");
        await host.StatusAsync("/health/live");
        await host.JsonAsync("/v1/stats");
        await LineAsync("/v1/stats");
        Assert.DoesNotContain("/health", await ReadAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1\"", await ReadAsync(), StringComparison.Ordinal);
    }

    private Task<ServiceHost> Start(string format) =>
        new ServiceHost(
            [Collection.Talk("a", "Paxos Made Simple")],
            ("Search:Log:Format", format),
            ("Search:Log:File", folder["service-.log"]),
            ("Serilog:MinimumLevel:Default", "Information")
        ).ReadyAsync();

    // The event of a request is written after its answer.
    private async Task<string> LineAsync(string part)
    {
        while (true)
        {
            var text = await ReadAsync();
            var line = text.Split('\n').FirstOrDefault(line => line.Contains(part, StringComparison.Ordinal));
            if (line is not null && text.Contains(line + "\n", StringComparison.Ordinal))
                return line;
            await Task.Delay(20, ServiceHost.Cancel);
        }
    }

    private async Task<string> ReadAsync()
    {
        if (Directory.GetFiles(folder.Path) is not [var file])
            return "";
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(ServiceHost.Cancel);
    }
}
