using Search.Engine.Querying;

namespace Search.Tests.Querying;

public sealed class TechnicalWordTests
{
    [Theory]
    [InlineData("C++")]
    [InlineData("C#")]
    [InlineData(".NET")]
    [InlineData("node.js")]
    [InlineData("std::vector")]
    [InlineData("title::x")]
    [InlineData("AC/DC")]
    [InlineData("a/b")]
    [InlineData("http://x.y/z")]
    [InlineData("https://x.y/z?a=b&c=d#e")]
    [InlineData("10:30")]
    [InlineData("C:")]
    [InlineData("C:\\temp")]
    [InlineData("@decorators")]
    [InlineData("--flag")]
    [InlineData("–flag")]
    [InlineData("-–—x")]
    [InlineData("->next")]
    [InlineData("p->next")]
    [InlineData("+=x")]
    [InlineData("exactly-once")]
    [InlineData("2017-2019")]
    [InlineData("O(n)")]
    [InlineData("O(log n)")]
    [InlineData("O(n log n)")]
    [InlineData("O(sqrt(n))")]
    [InlineData("f(x)")]
    [InlineData("f(x)(y)")]
    [InlineData("main()")]
    [InlineData("a*b")]
    [InlineData("*args")]
    [InlineData("A*")]
    [InlineData("C*")]
    [InlineData("C*-algebra")]
    [InlineData("TL;DR")]
    [InlineData("P=NP")]
    [InlineData("O(n!)")]
    [InlineData("/dev/null")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("C++17")]
    [InlineData("100%")]
    [InlineData("$HOME")]
    [InlineData("what?")]
    [InlineData("R&D")]
    [InlineData("x^2")]
    [InlineData("~/.bashrc")]
    [InlineData("[1]")]
    [InlineData("{x}")]
    [InlineData("l’été")]
    [InlineData("don't")]
    [InlineData("3.5\"")]
    [InlineData("a)")]
    [InlineData("\\d+")]
    [InlineData("🦀")]
    [InlineData("可观测性")]
    public void A_technical_word_is_one_word_and_no_syntax(string typed)
    {
        var query = SimpleQueryParser.Parse($"some {typed} more");
        Assert.Equal(
            [new WordNode("some"), new WordNode(typed), new WordNode("more")],
            query.Clauses.Select(clause => clause.Node)
        );
        Assert.DoesNotContain(query.Clauses, clause => clause.Required);
        Assert.Empty(query.Excluded);
        Assert.Empty(query.Warnings);
    }

    [Theory]
    [InlineData("???")]
    [InlineData("*")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("|")]
    [InlineData("~")]
    [InlineData("\\")]
    [InlineData("{}")]
    [InlineData("()")]
    [InlineData(")))")]
    [InlineData(":-)")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData("-- | ++")]
    [InlineData("-\"...\"")]
    [InlineData("title:?")]
    [InlineData("\uFFFD\uD800")]
    public void Punctuation_alone_matches_everything_and_says_so(string typed)
    {
        var query = SimpleQueryParser.Parse(typed);
        Assert.Equal(ParsedQuery.Empty, TypedQueries.Meaning(query));
        Assert.Contains(query.Warnings, w => w.StartsWith("There is no word in", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u3000\u200B\uFEFF\0")]
    public void Nothing_typed_matches_everything_without_a_word(string typed)
    {
        var query = SimpleQueryParser.Parse(typed);
        Assert.Equal(ParsedQuery.Empty, query with { Text = "" });
    }

    [Theory]
    [InlineData("CC*", "CC*")]
    [InlineData("犬*", "犬*")]
    [InlineData("C++*", "C++*")]
    [InlineData("std::*", "std::*")]
    [InlineData("foo**", "foo*")]
    public void A_prefix_may_be_a_technical_word(string typed, string readAs)
    {
        var query = SimpleQueryParser.Parse(typed);
        Assert.IsType<PrefixNode>(Assert.Single(query.Clauses).Node);
        Assert.Equal(readAs, query.ToString());
    }

    [Theory]
    [InlineData("f(a b | c)", "f a b | c")]
    [InlineData("go(consensus algorithms)", "go consensus algorithms")]
    [InlineData("print(\"hi\")", "print \"hi\"")]
    [InlineData("see (a b)", "see a b")]
    [InlineData("f(x", "f x")]
    public void A_bracket_that_is_long_or_holds_syntax_is_no_part_of_the_word_before(string typed, string readAs) =>
        Assert.Equal(readAs, SimpleQueryParser.Parse(typed).ToString());

    [Fact]
    public void A_bracket_in_brackets_closes_the_innermost_that_is_open() =>
        Assert.Equal("(a O(n)) | b", SimpleQueryParser.Parse("(a O(n)) | b").ToString());
}
