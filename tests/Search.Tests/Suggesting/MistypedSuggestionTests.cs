using CsCheck;
using Search.Engine.Snippets;
using Search.Engine.Suggesting;
using static Search.Tests.Collection;

namespace Search.Tests.Suggesting;

public sealed class MistypedSuggestionTests
{
    private static readonly Gen<string> Word = Gen.Char["abc"].Array[1, 7].Select(letters => new string(letters));

    [Theory]
    [InlineData("kybe", "[Kube]rnetes")] // one wrong
    [InlineData("kbue", "[Kube]rnetes")] // two exchanged
    [InlineData("kber", "[Kuber]netes")] // one left out
    [InlineData("kuube", "[Kube]rnetes")] // one too many
    [InlineData("jube", "[Kube]rnetes")] // the first one
    [InlineData("ubern", "[Kubern]etes")]
    [InlineData("kuberntse", "[Kubernetes]")] // two from the eighth on
    [InlineData("kuberntes ", "[Kubernetes]")]
    public void From_the_fourth_letter_on_one_may_be_wrong_from_the_eighth_two(string typed, string marked)
    {
        using var collection = new Collection(Talk("a", "Kubernetes"));
        Assert.Equal([marked], collection.Items(SuggestionKind.Talk, typed).Select(item => item.Marked()));
    }

    [Theory]
    [InlineData("kyb")]
    [InlineData("kybx")]
    [InlineData("kubxrnx")]
    [InlineData("kubernxxx")]
    [InlineData("kuberne ")]
    public void No_more_letters_may_be_wrong(string typed)
    {
        using var collection = new Collection(Talk("a", "Kubernetes"));
        Assert.Empty(collection.Suggest(SuggestionKind.Talk, typed));
    }

    [Theory]
    [InlineData("2019", "2018")]
    [InlineData("全文検索", "全文検字")]
    public void Numbers_and_ideographs_are_never_taken_for_others(string typed, string title)
    {
        using var collection = new Collection(Talk("a", title));
        Assert.Empty(collection.Suggest(SuggestionKind.Talk, typed));
    }

    [Fact]
    public void What_fits_exactly_comes_first()
    {
        using var collection = new Collection(
            Talk("a", "Test Once", date: "2001"),
            Talk("b", "Text Twice", date: "2024"),
            Talk("c", "Best of All", date: "2024")
        );
        Assert.Equal("Test Once", collection.Suggest(SuggestionKind.Talk, "test")[0]);
        Assert.Equal(3, collection.Suggest(SuggestionKind.Talk, "test").Count);
    }

    [Fact]
    public void Where_enough_fits_exactly_nothing_else_is_suggested()
    {
        using var collection = new Collection(Talk("a", "Test Once"), Talk("b", "Test Twice"), Talk("c", "Text"));
        Assert.DoesNotContain("Text", collection.Suggest(SuggestionKind.Talk, "test"));
    }

    [Fact]
    public void Only_the_word_that_nobody_knows_is_taken_for_another()
    {
        using var collection = new Collection(Talk("a", "Python Testing"), Talk("b", "Python Nesting"));
        Assert.Equal(["[Python] [Testing]"], Marked(collection, "testing pyhton"));
    }

    [Fact]
    public void When_all_words_are_known_and_never_together_each_may_be_mistyped()
    {
        using var collection = new Collection(Talk("a", "Form Validation"), Talk("b", "Messages From Django"));
        Assert.Equal(["Messages [From] [Django]"], Marked(collection, "form django"));
    }

    [Fact]
    public void Near_words_are_those_that_the_distance_says() =>
        Gen.Select(Word.Array[1, 40], Word, Gen.Bool, Gen.Int[1, 2])
            .Sample(
                (words, typed, asPrefix, edits) =>
                {
                    var list = new WordList([.. words.Distinct().Order(StringComparer.Ordinal)]);
                    var near = MistypedWords
                        .Near(list, typed, asPrefix, edits)
                        .SelectMany(range => Enumerable.Range(range.Low, range.High - range.Low));
                    var expected = Enumerable
                        .Range(0, list.Count)
                        .Where(number => Distance(list[number].ToString(), typed, asPrefix, edits) <= edits);
                    Assert.Equal(expected, near);
                },
                iter: 5_000
            );

    private static int Distance(string word, string typed, bool asPrefix, int limit) =>
        Enumerable
            .Range(0, word.Length + 1)
            .Where(length => asPrefix || length == word.Length)
            .Min(length => EditDistance.Of(Letters(typed), Letters(word[..length]), limit));

    private static int[] Letters(string text) => [.. text.Select(letter => (int)letter)];

    private static IEnumerable<string> Marked(Collection collection, string typed) =>
        collection.Items(SuggestionKind.Talk, typed).Select(item => item.Marked());
}
