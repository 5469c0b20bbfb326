using Search.Engine.Documents;
using Search.Engine.Querying;
using Search.Engine.Searching;
using static Search.Tests.Collection;

namespace Search.Tests.Searching;

public sealed class FacetTests
{
    [Fact]
    public void Values_are_listed_by_count_then_by_value()
    {
        using var collection = new Collection(
            Talk("a", "A", topics: ["Raft", "Zab"]),
            Talk("b", "B", topics: ["Raft", "Chubby"]),
            Talk("c", "C")
        );
        Assert.Equal(["Raft 2", "Chubby 1", "Zab 1"], Counts(collection, FacetField.Topic));
    }

    [Fact]
    public void Only_what_matches_the_query_is_counted()
    {
        using var collection = new Collection(
            Talk("a", "Leases", topics: ["Raft"]),
            Talk("b", "Gossip", topics: ["Swim"])
        );
        Assert.Equal(["Raft 1"], Counts(collection, FacetField.Topic, query: "lease"));
    }

    [Fact]
    public void A_facet_ignores_its_own_selection_and_no_other()
    {
        using var collection = new Collection(
            Talk("a", "A", topics: ["Raft"], date: "2020"),
            Talk("b", "B", topics: ["Swim"], date: "2020"),
            Talk("c", "C", topics: ["Swim"], date: "2021")
        );
        var filter = new RecordFilter { Topics = ["Raft"], Years = [Year(2020)] };
        Assert.Equal(["Raft 1 selected", "Swim 1"], Counts(collection, FacetField.Topic, filter));
        Assert.Equal(["2020 1 selected"], Counts(collection, FacetField.Year, filter));
    }

    [Fact]
    public void Each_of_several_selected_values_counts_what_it_would_leave_alone()
    {
        using var collection = new Collection(
            Talk("a", "A", topics: ["Raft", "Swim"]),
            Talk("b", "B", topics: ["Swim"]),
            Talk("c", "C", topics: ["Zab"])
        );
        var filter = new RecordFilter { Topics = ["Raft", "Swim"] };
        Assert.Equal(["Swim 2 selected", "Raft 1 selected", "Zab 1"], Counts(collection, FacetField.Topic, filter));
    }

    [Fact]
    public void What_is_typed_into_the_query_and_the_expression_narrow_every_facet()
    {
        using var collection = new Collection(
            Talk("a", "A", topics: ["Raft"]),
            Talk("b", "B", topics: ["Raft", "Swim"]),
            Interview("i", "I", [("Why?", "Because.")])
        );
        Assert.Equal(["talk 2"], Counts(collection, FacetField.Kind, query: "kind:talk"));
        Assert.Equal(["Raft 1", "Swim 1"], Counts(collection, FacetField.Topic, Expression("topic = Swim")));
    }

    [Fact]
    public void A_selected_value_is_listed_with_nothing_left()
    {
        using var collection = new Collection(Talk("a", "Leases", topics: ["Raft"]), Talk("b", "B", topics: ["Swim"]));
        var filter = new RecordFilter { Topics = ["Swim", "Nothing of the kind"], Kinds = [RecordKind.Interview] };
        Assert.Equal(
            ["Swim 0 selected", "Nothing of the kind 0 selected"],
            Counts(collection, FacetField.Topic, filter, "lease")
        );
        Assert.Equal(["interview 0 selected"], Counts(collection, FacetField.Kind, filter, "lease"));
    }

    [Fact]
    public void A_value_in_another_spelling_selects_all_spellings_that_stand_in_records()
    {
        using var collection = new Collection(
            Talk("a", "A", topics: ["Café"]),
            Talk("b", "B", topics: ["CAFE"]),
            Talk("c", "C", topics: ["Tea"])
        );
        var filter = new RecordFilter { Topics = ["cafe"] };
        Assert.Equal(["CAFE 1 selected", "Café 1 selected", "Tea 1"], Counts(collection, FacetField.Topic, filter));
    }

    [Fact]
    public void A_range_selects_the_years_in_it_and_lists_those_that_were_found()
    {
        using var collection = new Collection(Talk("a", "A", date: "2019-05"), Talk("b", "B", date: "2021"));
        var filter = new RecordFilter { Years = [new YearRange(2015, 2019)] };
        Assert.Equal(["2019 1 selected", "2021 1"], Counts(collection, FacetField.Year, filter));
    }

