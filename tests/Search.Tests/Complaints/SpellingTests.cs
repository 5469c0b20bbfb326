using Search.Engine.Searching;
using static Search.Tests.Collection;

namespace Search.Tests.Complaints;

/// <summary>What users of other engines complain of in typo tolerance; the numbers are those of the page beside this.</summary>
public sealed class SpellingTests
{
    // 18
    [Theory]
    [InlineData("greece", "greener")]
    [InlineData("conan", "connection")]
    [InlineData("rest", "test")]
    [InlineData("go", "do")]
    [InlineData("1999", "1998")]
    public void A_word_that_stands_somewhere_finds_nothing_that_only_looks_like_it(string query, string other)
    {
        using var collection = new Collection(Talk("right", $"About {query}"), Talk("other", $"About {other}"));
        Assert.Equal(["right"], collection.Ids(query));
    }

    // 18
    [Theory]
    [InlineData("conan", "connection")]
    [InlineData("rust", "trusts")]
    [InlineData("2024", "2023")]
    public void A_word_that_stands_nowhere_finds_nothing_that_is_far_from_it(string query, string other)
    {
        using var collection = new Collection(Talk("other", $"About {other} and more"));
        Assert.Empty(collection.Ids(query));
    }

    // 18
    [Fact]
    public void What_a_word_was_read_as_is_always_said()
    {
        using var collection = new Collection(Talk("other", "About greener clouds"));
        var response = collection.Search("greece");
        Assert.Equal(response.Hits.Count, response.Interpreted.Corrected.Count);
        Assert.Equal(response.Hits.Count, response.Suggestions.Count);
    }

    // 19
    [Fact]
    public void Switching_typos_off_switches_them_off_and_leaves_exact_words_to_be_found()
    {
        using var collection = new Collection(Talk("a", "Kubernetes 1.29", topics: ["k8s"]));
        var off = collection.Search("kuberntes", request => request with { CorrectSpelling = false });
        Assert.Empty(off.Hits);
        Assert.Empty(off.Interpreted.Corrected);
        Assert.Empty(off.Suggestions);
        foreach (var exact in new[] { "kubernetes", "1.29", "k8s" })
            Assert.Equal(["a"], collection.Ids(exact, request => request with { CorrectSpelling = false }));
    }

    // 20
    [Fact]
    public void Quotes_force_the_exact_form()
    {
        using var collection = new Collection(Talk("a", "Testing"), Talk("b", "Tests"));
        Assert.Equal(["a"], collection.Ids("\"testing\""));
        Assert.Empty(collection.Search("\"tesing\"").Hits);
    }

    // 21
    [Theory]
    [InlineData("paxos~1")]
    [InlineData("paxos~2")]
    public void The_right_spelling_stands_above_a_wrong_one(string query)
    {
        using var collection = new Collection([
            Talk("right", "Notes about paxos and other protocols for people"),
            Talk("right2", "More notes about paxos and other protocols for people"),
            Talk("wrong", "Notes about paxso and other protocols for people"),
        ]);
        Assert.Equal("wrong", collection.Ids(query)[^1]);
    }

    // 22
    [Theory]
    [InlineData("qubernetes", "kubernetes")]
    [InlineData("ubernetes", "kubernetes")]
    [InlineData("ekubernetes", "kubernetes")]
    public void A_wrong_first_letter_is_put_right_too(string typed, string meant)
    {
        using var collection = new Collection(Talk("a", "Kubernetes in practice"));
        var response = collection.Search(typed);
        Assert.Equal(["a"], response.Hits.Select(HitId));
        Assert.Equal([new Correction(typed, meant)], response.Interpreted.Corrected);
    }

    // 26
    [Fact]
    public void A_precise_query_does_not_bring_most_of_the_collection()
    {
        using var collection = new Collection([
            Talk("a", "How to write a runbook"),
            .. Enumerable.Range(0, 200).Select(n => Talk($"t{n}", $"How to write talk {n}")),
        ]);
        Assert.Equal("a", collection.Ids("how to write a runbook")[0]);
        Assert.Equal(1, collection.Search("runbook").TotalHits);
        Assert.Equal(1, collection.Search("how to runbook").TotalHits);
    }

    // 45
    [Fact]
    public void An_empty_answer_offers_the_query_that_was_probably_meant()
    {
        using var collection = new Collection(Talk("a", "Replication of logs"));
        var suggestion = Assert.Single(collection.Search("+replicaton").Suggestions);
        Assert.Equal(new SuggestedQuery("+replication", 1), suggestion);
    }
}
