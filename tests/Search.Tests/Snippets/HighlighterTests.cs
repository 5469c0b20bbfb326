using Search.Engine.Analysis;
using Search.Engine.Querying;
using Search.Engine.Snippets;

namespace Search.Tests.Snippets;

public sealed class HighlighterTests : IDisposable
{
    private readonly TextAnalysis analysis = new();

    public void Dispose() => analysis.Dispose();

    [Theory]
    [InlineData("replicate", "How logs are replicated", "replicated")]
    [InlineData("logs", "A log of Logs", "log|Logs")]
    [InlineData("cafe", "The Café", "Café")]
    [InlineData("peti", "Petï said", "Petï")]
    [InlineData("raft log", "The raft log", "raft|log")]
    [InlineData("foo-bar", "bar and foo", "bar|foo")]
    [InlineData("paxos", "nothing here", "")]
    [InlineData("paxos", "", "")]
    public void Words_match_by_their_stem_and_are_marked_whole(string query, string text, string marked) =>
        Assert.Equal(marked, Mark(text, Queries.Words(query)));

    [Theory]
    [InlineData("the raft", "the raft of the", "raft")]
    [InlineData("how to be", "to be or not", "to|be")]
    [InlineData("the", "the end", "the")]
    public void Stop_words_are_marked_only_when_there_is_nothing_else(string query, string text, string marked) =>
        Assert.Equal(marked, Mark(text, Queries.Words(query)));

    [Fact]
    public void A_required_stop_word_is_marked_beside_other_words()
    {
        var query = new ParsedQuery("", [new(new WordNode("the"), true), new(new WordNode("raft"), false)], [], [], []);
        Assert.Equal("The|raft", Mark("The raft", query));
    }

    [Fact]
    public void The_stop_words_inside_a_required_word_are_not_marked() =>
        Assert.Equal("state|art", Mark("the state of the art", Queries.Required("state-of-the-art")));

    [Fact]
    public void Stop_words_beside_a_prefix_are_not_marked() =>
        Assert.Equal("raft", Mark("the raft", Queries.Of(new WordNode("the"), new PrefixNode("ra"))));

    [Theory]
    [InlineData("the log", "the store and the log, the logs", "the log")]
    [InlineData("to be or not", "Be it to be or not to be", "to be or not")]
    [InlineData("raft log", "raft logs", "")]
    [InlineData("raft log", "raft: log!", "raft: log")]
    [InlineData("raft log", "log raft", "")]
    [InlineData("a a", "a a a", "a a a")]
    [InlineData("consensus", "Consensus at last", "Consensus")]
    [InlineData("???", "what ???", "")]
    public void A_phrase_is_marked_as_one_where_it_stands_whole(string phrase, string text, string marked) =>
        Assert.Equal(marked, Mark(text, Queries.Phrase(phrase)));

    [Fact]
    public void A_phrase_does_not_run_over_the_border_of_two_parts() =>
        Assert.Equal("", Mark($"raft{PartGapFilter.Separator}log", Queries.Phrase("raft log")));

    [Fact]
    public void A_word_that_is_also_in_a_phrase_is_marked_everywhere() =>
        Assert.Equal(
            "raft log|raft",
            Mark("raft log, raft", Queries.Of(new PhraseNode("raft log"), new WordNode("raft")))
        );

    [Theory]
    [InlineData("con", "Consensus is a con", "Consensus|con")]
    [InlineData("CAF", "cafés", "cafés")]
    [InlineData("foo-ba", "foo bars", "foo|bars")]
    [InlineData("replicat", "replica", "")]
    public void A_prefix_marks_the_words_that_begin_with_it_whole(string prefix, string text, string marked) =>
        Assert.Equal(marked, Mark(text, Queries.Of(new PrefixNode(prefix))));

    [Fact]
    public void A_plain_word_does_not_mark_what_only_begins_with_it() =>
        Assert.Equal("", Mark("consensus", Queries.Words("con")));

    [Fact]
    public void A_fuzzy_word_marks_what_is_within_its_edits() =>
        Assert.Equal("Paxos|paxso", Mark("Paxos, paxso, praxis", Queries.Of(new FuzzyNode("paxos", 1))));

    [Fact]
    public void What_the_query_excludes_is_not_marked() =>
        Assert.Equal("raft", Mark("raft paxos", Queries.Words("raft").Without(new WordNode("paxos"))));

    [Fact]
    public void Words_in_groups_are_marked()
    {
        var group = new AnyNode([new WordNode("raft"), new AllNode([new WordNode("log"), new PhraseNode("at rest")])]);
        Assert.Equal("log|at rest|raft", Mark("log at rest of raft", Queries.Of(group)));
    }

