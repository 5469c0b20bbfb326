using System.Text;
using Search.Engine.Analysis;
using Search.Engine.Querying;
using Search.Engine.Snippets;

namespace Search.Tests.Snippets;

public sealed class SnippetMakerTests : IDisposable
{
    private const string Sentences =
        "Clocks drift. Nodes fail often and for many reasons. A log keeps the order of what happened. "
        + "We then show how raft elects a leader. Its log is the truth of the raft group. Thanks go to all of you for coming.";

    private readonly TextAnalysis analysis = new();

    public void Dispose() => analysis.Dispose();

    [Fact]
    public void A_short_text_is_shown_whole() =>
        Assert.Equal("One. [Raft]. Three.", Make("One. Raft. Three.", "raft", 30));

    [Fact]
    public void A_text_that_is_a_little_too_long_is_shown_whole() =>
        Assert.Equal(Filler(11) + " [raft]", Make(Filler(11) + " raft", "raft", 10));

    [Fact]
    public void A_window_of_whole_sentences_has_no_ellipsis() =>
        Assert.Equal(
            "We then show how [raft] elects a leader. Its [log] is the truth of the [raft] group.",
            Make(Sentences, "raft log", 16)
        );

    [Fact]
    public void A_text_that_matched_elsewhere_shows_its_first_sentences() =>
        Assert.Equal("Clocks drift. Nodes fail often and for many reasons.", Make(Sentences, "paxos", 10));

    [Fact]
    public void A_long_first_sentence_is_cut_at_a_word()
    {
        var text =
            "Nodes fail for reasons of which we know only a few, and this sentence does not end before the limit.";
        Assert.Equal("Nodes fail for reasons of which…", Make(text, "paxos", 6));
    }

