using Search.Engine.Searching;
using static Search.Tests.Collection;

namespace Search.Tests.Complaints;

/// <summary>What users of other engines complain of in the order of hits; the numbers are those of the page beside this.</summary>
public sealed class RankingTests
{
    // 27, 29
    [Theory]
    [InlineData("The Log")]
    [InlineData("Raft")]
    [InlineData("Raft (for humans)")]
    [InlineData("What is \"done\"?")]
    [InlineData("C++")]
    [InlineData("Rust -unsafe")]
    [InlineData("Paxos | Raft")]
    public void The_exact_title_stands_first(string title)
    {
        using var collection = new Collection(
            Talk("exact", title, "Something else.", date: "2010"),
            Talk("longer", $"{title} {title} and {title} again", $"{title}. {title}. {title}.", date: "2024"),
            Talk("text", "Notes", string.Join(". ", Enumerable.Repeat(title, 20)), date: "2024")
        );
        Assert.Equal("exact", collection.Ids(title)[0]);
    }

    // 30
    [Fact]
    public void A_title_that_is_one_word_of_the_query_does_not_stand_above_what_has_them_all()
    {
        using var collection = new Collection([
            Talk("one", "Kafka", "An overview."),
            Talk("all", "Running Kafka on Kubernetes", "Kafka brokers on Kubernetes."),
            .. Enumerable.Range(0, 20).Select(n => Talk($"t{n}", $"Talk {n}")),
        ]);
        Assert.Equal("all", collection.Ids("running kafka on kubernetes brokers")[0]);
        Assert.Equal("all", collection.Ids("kafka kubernetes")[0]);
    }

    // 28, 31
    [Fact]
    public void A_word_in_the_title_counts_more_than_one_in_the_text()
    {
        using var collection = new Collection(
            Talk("text", "An evening in Lisbon", "We speak about gossip here."),
            Talk("title", "Gossip in an evening", "We speak about Lisbon here.")
        );
        Assert.Equal(["title", "text"], collection.Ids("gossip"));
    }

    // 31
    [Fact]
    public void Words_near_each_other_stand_above_words_far_apart()
    {
        var filler = string.Join(' ', Enumerable.Range(0, 30).Select(n => $"filler{n}"));
        using var collection = new Collection(
            Talk("far", "One", $"garbage {filler} collection"),
            Talk("near", "Two", $"{filler} garbage collection")
        );
        Assert.Equal(["near", "far"], collection.Ids("garbage collection"));
    }

    // 32
    [Fact]
    public void A_new_record_does_not_stand_above_a_better_old_one()
    {
        using var collection = new Collection(
            Talk("better", "Consensus without leaders", "Consensus without leaders, explained.", date: "1998"),
            Talk("newer", "A year in review", "We also touch consensus, among leaders and much else.", date: "2026")
        );
        Assert.Equal(["better", "newer"], collection.Ids("consensus without leaders"));
    }

    // 33
    [Theory]
    [InlineData(SortOrder.Relevance)]
    [InlineData(SortOrder.DateDescending)]
    [InlineData(SortOrder.DateAscending)]
    [InlineData(SortOrder.TitleAscending)]
    public void Another_order_never_changes_what_is_found(SortOrder sort)
    {
        using var collection = new Collection(
            Talk("a", "The leader lease", date: "2020"),
            Talk("b", "Leader lease", date: "2021"),
            Talk("c", "Lease the leader", date: "2022")
        );
        Assert.Equal(
            ["a", "b"],
            collection.Ids("\"leader lease\"", request => request with { Sort = sort }).Order(StringComparer.Ordinal)
        );
    }
}
