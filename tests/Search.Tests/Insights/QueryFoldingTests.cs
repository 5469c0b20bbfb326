using Search.Engine.Insights;

namespace Search.Tests.Insights;

public sealed class QueryFoldingTests
{
    // A query in brackets was submitted on the page, the others were asked of the API, a second apart.
    [Theory]
    [InlineData("p pa pax paxos", "paxos")]
    [InlineData("pa paxos (paxos)", "paxos")]
    [InlineData("(paxos) (raft)", "paxos raft")]
    [InlineData("paxs paxos", "paxos")]
    [InlineData("paxoss paxos", "paxos")]
    [InlineData("raft paxos", "raft paxos")]
    [InlineData("(pax) (paxos)", "pax paxos")]
    [InlineData("(paxos) paxos", "paxos")]
    [InlineData("ab ac", "ab ac")]
    [InlineData("k kub rust kubernetes", "rust kubernetes")]
    [InlineData("kube (paxos) kubernetes pa", "paxos kubernetes pa")]
    public void A_half_typed_query_is_a_part_of_the_one_that_followed(string asked, string counted)
    {
        var folding = new QueryFolding();
        var now = DateTimeOffset.UnixEpoch;
        foreach (var query in asked.Split(' '))
            Assert.Empty(folding.Add(Asked(query), now += TimeSpan.FromSeconds(1)));
        Assert.Equal(counted.Split(' '), folding.Finish(DateTimeOffset.MaxValue).Select(query => query.Text));
    }

    [Fact]
    public void The_very_same_request_is_asked_by_another_person()
    {
        var folding = new QueryFolding();
        folding.Add(Asked("paxos"), DateTimeOffset.UnixEpoch);
        folding.Add(Asked("paxos"), DateTimeOffset.UnixEpoch);
        Assert.Equal(2, folding.Waiting.Count());
    }

    [Fact]
    public void The_same_query_with_another_filter_is_the_same_search()
    {
        var folding = new QueryFolding();
        folding.Add(Asked("(paxos)"), DateTimeOffset.UnixEpoch);
        folding.Add(Asked("(paxos)") with { Request = "filtered" }, DateTimeOffset.UnixEpoch);
        Assert.Single(folding.Waiting);
    }

    [Fact]
    public void What_comes_after_a_pause_is_another_query()
    {
        var folding = new QueryFolding();
        folding.Add(Asked("pax"), DateTimeOffset.UnixEpoch);
        var finished = folding.Add(Asked("paxos"), DateTimeOffset.UnixEpoch + QueryFolding.Window * 1.1);
        Assert.Equal("pax", Assert.Single(finished).Text);
    }

    [Fact]
    public void A_flood_does_not_fill_the_memory()
    {
        var folding = new QueryFolding();
        var finished = 0;
        for (var i = 0; i < 5_000; i++)
            finished += folding.Add(Asked($"({i * 7919})"), DateTimeOffset.UnixEpoch).Count;
        Assert.Equal(5_000, finished + folding.Waiting.Count());
        Assert.InRange(folding.Waiting.Count(), 1, 1_000);
    }

    private static AskedQuery Asked(string query)
    {
        var isLive = query[0] != '(';
        var text = query.Trim('(', ')');
        return new AskedQuery(text, $"{isLive} {text}", isLive, IsNarrowed: false, 1, TimeSpan.Zero);
    }
}
