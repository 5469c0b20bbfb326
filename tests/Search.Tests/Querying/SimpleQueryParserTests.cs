using Search.Engine.Documents;
using Search.Engine.Querying;

namespace Search.Tests.Querying;

public sealed class SimpleQueryParserTests
{
    [Theory]
    [InlineData("a or b and not c", "a or b and not c")]
    [InlineData("a|b", "a | b")]
    [InlineData("a||b", "a | b")]
    [InlineData("a | | b OR OR c", "a | b | c")]
    [InlineData("a | (b | (c | d))", "a | b | c | d")]
    [InlineData("a OR AND b", "a | b")]
    [InlineData("OR a", "or a")]
    [InlineData("a AND", "a and")]
    [InlineData("(OR)", "or")]
    [InlineData("NOT", "not")]
    [InlineData("NOT NOT a", "not -a")]
    [InlineData("a OR (b c | d) e", "a | (b c | d) e")]
    [InlineData("| a |", "a")]
    [InlineData("+a | b", "a | b")]
    [InlineData("+OR", "+or")]
    public void Operators_join_what_stands_on_both_sides_and_are_words_elsewhere(string typed, string readAs) =>
        Assert.Equal(readAs, SimpleQueryParser.Parse(typed).ToString());

    [Theory]
    [InlineData("-(a -b)", "-b -a")]
    [InlineData("a | -b", "a -b")]
    [InlineData("((a -b) | c) d", "a | c d -b")]
    [InlineData("title:(a -b)", "title:a -title:b")]
    [InlineData("NOT (a b)", "-(a b)")]
    [InlineData("NOT -a", "-a")]
    [InlineData("a -", "a")]
    [InlineData("a -\"\" b", "a b")]
    [InlineData("NOT --flag", "NOT --flag")]
    [InlineData("-(1)", "NOT 1")]
    [InlineData("-speaker:(ann lee)", "-(speaker:ann speaker:lee)")]
    [InlineData("-2017", "-2017")]
    [InlineData("NOT \"machine lear", "-\"machine lear\"")]
    public void An_exclusion_restricts_the_whole_query_wherever_it_stands(string typed, string readAs) =>
        Assert.Equal(readAs, SimpleQueryParser.Parse(typed).ToString());

    [Theory]
    [InlineData("+a", true)]
    [InlineData("\"a b\"", true)]
    [InlineData("title:a", true)]
    [InlineData("title:ab*", true)]
    [InlineData("a | b", true)]
    [InlineData("+(1)", true)]
    [InlineData("a", false)]
    [InlineData("ab*", false)]
    [InlineData("a~1", false)]
    [InlineData("(a)", false)]
    public void A_clause_is_required_when_it_was_asked_for_expressly(string typed, bool required) =>
        Assert.Equal(required, Assert.Single(SimpleQueryParser.Parse(typed).Clauses).Required);

    [Theory]
    [InlineData("abcde~", 1)]
    [InlineData("abcdef~", 2)]
    [InlineData("a~1", 1)]
    [InlineData("a~2", 2)]
    [InlineData("a~9", 2)]
    [InlineData("a~99", 2)]
    public void A_tilde_behind_a_word_allows_edits(string typed, int edits) =>
        Assert.Equal(edits, Assert.IsType<FuzzyNode>(Assert.Single(SimpleQueryParser.Parse(typed).Clauses).Node).Edits);

    [Theory]
    [InlineData("word~0", "word")]
    [InlineData("word~123", "word~123")]
    [InlineData("word~0.8", "word~0.8")]
    public void Other_tildes_make_a_word(string typed, string text) =>
        Assert.Equal(new WordNode(text), Assert.Single(SimpleQueryParser.Parse(typed).Clauses).Node);

