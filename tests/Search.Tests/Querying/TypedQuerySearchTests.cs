using CsCheck;
using static Search.Tests.Collection;

namespace Search.Tests.Querying;

public sealed class TypedQuerySearchTests
{
    [Fact]
    public void Any_text_is_answered_by_the_engine()
    {
        using var collection = new Collection(
            Talk("a", "Raft", "on a word and C++", ["Ann Lee"], ["Consensus"], date: "2017"),
            Interview("i", "Chat", [("Why?", "Because .NET.")])
        );
        TypedQueries.Any.Sample(typed => collection.Ids(typed), iter: 500, threads: 1);
    }

    [Theory]
    [InlineData("-a{0} ")]
    [InlineData("a{0} | ")]
    [InlineData("+a{0} ")]
    [InlineData("title:a{0} ")]
    [InlineData("a{0}* ")]
    [InlineData("a{0},")]
    [InlineData("+a{0},")]
    [InlineData("-a{0},")]
    [InlineData("title:a{0},")]
    public void The_largest_query_is_answered_by_the_engine(string piece)
    {
        using var collection = new Collection(Talk("a", "Raft"));
        var pieces = Enumerable.Range(0, 3_000).Select(i => string.Format(null, piece, i));
        Assert.NotNull(collection.Ids(string.Concat(pieces)));
    }
}