    [Theory]
    [InlineData(QueryField.Title, "raft|log")]
    [InlineData(QueryField.All, "log")]
    [InlineData(QueryField.Speaker, "log")]
    public void A_word_of_one_field_is_marked_in_that_field_only(QueryField field, string marked)
    {
        var query = Queries.Of(new WordNode("raft", QueryField.Title), new WordNode("log"));
        Assert.Equal(marked, Mark("raft log", query, field));
    }

    [Fact]
    public void The_same_word_may_be_asked_of_one_field_and_of_all()
    {
        var query = Queries.Of(new WordNode("raft", QueryField.Title), new WordNode("rafts"));
        Assert.Equal("raft", Mark("raft", query, QueryField.Topic));
    }

    [Theory]
    [InlineData("speaker")]
    [InlineData("phrase")]
    [InlineData("prefix")]
    [InlineData("fuzzy")]
    public void Nodes_of_every_kind_keep_to_their_field(string kind)
    {
        QueryNode node = kind switch
        {
            "phrase" => new PhraseNode("ada", QueryField.Speaker),
            "prefix" => new PrefixNode("ad", QueryField.Speaker),
            "fuzzy" => new FuzzyNode("adda", 1, QueryField.Speaker),
            _ => new WordNode("ada", QueryField.Speaker),
        };
        Assert.Equal("Ada", Mark("Ada", Queries.Of(node), QueryField.Speaker));
        Assert.Equal("", Mark("Ada", Queries.Of(node), QueryField.All));
    }

    [Fact]
    public void Overlapping_bigrams_of_ideographs_become_one_range() =>
        Assert.Equal("分散合意", Mark("高速な分散合意です", Queries.Words("分散合意")));

    [Theory]
    [InlineData("log", "logs👍🏽", "logs")]
    [InlineData("e", "e\u0301\u0323 x", "e\u0301\u0323")]
    [InlineData("raft", "🇩🇪raft", "raft")]
    public void Ranges_end_at_borders_of_graphemes(string query, string text, string marked)
    {
        // Prefixes, since accents that stand alone may or may not be folded.
        Assert.Equal(marked, Mark(text, Queries.Of(new PrefixNode(query))));
    }

    [Fact]
    public void An_accent_that_stands_apart_from_its_word_is_marked_with_it()
    {
        var ranges = new List<HighlightRange> { new(0, 3) };
        Highlighter.WidenToGraphemes("log\u0301 x", ranges);
        Assert.Equal([new HighlightRange(0, 4)], ranges);
    }

    [Fact]
    public void Tokens_that_overlap_or_come_out_of_order_give_matches_in_order()
    {
        var terms = HighlightTerms.Of(Queries.Words("raft log"), analysis);
        Token[] tokens = [new(4, 9, 0, "raft", "raft"), new(4, 6, 0, "log", "log"), new(2, 5, 0, "log", "log")];
        Assert.Equal([new(2, 5, 1), new(4, 9, 0), new(4, 6, 1)], terms.Matches(tokens, 9, QueryField.All));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(2, 10)]
    public void Tokens_that_lie_outside_the_text_are_passed_over(int start, int end)
    {
        var terms = HighlightTerms.Of(Queries.Words("raft"), analysis);
        Assert.Empty(terms.Matches([new Token(start, end, 0, "raft", "raft")], 9, QueryField.All));
    }

    [Fact]
    public void Added_stems_and_phrases_are_marked_too()
    {
        var terms = HighlightTerms.Of(Queries.Words("k8s"), analysis);
        terms.AddStem("kubernet");
        terms.AddStems(["contain", "platform"]);
        terms.AddPhrase("the ship");
        const string text = "Kubernetes, the ship: container platforms, the ships";
        Assert.Equal("Kubernetes|the ship|container platforms", Mark(text, terms, QueryField.All));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_weight_that_is_none_counts_one(float weight) =>
        Assert.Equal(1, HighlightTerms.Of(Queries.Words("raft"), analysis, _ => weight).Weight(0));

    [Fact]
    public void The_empty_query_marks_nothing() => Assert.Equal("", Mark("raft", ParsedQuery.Empty));

    private string Mark(string text, ParsedQuery query, QueryField field = QueryField.All) =>
        Mark(text, HighlightTerms.Of(query, analysis), field);

    private static string Mark(string text, HighlightTerms terms, QueryField field) =>
        string.Join('|', Highlighter.Ranges(text, terms, field).Select(range => text[range.Start..range.End]));
}