    [Fact]
    public void More_different_terms_win_over_more_matches()
    {
        var text = $"Raft raft raft raft raft. {Filler(40)} Raft has a log. {Filler(40)}";
        Assert.Contains("[Raft] has a [log]", Make(text, "raft log", 10), StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_near_each_other_win_over_terms_far_apart()
    {
        var text = $"Raft {Filler(6)} log. {Filler(40)} Raft log. {Filler(40)}";
        Assert.Contains("[Raft] [log]", Make(text, "raft log", 10), StringComparison.Ordinal);
    }

    [Fact]
    public void More_matches_win_over_fewer()
    {
        var text = $"One raft here. {Filler(40)}. Raft, raft and raft. {Filler(40)}";
        Assert.Contains("[Raft], [raft] and [raft]", Make(text, "raft", 8), StringComparison.Ordinal);
    }

    [Fact]
    public void The_start_of_a_sentence_wins_over_its_middle()
    {
        var text = $"Start {Filler(40)} raft {Filler(40)}. Then raft {Filler(40)}";
        Assert.StartsWith("Then [raft]", Make(text, "raft", 8), StringComparison.Ordinal);
    }

    [Fact]
    public void The_earlier_of_equal_windows_wins()
    {
        var text = $"{Filler(30)} First raft here. {Filler(60)} Other raft here. {Filler(30)}";
        Assert.Contains("First [raft]", Make(text, "raft", 10), StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_that_tells_more_wins()
    {
        var text = $"A system here. {Filler(40)} Paxos here. {Filler(40)}";
        var query = Queries.Words("system paxos");
        Assert.Contains("[system]", Make(text, HighlightTerms.Of(query, analysis), 8), StringComparison.Ordinal);
        var weighted = HighlightTerms.Of(query, analysis, stem => stem == "paxo" ? 6 : 1);
        Assert.Contains("[Paxos]", Make(text, weighted, 8), StringComparison.Ordinal);
    }

    [Fact]
    public void A_phrase_wins_over_its_words()
    {
        var text = $"A log of raft. {Filler(40)} Raft log. {Filler(40)}";
        var terms = HighlightTerms.Of(Queries.Of(new WordNode("raft"), new PhraseNode("raft log")), analysis);
        Assert.Contains("[Raft log]", Make(text, terms, 8), StringComparison.Ordinal);
    }

    [Fact]
    public void A_match_deep_in_a_long_sentence_is_shown_between_ellipses()
    {
        var snippet = Make($"Start {Filler(50)} raft {Filler(50)} end.", "raft", 10);
        Assert.Matches("^…word (word )?\\[raft\\] (word )+word…$", snippet);
    }

    [Fact]
    public void A_match_at_the_end_is_shown_with_what_stands_before_it()
    {
        var snippet = Make($"{Filler(60)} ends with raft", "raft", 10);
        Assert.Matches("^…(word ){7}ends with \\[raft\\]$", snippet);
    }

    [Fact]
    public void A_short_last_sentence_brings_the_sentence_before_it()
    {
        var text = $"{Filler(40)}. Before it there is this one. We use raft.";
        Assert.Equal("Before it there is this one. We use [raft].", Make(text, "raft", 10));
    }

    [Fact]
    public void A_sentence_is_cut_rather_than_a_match_left_out()
    {
        var text = $"Raft {Filler(5)}. The log {Filler(20)}.";
        Assert.Equal($"[Raft] {Filler(5)}. The [log] word word…", Make(text, "raft log", 10));
    }

    [Fact]
    public void A_very_short_last_sentence_brings_the_end_of_a_long_one() =>
        Assert.Equal(
            "…word word word word word word end. Use [raft].",
            Make($"{Filler(40)} end. Use raft.", "raft", 9)
        );

    [Fact]
    public void Paragraphs_and_line_ends_become_one_space_and_ranges_move_along() =>
        Assert.Equal(
            "One [raft] two [raft log] three",
            Make(
                " One\r\nraft\n\n\ttwo  raft\n log\u00A0three\n",
                Queries.Of(new WordNode("raft"), new PhraseNode("raft log")),
                30
            )
        );

    [Theory]
    [InlineData("a\u0001b \0raft\u001B", "ab [raft]")]
    [InlineData("\u202Eevil raft \u202C \u2066x\u2069", "evil [raft] x")]
    [InlineData("raft \u202E", "[raft]")]
    public void Control_characters_and_overrides_are_left_out(string text, string snippet) =>
        Assert.Equal(snippet, Make(text, "raft", 30));

    // Not as data of a theory: attributes are stored as UTF-8, which has no half pairs.
    [Fact]
    public void Half_surrogate_pairs_are_replaced_even_when_they_come_together()
    {
        Assert.Equal("x\uFFFD [raft] \uFFFDy", Make("x\uD83D raft \uDE00y", "raft", 30));
        Assert.Equal("\uFFFD\uFFFD [raft]", Make("\uD83D\u0001\uDE00 raft", "raft", 30));
    }

    [Fact]
    public void Accents_that_come_together_when_something_between_is_left_out_are_marked_whole() =>
        Assert.Equal("[raft\u0301]", Make("raft\u0001\u0301", Queries.Of(new PrefixNode("raft")), 30));

    [Theory]
    [InlineData(", is the author of raft", "is the author of [raft]")]
    [InlineData(") - raft", "[raft]")]
    [InlineData("• raft", "[raft]")]
    [InlineData("…and raft", "and [raft]")]
    [InlineData("...and raft", "and [raft]")]
    [InlineData("(see raft)", "(see [raft])")]
    [InlineData("\"So raft\"", "\"So [raft]\"")]
    [InlineData("--help raft", "--help [raft]")]
    [InlineData(".NET raft", ".NET [raft]")]
    [InlineData("<b>raft", "<b>[raft]")]
    [InlineData("?!", "?!")]
    public void A_snippet_does_not_start_with_stray_punctuation(string text, string snippet) =>
        Assert.Equal(snippet, Make(text, "raft", 30));

    [Fact]
    public void Nothing_hangs_before_the_ellipsis()
    {
        var snippet = Make(
            "Nodes fail for reasons, (which we know only a few of) and this sentence does not end here.",
            "paxos",
            4
        );
        Assert.Equal("Nodes fail for reasons…", snippet);
    }

    [Fact]
    public void A_phrase_that_is_cut_is_not_marked_in_part()
    {
        var text = $"Raft order. {string.Join(' ', Enumerable.Repeat("word", 4))} raft log {Filler(60)}";
        var query = Queries.Of(new WordNode("order"), new PhraseNode("raft log"));
        var terms = HighlightTerms.Of(query, analysis, stem => stem == "order" ? 9 : 1);
        Assert.Equal("Raft [order]. word word word word raft…", Make(text, terms, 7));
    }

    [Fact]
    public void A_phrase_longer_than_the_snippet_is_marked_as_far_as_it_shows()
    {
        var phrase = "one leader after the other leader";
        Assert.Equal("[one leader]…", Make($"{phrase} {Filler(20)}", Queries.Phrase(phrase), 2));
    }

    [Fact]
    public void A_text_without_spaces_is_cut_around_its_match()
    {
        var text = new string('高', 500) + "分散合意" + new string('速', 500);
        var snippet = Make(text, "分散合意", 10);
        Assert.Contains("[分散合意]", snippet, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, 20, 50);
        Assert.StartsWith("…高", snippet, StringComparison.Ordinal);
        Assert.EndsWith("速…", snippet, StringComparison.Ordinal);
    }

    [Fact]
    public void Ideographic_sentences_are_shown_whole()
    {
        var text = new string('高', 60) + "。分散合意は速いです。" + new string('速', 60) + "。";
        Assert.Equal("[分散合意]は速いです。", Make(text, "分散合意", 4));
    }

    [Fact]
    public void A_word_of_a_megabyte_is_cut()
    {
        var snippet = Make(new string('x', 1_000_000), "raft", 30);
        Assert.InRange(snippet.Length, 100, 300);
        Assert.EndsWith("x…", snippet, StringComparison.Ordinal);
    }

    [Fact]
    public void A_url_is_not_cut_when_it_can_be_shown()
    {
        const string url = "https://example.org/a/rather/long/path/that/goes/on?and=on&and=on";
        var text = $"{Filler(12)} see {url} for raft {Filler(60)}";
        Assert.All(Enumerable.Range(2, 30), words => AssertWhole(Make(text, "raft", words)));

        static void AssertWhole(string snippet) =>
            Assert.DoesNotContain("on", snippet.Replace(url, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_grapheme_of_a_megabyte_does_not_make_a_snippet_of_a_megabyte()
    {
        // Without words to look for, so that it measures the cut and not the analysis.
        var snippet = Make("a" + new string('\u0301', 1_000_000) + " raft", ParsedQuery.Empty, 30);
        Assert.InRange(snippet.Length, 1, 400);
    }

    [Fact]
    public void An_endless_grapheme_is_not_cut_within_a_surrogate_pair()
    {
        // Prepended signs take the next character along, whole or not.
        var text = string.Concat(Enumerable.Repeat(new string('\u0600', 63) + "👩", 50));
        Assert.All(
            Enumerable.Range(1, 40),
            words => Assert.DoesNotContain(Rune.ReplacementChar, Make(text, "raft", words).EnumerateRunes())
        );
    }

    [Fact]
    public void A_long_text_with_a_match_everywhere_is_fast_enough_to_test()
    {
        var text = string.Concat(Enumerable.Repeat("raft log raft log and ", 50_000));
        Assert.StartsWith("[raft] [log] [raft] [log] and", Make(text, "raft log", 30), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_nothing_visible_gives_an_empty_snippet()
    {
        Assert.Equal("", Make("", "raft", 30));
        Assert.Equal("", Make(" \n\u0001\u202E ", "raft", 30));
    }

    [Fact]
    public void Words_of_another_field_are_not_marked() =>
        Assert.Equal("raft", Make("raft", Queries.Of(new WordNode("raft", QueryField.Title)), 30));

    [Fact]
    public void The_field_is_named() => Assert.Equal("intro", SnippetMaker.Make("intro", "x", Terms("x"), 5).Field);

    [Fact]
    public void A_snippet_has_at_least_one_word() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SnippetMaker.Make("intro", "x", Terms("x"), 0));

    private static string Filler(int words) => string.Join(' ', Enumerable.Repeat("word", words));

    private HighlightTerms Terms(string words) => HighlightTerms.Of(Queries.Words(words), analysis);

    private string Make(string text, string query, int words) => Make(text, Terms(query), words);

    private string Make(string text, ParsedQuery query, int words) =>
        Make(text, HighlightTerms.Of(query, analysis), words);

    // The snippet with its matches in brackets.
    private static string Make(string text, HighlightTerms terms, int words)
    {
        var snippet = SnippetMaker.Make("abstract", text, terms, words);
        var marked = snippet.Text;
        foreach (var range in snippet.Ranges.Reverse())
            marked = marked.Insert(range.End, "]").Insert(range.Start, "[");
        return marked;
    }
}