    [Fact]
    public void A_facet_lists_as_many_values_as_are_asked_for_and_the_selected_ones()
    {
        using var collection = new Collection(
            Talk("a", "A", topics: ["Raft", "Swim", "Zab"]),
            Talk("b", "B", topics: ["Raft", "Swim"]),
            Talk("c", "C", topics: ["Raft"])
        );
        var filter = new RecordFilter { Topics = ["Zab"] };
        var response = collection.Search(
            "",
            request => request with { Filter = filter, Facets = [FacetField.Topic], FacetLimit = 1 }
        );
        Assert.Equal(["Raft 3", "Zab 1 selected"], Written(Assert.Single(response.Facets)));
    }

    [Theory]
    [InlineData(HitGroup.Work, "interview 1", "talk 1")]
    [InlineData(HitGroup.Record, "interview 1", "talk 1")]
    [InlineData(HitGroup.Passage, "interview 2", "talk 1")]
    [InlineData(HitGroup.Answer, "interview 2")]
    public void Facets_count_what_totals_count(HitGroup group, params string[] expected)
    {
        using var collection = new Collection(
            Talk("t", "Raft"),
            Interview("i", "Raft", [("What is raft?", "A protocol."), ("Why raft?", "It is clear.")])
        );
        var response = collection.Search("raft", request => request with { Group = group, Facets = [FacetField.Kind] });
        Assert.Equal(expected, Written(Assert.Single(response.Facets)));
    }

    [Fact]
    public void A_work_counts_once_for_a_value_that_several_of_its_records_have()
    {
        using var collection = new Collection(
            Talk("t", "Raft", topics: ["Consensus", "Talks"], date: "2020"),
            Interview("i", "Raft", [("Why?", "Because.")], date: "2021") with
            {
                Topics = ["Consensus", "Chats"],
            }
        );
        Assert.Equal(["Chats 1", "Consensus 1", "Talks 1"], Counts(collection, FacetField.Topic));
        var only2020 = new RecordFilter { Years = [Year(2020)] };
        Assert.Equal(["Consensus 1", "Talks 1"], Counts(collection, FacetField.Topic, only2020));
        Assert.Equal(["2020 1 selected", "2021 1"], Counts(collection, FacetField.Year, only2020));
    }

    [Fact]
    public void A_value_counts_only_for_records_of_a_work_that_match()
    {
        using var collection = new Collection(
            Talk("t", "Raft", "about leases", topics: ["Talks"]),
            Interview("i", "Raft", [("Why?", "Because.")]) with
            {
                Topics = ["Chats"],
            }
        );
        Assert.Equal(["Talks 1"], Counts(collection, FacetField.Topic, query: "lease"));
    }

    [Fact]
    public void Facets_are_given_in_the_order_in_which_they_are_asked_for()
    {
        using var collection = new Collection(Talk("a", "A"));
        FacetField[] asked = [FacetField.Year, FacetField.Kind, FacetField.Language];
        var response = collection.Search("", request => request with { Facets = asked });
        Assert.Equal(asked, response.Facets.Select(facet => facet.Field));
    }

    [Fact]
    public void An_index_without_records_has_no_values()
    {
        using var collection = new Collection(Talk("a", "Raft", topics: ["Consensus"]));
        using (var session = new Search.Engine.Indexing.IndexSession(collection.Options))
            session.Remove(["a"]);
        Assert.Empty(Counts(collection, FacetField.Topic));
    }

    [Fact]
    public void A_value_that_no_record_has_any_more_is_no_longer_exact()
    {
        using var collection = new Collection(Talk("a", "A", topics: ["Raft"]), Talk("b", "B", topics: ["RAFT"]));
        collection.Import(Talk("a", "A", topics: ["Swim"]));
        var filter = new RecordFilter { Topics = ["Raft"] };
        Assert.Equal(["b"], collection.Ids("", request => request with { Filter = filter }));
        Assert.Equal(["RAFT 1 selected", "Swim 1"], Counts(collection, FacetField.Topic, filter));
    }

    private static RecordFilter Expression(string text) =>
        new() { Expression = FilterExpressionParser.Parse(text).Filter };

    private static YearRange Year(int year) => new(year, year);

    private static IEnumerable<string> Counts(
        Collection collection,
        FacetField field,
        RecordFilter? filter = null,
        string query = ""
    )
    {
        var response = collection.Search(
            query,
            request => request with { Filter = filter ?? RecordFilter.None, Facets = [field] }
        );
        return Written(Assert.Single(response.Facets));
    }

    private static IEnumerable<string> Written(Facet facet) =>
        facet.Values.Select(value => $"{value.Value} {value.Count}{(value.Selected ? " selected" : "")}");
}
