using Search.Engine.Querying;
using Search.Engine.Searching;

namespace Search.Tests.Querying;

public sealed class QueryLimitTests
{
    private static readonly QueryLimits Unlimited = new() { MaxCharacters = int.MaxValue, MaxWords = int.MaxValue };

    [Fact]
    public void Words_beyond_the_limit_are_left_out_and_counted()
    {
        var query = SimpleQueryParser.Parse(string.Join(' ', Enumerable.Range(1, 1_100)));
        Assert.Equal(SearchLimits.MaxWords, query.Clauses.Count);
        Assert.Equal(["The query has 1,100 words; the last 76 were left out."], query.Warnings);
        Assert.EndsWith("1023 1024", query.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a b \"c d e\" f", "a b \"c\"", "a b \"c")]
    [InlineData("a -b \"c d\"", "a \"c\" -b", "a -b \"c")]
    [InlineData("a b -\"c d\" e", "a b", "a b")]
    [InlineData("a b -(c d) e", "a b", "a b -(c")]
    [InlineData("a b kind:talk c", "a b kind:talk", "a b kind:talk")]
    [InlineData("a b c year:2017", "a b c", "a b c")]
    [InlineData("- a b c +d", "a b c", "- a b c")]
    public void A_phrase_is_shortened_but_nothing_more_is_excluded_than_was_asked(
        string typed,
        string readAs,
        string text
    )
    {
        var query = SimpleQueryParser.Parse(typed, new QueryLimits { MaxWords = 3 });
        Assert.Equal((readAs, text), (query.ToString(), query.Text));
    }

    [Fact]
    public void Characters_beyond_the_limit_are_left_out_and_counted()
    {
        var query = SimpleQueryParser.Parse(new string('x', 40_000));
        Assert.Equal(SearchLimits.MaxQueryCharacters, query.Text.Length);
        Assert.Equal(["The query is longer than 32,768 characters; the last 7,232 were left out."], query.Warnings);
    }

    [Theory]
    [InlineData("alpha beta", 8, "alpha")]
    [InlineData("alpha beta", 5, "alpha")]
    [InlineData("alpha beta", 6, "alpha")]
    [InlineData("alphabet", 5, "alpha")]
    [InlineData("a🦀", 2, "a")]
    [InlineData("a🦀", 3, "a🦀")]
    [InlineData("a b", 0, "")]
    public void The_cut_falls_between_words_and_never_inside_a_character(
        string typed,
        int maxCharacters,
        string text
    ) => Assert.Equal(text, SimpleQueryParser.Parse(typed, new QueryLimits { MaxCharacters = maxCharacters }).Text);

    [Fact]
    public void Brackets_are_understood_32_levels_deep()
    {
        var query = SimpleQueryParser.Parse(Nested(32));
        Assert.Empty(query.Warnings);
        Assert.Equal(32, query.ToString().Count(c => c == '('));
    }

    [Fact]
    public void Deeper_brackets_are_ignored_with_one_warning()
    {
        var query = SimpleQueryParser.Parse(Nested(100));
        Assert.Equal(["Brackets are understood 32 levels deep; deeper ones were ignored."], query.Warnings);
        Assert.Equal(32, query.ToString().Count(c => c == '('));
        Assert.Equal(201, query.Clauses.SelectMany(clause => clause.Node.Leaves).Count());
    }

    [Fact]
    public void A_sign_or_field_before_an_ignored_bracket_goes_to_what_is_behind_it() =>
        Assert.Equal(
            "b title:c -a",
            SimpleQueryParser.Parse("-(a b) title:(c)", new QueryLimits { MaxNesting = 0 }).ToString()
        );

    [Fact]
    public void Asking_for_more_levels_than_are_safe_gives_those_that_are() =>
        Assert.NotEmpty(
            SimpleQueryParser.Parse(Nested(100_000), Unlimited with { MaxNesting = int.MaxValue }).Warnings
        );

    [Fact]
    public void Limits_below_nothing_mean_nothing()
    {
        var none = new QueryLimits
        {
            MaxCharacters = -1,
            MaxWords = -1,
            MaxNesting = -1,
        };
        Assert.Empty(SimpleQueryParser.Parse("(a b)", none).Clauses);
    }

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("()")]
    [InlineData("a(")]
    [InlineData("a()")]
    [InlineData("\"")]
    [InlineData("\"a")]
    [InlineData("-")]
    [InlineData("-(")]
    [InlineData("NOT ")]
    [InlineData("OR ")]
    [InlineData("| ")]
    [InlineData("a|")]
    [InlineData("title:")]
    [InlineData("title:(")]
    [InlineData("kind:talk|")]
    [InlineData("foo:bar ")]
    [InlineData("~0")]
    [InlineData("a~0")]
    [InlineData("*")]
    [InlineData("\"a\"~")]
    [InlineData("~1~")]
    [InlineData("\uD83E")]
    [InlineData("\0")]
    [InlineData("x")]
    [InlineData("a | (b ")]
    public void A_megabyte_of_anything_is_answered(string piece)
    {
        var typed = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        Assert.NotNull(SimpleQueryParser.Parse(typed).ToString());
        Assert.NotNull(SimpleQueryParser.Parse(typed, Unlimited).ToString());
    }

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("a | (b ", depth)) + "c" + new string(')', depth);
}
