using Search.Engine.Suggesting;
using static Search.Tests.Collection;

namespace Search.Tests.Suggesting;

public sealed class TitleSuggestionTests
{
    [Theory]
    [InlineData("k")]
    [InlineData("kube")]
    [InlineData("KUBE")]
    [InlineData("kubernetes")]
    [InlineData("for people")]
    [InlineData("people for")]
    [InlineData("people kubernetes f")]
    [InlineData("kubernetes ")]
    public void A_title_is_found_by_its_words_in_any_order_the_last_one_unfinished(string typed)
    {
        using var collection = new Collection(Talk("a", "Kubernetes for People"), Talk("b", "Something Else"));
        Assert.Equal(["Kubernetes for People"], collection.Suggest(SuggestionKind.Talk, typed));
    }

    [Theory]
    [InlineData("kube ")]
    [InlineData("kube\u3000")]
    [InlineData("kube people")]
    public void A_word_that_is_complete_is_no_beginning_of_another(string typed)
    {
        using var collection = new Collection(Talk("a", "Kubernetes for People"));
        Assert.Empty(collection.Suggest(SuggestionKind.Talk, typed));
    }

    [Fact]
    public void Titles_that_begin_as_typed_come_first_then_the_newest()
    {
        using var collection = new Collection(
            Talk("a", "Inside Raft", date: "2024"),
            Talk("b", "Raft in Production", date: "2019"),
            Talk("c", "Raft Explained", date: "2020"),
            Talk("d", "What Raft Is Not", date: "2021"),
            Talk("e", "Raft Undated")
        );
        Assert.Equal(
            ["Raft Explained", "Raft in Production", "Raft Undated", "Inside Raft", "What Raft Is Not"],
            collection.Suggest(SuggestionKind.Talk, "raf")
        );
    }

    [Fact]
    public void A_title_that_begins_with_the_words_in_order_comes_before_one_that_only_has_them()
    {
        using var collection = new Collection(
            Talk("a", "Learning about a Machine", date: "2024"),
            Talk("b", "Machine Learning", date: "2001")
        );
        Assert.Equal(
            ["Machine Learning", "Learning about a Machine"],
            collection.Suggest(SuggestionKind.Talk, "machine lea")
        );
    }

    [Fact]
    public void Talks_and_interviews_stand_apart_with_id_and_address()
    {
        using var collection = new Collection(
            Talk("relay/1", "Quorums") with
            {
                Url = "https://talks.example.org/1",
            },
            Interview("relay/2", "On Quorums", [("Why?", "So.")])
        );
        var talk = Assert.Single(collection.Items(SuggestionKind.Talk, "quo"));
        Assert.Equal(("relay/1", "https://talks.example.org/1", (int?)null), (talk.Id, talk.Url, talk.TotalHits));
        var interview = Assert.Single(collection.Items(SuggestionKind.Interview, "quo"));
        Assert.Equal(("relay/2", null), (interview.Id, interview.Url));
    }

    [Fact]
    public void Of_titles_that_read_alike_only_the_newest_is_suggested()
    {
        using var collection = new Collection(
            Talk("a", "Lightning Talks", speakers: ["A"], date: "2019"),
            Talk("b", "Lightning talks!", speakers: ["B"], date: "2021"),
            Talk("c", "Lightning Strikes", speakers: ["C"], date: "2001")
        );
        Assert.Equal(["b", "c"], collection.Items(SuggestionKind.Talk, "light").Select(item => item.Id));
    }

    [Fact]
    public void No_more_than_the_limit_are_suggested()
    {
        using var collection = new Collection(
            Enumerable.Range(1, 40).Select(n => Talk($"t{n}", $"Title {n}", date: $"{1970 + n}"))
        );
        Assert.Equal(
            ["Title 40", "Title 39", "Title 38"],
            collection.Suggest(SuggestionKind.Talk, "ti", request => request with { Limit = 3 })
        );
        Assert.Equal(20, collection.Suggest(SuggestionKind.Talk, "ti", request => request with { Limit = 20 }).Count);
    }

    [Theory]
    [InlineData("siobhan")]
    [InlineData("Siobhán")]
    [InlineData("SIOBHA\u0301N")]
    [InlineData("o'dwy")]
    [InlineData("O’Dwyer")]
    [InlineData("dwyer")]
    [InlineData("lukasz")]
    [InlineData("strasse")]
    [InlineData("dont")]
    [InlineData("don't")]
    [InlineData("don")]
    [InlineData("c#")]
    [InlineData("c++")]
    [InlineData("node.j")]
    [InlineData("net")]
    public void Case_accents_and_apostrophes_do_not_matter(string typed)
    {
        const string title = "Siobhán O'Dwyer, Łukasz, Straße, Don’t, C#, C++, Node.js, .NET";
        using var collection = new Collection(Talk("a", title));
        Assert.Equal([title], collection.Suggest(SuggestionKind.Talk, typed));
    }

    [Theory]
    [InlineData("全")]
    [InlineData("文検")]
    [InlineData("検索 ")]
    [InlineData("全文検索入門の手")]
    [InlineData("全文検索入門の手引き")]
    [InlineData("lucene")]
    [InlineData("Luceneで")]
    [InlineData("쿠버")]
    [InlineData("쿱")]
    [InlineData("쿠버네티스 ")]
    public void Words_without_spaces_between_are_found_from_any_place(string typed)
    {
        const string title = "Luceneで全文検索入門の手引き 쿠버네티스를 위한";
        using var collection = new Collection(Talk("a", title));
        Assert.Equal([title], collection.Suggest(SuggestionKind.Talk, typed));
    }

    [Fact]
    public void A_title_without_words_is_never_suggested_and_does_no_harm()
    {
        using var collection = new Collection(Talk("a", "???"), Talk("b", "Why?"));
        Assert.Equal(["Why?"], collection.Suggest(SuggestionKind.Talk, "w"));
    }
}
