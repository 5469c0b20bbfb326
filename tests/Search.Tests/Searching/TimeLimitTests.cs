using Search.Engine.Searching;
using static Search.Tests.Collection;

namespace Search.Tests.Searching;

public sealed class TimeLimitTests : IDisposable
{
    private readonly Collection collection = new(
        Enumerable
            .Range(1, 50)
            .Select(n => Talk($"t{n}", $"Raft and leases {n}", "About quorums.", topics: ["Consensus"]))
    );

    public void Dispose() => collection.Dispose();

    [Theory]
    [InlineData("raft leases")]
    [InlineData("\"about quorums\"")]
    [InlineData("raf* -paxos")]
    [InlineData("")]
    public void An_answer_in_time_is_whole(string query)
    {
        var response = collection.Search(query, request => request with { TimeLimit = TimeSpan.FromMinutes(10) });
        Assert.Equal((false, 50), (response.Partial, response.TotalHits));
        Assert.Empty(response.Warnings);
    }

    [Theory]
    [InlineData("raft leases")]
    [InlineData("\"about quorums\" raft")]
    [InlineData("raf* leases~1")]
    [InlineData("raft leses")]
    public void When_the_time_is_up_what_was_found_is_the_answer_and_says_so(string query)
    {
        var response = collection.Search(
            query,
            request => request with { TimeLimit = TimeSpan.Zero, Facets = [FacetField.Topic] }
        );
        Assert.True(response.Partial);
        Assert.InRange(response.TotalHits, 0, 50);
        Assert.Empty(response.Suggestions);
        Assert.Contains("what was found until then", Assert.Single(response.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Time_that_was_up_once_stays_so()
    {
        var clock = new SteppingClock();
        var time = new QueryTime(TimeSpan.FromSeconds(2), clock);
        Assert.False(time.IsUp);
        Assert.False(time.WasUp);
        Assert.True(time.IsUp);
        Assert.True(time.WasUp);
    }

    /// <summary>Each look is a second later.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private long seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => seconds++;
    }
}
