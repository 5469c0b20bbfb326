using Search.Engine.Searching;

namespace Search.Tests.Searching;

public sealed class RecordIdTests
{
    [Fact]
    public void All_ids_are_listed_in_order_each_once()
    {
        using var collection = new Collection();
        collection.Import(Collection.Talk("b/2", "Two"), Collection.Interview("a", "One", [("q", "a"), ("r", "b")]));
        collection.Import("other", new(), Collection.Talk("é", "Three"), Collection.Talk("B", "Four"));
        Assert.Equal(["B", "a", "b/2", "é"], collection.Engine.Ids(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void What_was_removed_is_not_listed()
    {
        using var collection = new Collection(Collection.Talk("a", "One"), Collection.Talk("b", "Two"));
        collection.Import("test", new() { Prune = true }, Collection.Talk("b", "Two"));
        Assert.Equal(["b"], collection.Engine.Ids(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Highlights_of_a_record_do_not_depend_on_its_being_a_hit()
    {
        using var collection = new Collection(Collection.Talk("a", "One quorum"), Collection.Talk("b", "Two"));
        var record = collection.Engine.Find("a")!.Record;
        var request = new SearchRequest
        {
            Query = "quorum",
            Page = 3,
            Filter = new() { Topics = ["none"] },
        };
        Assert.Single(collection.Engine.Highlight(record, request, TestContext.Current.CancellationToken).Title);
    }
}