    [Theory]
    [InlineData("title:(a speaker:b)", "title:a speaker:b")]
    [InlineData("TITLE:a", "title:a")]
    [InlineData("+title:a", "title:a")]
    [InlineData("title:-a", "title:-a")]
    [InlineData("title:/a", "title:a")]
    [InlineData("title:\"a b", "title:a b")]
    [InlineData("subtitle:a", "subtitle:a")]
    [InlineData("title:foo:bar", "title:foo:bar")]
    [InlineData("title:a|b", "title:a | b")]
    public void A_field_holds_for_what_follows_its_colon(string typed, string readAs) =>
        Assert.Equal(readAs, SimpleQueryParser.Parse(typed).ToString());

    [Theory]
    [InlineData("kind:talk", "kind:talk")]
    [InlineData("KIND:Interview,", "kind:interview")]
    [InlineData("kind:talk|interview", "kind:talk | kind:interview")]
    [InlineData("kind:(talk OR interview)", "kind:talk | kind:interview")]
    [InlineData("kind:\"talk\"", "kind:talk")]
    [InlineData("-(kind:talk | year:2017)", "-kind:talk -year:2017")]
    [InlineData("year:2017 | (year:2018 | 2019)", "year:2017 | year:2018 | year:2019")]
    [InlineData("year:2017..2017", "year:2017")]
    [InlineData("year:2019..2017", "year:2019..2017")]
    [InlineData("year:", "year:")]
    [InlineData("kind:pod*", "kind:pod*")]
    [InlineData("kind:(pod*)", "pod*")]
    [InlineData("a kind:talk b", "a b kind:talk")]
    public void Kinds_and_years_become_filters_or_stay_words(string typed, string readAs) =>
        Assert.Equal(readAs, SimpleQueryParser.Parse(typed).ToString());

    [Fact]
    public void A_kind_that_there_is_not_is_a_word() =>
        Assert.Equal(new WordNode("kind:podcast"), Assert.Single(SimpleQueryParser.Parse("kind:podcast").Clauses).Node);

    [Fact]
    public void Filters_carry_their_values()
    {
        var filters = SimpleQueryParser.Parse("-kind:talk year:2017.. | year:..2010").Filters;
        Assert.Equal(new KindFilter("-kind:talk", RecordKind.Talk, Excluded: true), filters[0]);
        var years = Assert.IsType<AnyFilter>(filters[1]).Alternatives.Cast<YearFilter>().Select(filter => filter.Years);
        Assert.Equal([new YearRange(2017, 9999), new YearRange(1, 2010)], years);
    }

    [Fact]
    public void Trailing_punctuation_stays_in_a_word() =>
        Assert.Equal(
            [new WordNode("Paxos,"), new WordNode("or"), new WordNode("Raft?")],
            SimpleQueryParser.Parse("Paxos, or Raft?").Clauses.Select(clause => clause.Node)
        );

    [Theory]
    [InlineData("a\u3000b")]
    [InlineData("a\u00A0b")]
    [InlineData("a\0b")]
    [InlineData("a\u200Bb")]
    [InlineData("a\r\nb")]
    [InlineData("a\u2028b")]
    public void All_kinds_of_white_space_and_control_characters_separate_words(string typed) =>
        Assert.Equal("a b", SimpleQueryParser.Parse(typed).ToString());

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.Equal("a\uFFFD b", SimpleQueryParser.Parse("a\uD83E b").Text);

    [Fact]
    public void The_text_stays_as_it_was_typed() =>
        Assert.Equal("  Some  “Text” ", SimpleQueryParser.Parse("  Some  “Text” ").Text);

    [Fact]
    public void Queries_are_equal_when_their_parts_are()
    {
        var query = SimpleQueryParser.Parse("a | (b c) -d kind:talk | kind:interview");
        var same = SimpleQueryParser.Parse("a | (b c) -d kind:talk | kind:interview");
        Assert.Equal(query, same);
        Assert.Equal(query.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(
            query,
            SimpleQueryParser.Parse("a | (b c) -e kind:talk | kind:interview") with
            {
                Text = query.Text,
            }
        );
    }
}
