using Search.Engine.Querying;
using Search.Engine.Searching;
using static Search.Tests.Collection;

namespace Search.Tests.Querying;

public sealed class LuceneSyntaxTests : IDisposable
{
    private readonly Collection collection = new(
        Talk("a", "Raft leases", "How leaders keep a lease.", ["Ann Lee"], ["Consensus"], "2015-06-01") with
        {
            Language = "en",
            Event = "Relay 2015",
        },
        Talk(
            "b",
            "Paxos made live",
            "Raft is simpler than paxos, they say.",
            ["Bo Ann"],
            ["Replication"],
            "2018-03"
        ) with
        {
            Language = "de",
        },
        Talk("c", "Gossip", "Epidemic protocols. Testing and texting.", date: "2020"),
        Interview("rel/i", "Chat on C++", [("Why raft?", "Because it was leased."), ("And then?", "Gossip.")])
    );

    [Theory]
    [InlineData("raft", "a b rel/i")]
    [InlineData("raft paxos", "a b rel/i")]
    [InlineData("raft AND paxos", "b")]
    [InlineData("raft && paxos", "b")]
    [InlineData("+raft +paxos", "b")]
    [InlineData("raft -paxos", "a rel/i")]
    [InlineData("raft NOT paxos", "a rel/i")]
    [InlineData("-raft", "c rel/i")]
    [InlineData("gossip OR (raft AND paxos)", "b c rel/i")]
    [InlineData("gossip OR (-raft)", "c rel/i")]
    [InlineData("leased", "a rel/i")]
    [InlineData("\"raft leases\"", "a")]
    [InlineData("\"raft lease\"", "")]
    [InlineData("\"raft simpler\"~1", "b")]
    [InlineData("title:raft", "a rel/i")]
    [InlineData("Title:raft", "a rel/i")]
    [InlineData("title:(raft paxos)", "a b rel/i")]
    [InlineData("title:(raft AND text:leaders)", "a")]
    [InlineData("text:consensus", "a")]
    [InlineData("speaker:ann", "a b")]
    [InlineData("speaker:\"ann lee\"", "a")]
    [InlineData("topic:consensus", "a")]
    [InlineData("event:relay", "a")]
    [InlineData("kind:talk", "a b c")]
    [InlineData("kind:Interview", "rel/i")]
    [InlineData("year:2018", "b")]
    [InlineData("year:\"2018\"", "b")]
    [InlineData("year:[2015 TO 2018]", "a b")]
    [InlineData("year:{2015 TO 2018]", "b")]
    [InlineData("year:{2015 TO 2020}", "b")]
    [InlineData("year:[2018 TO *]", "b c")]
    [InlineData("year:[* TO *]", "a b c")]
    [InlineData("year:(2015 2020)", "a c")]
    [InlineData("-year:[* TO *]", "rel/i")]
    [InlineData("date:2015-06", "a")]
    [InlineData("date:[2015-06-02 TO 2018-03-01]", "b")]
    [InlineData("date:{2015-06-01 TO *]", "b c")]
    [InlineData("date:[2018-03-01 TO 2018-03-01]", "b")]
    [InlineData("language:en", "a")]
    [InlineData("language:eng", "a")]
    [InlineData("id:a", "a")]
    [InlineData("id:\"rel/i\"", "rel/i")]
    [InlineData("id:\"rel/i#1\"", "rel/i")]
    [InlineData("id:rel*", "rel/i")]
    [InlineData("lea*", "a rel/i")]
    [InlineData("te?ting", "c")]
    [InlineData("TE*ting", "c")]
    [InlineData("title:pa?os", "b")]
    [InlineData("gosip~", "c rel/i")]
    [InlineData("gosip~1", "c rel/i")]
    [InlineData("gosip~0", "")]
    [InlineData("gosip~0.8", "c rel/i")]
    [InlineData("c\\+\\+", "rel/i")]
    [InlineData("\"C++\"", "rel/i")]
    [InlineData("*:*", "a b c rel/i")]
    [InlineData("*:* -raft", "c rel/i")]
    [InlineData("raft^2 paxos^0.5", "a b rel/i")]
    [InlineData("r\\u0061ft", "a b rel/i")]
    [InlineData("paxos \\?", "b")]
    [InlineData("\\?", "")]
    [InlineData("\"\"", "")]
    public void A_query_in_lucenes_language_finds_what_it_says(string query, string expected)
    {
        Assert.Null(LuceneSyntax.Check(query));
        Assert.Equal(expected, string.Join(' ', collection.Ids(query, Lucene).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \u3000 ")]
    public void No_query_finds_everything(string query) =>
        Assert.Equal(["c", "b", "a", "rel/i"], collection.Ids(query, Lucene));

    [Fact]
    public void A_boost_changes_the_order()
    {
        Assert.Equal("c", collection.Ids("raft gossip^50 leases^0", Lucene)[0]);
        Assert.Equal("a", collection.Ids("raft gossip^0 leases^50", Lucene)[0]);
    }

    [Fact]
    public void Words_in_the_title_count_for_more_as_in_the_simple_syntax() =>
        Assert.Equal("b", collection.Ids("paxos made", Lucene)[0]);

    [Fact]
    public void All_words_can_be_demanded() =>
        Assert.Equal(["b"], collection.Ids("raft paxos", request => Lucene(request) with { Match = MatchMode.All }));

    [Theory]
    [InlineData("leases", "Raft [leases]")]
    [InlineData("title:raft", "[Raft] leases")]
    [InlineData("text:raft", "[Raft] leases")]
    [InlineData("speaker:ann AND lease*", "Raft [leases]")]
    [InlineData("l?ases", "Raft [leases]")]
    [InlineData("lesaes~2", "Raft [leases]")]
    [InlineData("\"raft leases\" -paxos", "[Raft leases]")]
    [InlineData("*:* -(paxos leases NOT lease)", "Raft leases")]
    [InlineData("id:a", "Raft leases")]
    public void Words_of_the_query_are_marked(string query, string expected)
    {
        var hit = collection.Search(query, Lucene).Hits.FirstOrDefault(hit => hit.Record.Id == "a");
        var title = hit?.Title.Text ?? "";
        foreach (var range in (hit?.Title.Ranges ?? []).Reverse())
            title = title.Insert(range.End, "]").Insert(range.Start, "[");
        Assert.Equal(expected, title);
    }

    [Fact]
    public void What_was_understood_is_told()
    {
        var interpreted = collection.Search("title:raft AND (\"a b\" lea* te?t OR -gone^2)", Lucene).Interpreted;
        Assert.Equal(["title:raft", "lea*", "te?t"], interpreted.Words);
        Assert.Equal(["a b"], interpreted.Phrases);
        Assert.Equal(["gone"], interpreted.Excluded);
    }

    [Fact]
    public void A_title_that_is_spelt_like_the_query_does_not_match_by_that()
    {
        using var titles = new Collection(Talk("x", "Raft NOT paxos"), Talk("y", "Raft"));
        Assert.Equal(["y"], titles.Ids("Raft NOT paxos", Lucene));
    }

    [Fact]
    public void A_mistake_reaches_who_did_not_check()
    {
        var error = Assert.Throws<QuerySyntaxException>(() => collection.Search("raft AND", Lucene)).Error;
        Assert.Equal(8, error.Position);
    }

    private static SearchRequest Lucene(SearchRequest request) => request with { Syntax = QuerySyntax.Lucene };

    public void Dispose() => collection.Dispose();
}
