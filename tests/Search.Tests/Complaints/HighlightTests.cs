using Search.Engine.Snippets;
using Search.Engine.Suggesting;
using Search.Tests.Suggesting;
using static Search.Tests.Collection;

namespace Search.Tests.Complaints;

/// <summary>What users of other engines complain of in highlights; the numbers are those of the page beside this.</summary>
public sealed class HighlightTests
{
    // 10
    [Theory]
    [InlineData("A &amp; B raft", "A &amp;amp; B <mark>raft</mark>")]
    [InlineData("<b>raft</b>", "&lt;b&gt;<mark>raft</mark>&lt;/b&gt;")]
    [InlineData("&lt;mark&gt; raft", "&amp;lt;mark&amp;gt; <mark>raft</mark>")]
    public void Whether_a_text_is_escaped_already_is_never_guessed(string title, string html)
    {
        using var collection = new Collection(Talk("a", title));
        var shown = collection.Search("raft").Hits[0].Title;
        Assert.Equal((title, html), (shown.Text, SnippetHtml.Of(shown.Text, shown.Ranges)));
    }

    // 11
    [Fact]
    public void A_phrase_is_marked_and_not_the_first_of_its_words() =>
        Assert.Equal("The state of [the log] in the cloud", Title("The state of the log in the cloud", "\"the log\""));

    // 12
    [Theory]
    [InlineData("A plan B for C++ and a c", "c++", "A plan B for [C++] and a c")]
    [InlineData("a b c raft", "raft a", "a b c [raft]")]
    [InlineData("R&D with R", "r", "R&D with [R]")]
    public void No_letter_is_marked_that_nobody_asked_for(string title, string query, string marked) =>
        Assert.Equal(marked, Title(title, query));

    // 13
    [Theory]
    [InlineData("Petï in Zürich", "peti", "[Petï] in Zürich")]
    [InlineData("Petï in Zürich", "zurich", "Petï in [Zürich]")]
    [InlineData("Cafe\u0301 culture", "café", "[Cafe\u0301] culture")]
    [InlineData("İstanbul meetup", "istanbul", "[İstanbul] meetup")]
    [InlineData("Die Straße", "strasse", "Die [Straße]")]
    [InlineData("😀 Łódź notes", "lodz", "😀 [Łódź] notes")]
    public void Accented_words_are_marked_to_their_last_letter(string title, string query, string marked) =>
        Assert.Equal(marked, Title(title, query));

    // 14
    [Fact]
    public void A_suggestion_marks_what_was_typed_and_a_hit_the_whole_word()
    {
        using var collection = new Collection(Talk("a", "Replication"));
        Assert.Equal("[Repl]ication", collection.Items(SuggestionKind.Talk, "repl")[0].Marked());
        Assert.Equal("[Replication]", Title("Replication", "repl*"));
    }

    // 15
    [Fact]
    public void A_whole_word_does_not_mark_longer_ones() =>
        Assert.Equal("[Log] logistics", Title("Log logistics", "log"));

    // 16
    [Fact]
    public void The_word_is_shown_as_it_stands_and_not_its_stem()
    {
        using var collection = new Collection(Talk("a", "Notes", "Universities are replicating databases."));
        var snippet = collection.Search("university replication database").Hits[0].Snippet;
        Assert.NotNull(snippet);
        Assert.Equal("[Universities] are [replicating] [databases].", Suggestions.Mark(snippet.Text, snippet.Ranges));
    }

    private static string Title(string title, string query)
    {
        using var collection = new Collection(Talk("a", title));
        var shown = collection.Search(query).Hits[0].Title;
        return Suggestions.Mark(shown.Text, shown.Ranges);
    }
}
