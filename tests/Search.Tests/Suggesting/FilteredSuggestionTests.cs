using Search.Engine.Documents;
using Search.Engine.Searching;
using Search.Engine.Suggesting;
using static Search.Tests.Collection;

namespace Search.Tests.Suggesting;

public sealed class FilteredSuggestionTests
{
    private static readonly Record[] Records =
    [
        Talk("a", "Raft Logs", speakers: ["Ann Rafter"], topics: ["raft", "logs"], date: "2019"),
        Talk("b", "Raft Leaders", speakers: ["Bo Rafter"], topics: ["raft"], date: "2020"),
        Talk("c", "Raft Leases", speakers: ["Bo Rafter"], topics: ["raft", "raft leases"], date: "2020"),
        Talk("d", "Raft Leases again", speakers: ["Cy"], topics: ["raft leases"], date: "2021"),
        Interview("e", "On Raft", [("Why?", "So.")], speakers: ["Ann Rafter"], date: "2019") with
        {
            Topics = ["raft"],
        },
    ];

    [Fact]
    public void Nothing_is_suggested_that_the_filter_leaves_no_hit_of()
    {
        using var collection = new Collection(Records);
        var filter = new RecordFilter { Speakers = ["Ann Rafter"] };
        Assert.Equal(["Raft Logs"], Suggest(collection, SuggestionKind.Talk, filter));
        Assert.Equal(["On Raft"], Suggest(collection, SuggestionKind.Interview, filter));
        Assert.Equal(["Ann Rafter"], Suggest(collection, SuggestionKind.Speaker, filter));
        Assert.Equal(["raft"], Suggest(collection, SuggestionKind.Topic, filter));
        Assert.Empty(Suggest(collection, SuggestionKind.Query, filter with { Years = [new(2018, 2018)] }));
    }

    [Fact]
    public void Names_are_counted_and_ordered_by_what_the_filter_leaves()
    {
        using var collection = new Collection(Records);
        var filter = new RecordFilter { Years = [new(2020, 2021)] };
        var topics = collection.Items(SuggestionKind.Topic, "raf", request => request with { Filter = filter });
        Assert.Equal(
            [("raft", 2), ("raft leases", 2)],
            topics.Select(item => (item.Text, item.TotalHits!.Value)).Order()
        );
        filter = filter with { Years = [new(2021, 2021)] };
        topics = collection.Items(SuggestionKind.Topic, "", request => request with { Filter = filter });
        Assert.Equal([("raft leases", 1)], topics.Select(item => (item.Text, item.TotalHits!.Value)));
    }

    [Fact]
    public void A_filter_that_no_record_passes_leaves_nothing()
    {
        using var collection = new Collection(Records);
        var filter = new RecordFilter { Events = ["Nowhere"] };
        Assert.Empty(collection.Engine.Suggest(new SuggestRequest { Query = "raf", Filter = filter }).Groups);
        Assert.Empty(collection.Engine.Suggest(new SuggestRequest { Filter = filter }).Groups);
        Assert.Empty(collection.Engine.Suggest(new SuggestRequest { Query = "rafd", Filter = filter }).Groups);
    }

    [Fact]
    public void Filters_are_not_taken_for_each_other()
    {
        using var collection = new Collection(Records);
        var filters = Records
            .Select(record => record.Date!.Value.Year)
            .Distinct()
            .SelectMany(year =>
                new[] { RecordKind.Talk, RecordKind.Interview }.Select(kind =>
                    (year, kind, new RecordFilter { Years = [new(year, year)], Kinds = [kind] })
                )
            )
            .ToList();
        foreach (var (year, kind, filter) in filters.Concat(filters))
        {
            var expected = Records.Where(record => record.Date!.Value.Year == year && record.Kind == kind);
            var talks = Suggest(collection, SuggestionKind.Talk, filter);
            var interviews = Suggest(collection, SuggestionKind.Interview, filter);
            Assert.Equal(
                expected.Select(record => record.Title).Order(StringComparer.Ordinal),
                talks.Concat(interviews).Order(StringComparer.Ordinal)
            );
        }
    }

    private static IReadOnlyList<string> Suggest(Collection collection, SuggestionKind kind, RecordFilter filter) =>
        collection.Suggest(kind, "raf", request => request with { Filter = filter });
}
