using Search.Engine.Documents;
using Search.Engine.Querying;
using Search.Engine.Searching;
using static Search.Tests.Collection;

namespace Search.Tests.Searching;

/// <summary>Which records an expression keeps.</summary>
public sealed class FilterExpressionTests
{
    private static readonly Record[] Records =
    [
        Talk("a", "A", speakers: ["Ann Lee"], topics: ["Raft", "Leases"], date: "2014-03-05") with
        {
            Event = "Relay 2014",
            Language = "en",
        },
        Talk("b", "B", speakers: ["Bo"], topics: ["Swim"], date: "2018"),
        Talk("c", "C"),
        Interview("i", "I", [("Why?", "Because."), ("How?", "So.")], ["Ann Lee"], "2016-05") with
        {
            Topics = ["Raft"],
        },
    ];

    [Theory]
    [InlineData("kind = talk", "a b c")]
    [InlineData("kind != talk", "i")]
    [InlineData("topic = raft", "a i")]
    [InlineData("topic = \"Raft\" AND kind = talk", "a")]
    [InlineData("topic IN [\"Swim\", 'Leases']", "a b")]
    [InlineData("topic NOT IN [Swim, Leases]", "c i")]
    [InlineData("NOT speaker = \"Ann Lee\"", "b c")]
    [InlineData("topic = Swim OR topic = Leases AND year = 2014", "a b")]
    [InlineData("(topic = Swim OR topic = Leases) AND year = 2018", "b")]
    [InlineData("year >= 2016", "b i")]
    [InlineData("year < 2016", "a")]
    [InlineData("NOT year < 2016", "b c i")]
    [InlineData("date 2014-03-05 TO 2016", "a i")]
    [InlineData("date > 2014-03-05", "b i")]
    [InlineData("date EXISTS", "a b i")]
    [InlineData("year NOT EXISTS", "c")]
    [InlineData("topic EXISTS", "a b i")]
    [InlineData("speaker NOT EXISTS", "c")]
    [InlineData("event EXISTS", "a")]
    [InlineData("language = eng", "a")]
    [InlineData("kind EXISTS", "a b c i")]
    [InlineData("kind = interview AND year >= 2014 AND topic IN [\"Raft\",\"B\"] AND NOT speaker = \"X\"", "i")]
    public void An_expression_keeps_the_records_for_which_it_holds(string expression, string expected)
    {
        using var collection = new Collection(Records);
        var ids = collection.Ids("", request => request with { Filter = Filter(expression) });
        Assert.Equal(expected.Split(' '), ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_passage_has_the_fields_of_its_interview()
    {
        using var collection = new Collection(Records);
        var filter = Filter("topic = Raft AND year = 2016");
        var ids = collection.Ids("", request => request with { Filter = filter, Group = HitGroup.Answer });
        Assert.Equal(["i#1", "i#2"], ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_expression_and_the_plain_filters_must_both_hold()
    {
        using var collection = new Collection(Records);
        var filter = Filter("topic = Raft") with { Kinds = [RecordKind.Talk] };
        Assert.Equal(["a"], collection.Ids("", request => request with { Filter = filter }));
    }

    [Fact]
    public void One_of_several_restrictions_typed_with_a_bar_must_hold()
    {
        using var collection = new Collection(Records);
        Assert.Equal(["a", "b"], collection.Ids("year:2014 | year:2018").Order(StringComparer.Ordinal));
        Assert.Equal(["b", "i"], collection.Ids("kind:interview OR year:2018").Order(StringComparer.Ordinal));
    }

    private static RecordFilter Filter(string expression)
    {
        var parsed = FilterExpressionParser.Parse(expression);
        Assert.Null(parsed.Error);
        return new RecordFilter { Expression = parsed.Filter };
    }
}
