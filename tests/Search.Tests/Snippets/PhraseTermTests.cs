using Search.Engine.Analysis;
using Search.Engine.Snippets;

namespace Search.Tests.Snippets;

public sealed class PhraseTermTests
{
    [Fact]
    public void Words_at_one_position_are_alternatives()
    {
        var phrase = Phrase(("wifi", 0), ("wi-fi", 0), ("router", 1));
        Assert.Equal(["wifi", "wi-fi"], phrase.FirstForms);
        Assert.True(Stands(phrase, ("wi-fi", 7), ("router", 8)));
        Assert.True(Stands(phrase, ("wifi", 7), ("other", 8), ("router", 8)));
    }

    [Fact]
    public void A_gap_in_the_phrase_is_a_gap_in_the_text()
    {
        var phrase = Phrase(("log", 0), ("entry", 2));
        Assert.True(Stands(phrase, ("log", 3), ("of", 4), ("entry", 5)));
        Assert.False(Stands(phrase, ("log", 3), ("entry", 4)));
        Assert.False(Stands(phrase, ("log", 3), ("entry", 6)));
    }

    [Fact]
    public void The_range_spans_words_that_overlap_or_come_out_of_order()
    {
        var phrase = Phrase(("b", 0), ("a", 1));
        Token[] text = [new(4, 9, 0, "b", "b"), new(2, 6, 1, "a", "a")];
        Assert.True(phrase.StandsAt(text, 0, out var range));
        Assert.Equal(new HighlightRange(2, 9), range);
    }

    [Fact]
    public void A_reading_without_an_unstemmed_form_is_not_for_phrases()
    {
        var phrase = Phrase(("", 0), ("real", 0), ("time", 1));
        Assert.Equal(["real"], phrase.FirstForms);
        Assert.False(Stands(phrase, ("real", 0), ("", 1)));
        Assert.Null(PhraseTerm.Of(Tokens([("", 0)])));
    }

    [Fact]
    public void No_words_are_no_phrase()
    {
        Assert.Null(PhraseTerm.Of([]));
        Assert.Null(PhraseTerm.OfStems([]));
    }

    private static PhraseTerm Phrase(params (string Word, int Position)[] words) =>
        PhraseTerm.Of(Tokens(words)) ?? throw new InvalidOperationException("no phrase");

    private static bool Stands(PhraseTerm phrase, params (string Word, int Position)[] words) =>
        phrase.StandsAt(Tokens(words), 0, out _);

    private static Token[] Tokens((string Word, int Position)[] words) =>
        [.. words.Select(word => new Token(0, 1, word.Position, word.Word, word.Word))];
}
