using Search.Engine.Querying;

namespace Search.Tests.Querying;

public sealed class QueryDescriptionTests
{
    private static readonly ParsedQuery Query = SimpleQueryParser.Parse(
        "+raft (paxos title:zab*) | \"two phase\" speaker:\"ann lee\" jonson~1 -(a b) -\"c d\" -e year:2017|2018"
    );

    [Fact]
    public void Words_are_told_in_their_order() =>
        Assert.Equal(["raft", "paxos", "title:zab*", "jonson~1"], QueryDescription.Words(Query));

    [Fact]
    public void Phrases_are_told_without_quotes_unless_they_have_a_field() =>
        Assert.Equal(["two phase", "speaker:\"ann lee\""], QueryDescription.Phrases(Query));

    [Fact]
    public void Exclusions_are_told_without_their_sign() =>
        Assert.Equal(["(a b)", "\"c d\"", "e"], QueryDescription.Excluded(Query));

    [Fact]
    public void Filters_are_told_in_canonical_form() =>
        Assert.Equal(["year:2017 | year:2018"], QueryDescription.Filters(Query));

    [Fact]
    public void A_query_without_text_has_nothing_to_tell()
    {
        var told = QueryDescription.Describe(ParsedQuery.Empty);
        Assert.Empty(told.Words.Concat(told.Phrases).Concat(told.Excluded).Concat(told.Filters));
    }
}
