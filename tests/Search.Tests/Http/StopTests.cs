using System.Diagnostics;
using Search.Engine.Insights;

namespace Search.Tests.Http;

public sealed class StopTests
{
    [Fact]
    public async Task A_service_that_is_told_to_end_saves_what_it_counted_and_ends_with_zero()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has no SIGTERM.");
        using var collection = new Collection(Collection.Talk("a", "Paxos Made Simple"));
        await using var service = await ServiceProcess.StartAsync(collection.Options.Path);
        await service.TextAsync("/v1/search?q=paxos");
        using var kill = Process.Start("kill", ["-TERM", $"{service.Id}"]);
        Assert.Equal(0, await service.EndAsync());
        var days = new QueryStatistics(new StatisticsOptions(collection.Options.Path, 90, 100)).Read(2);
        Assert.Equal("paxos", Assert.Single(Assert.Single(days).Queries).Text);
    }
}
