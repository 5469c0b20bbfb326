using CsCheck;
using Search.Engine.Snippets;
using Search.Service.Pages.Records;

namespace Search.Tests.Pages;

public sealed class TextBlocksTests
{
    [Theory]
    [InlineData("one\n\ntwo", "<p>one</p><p>two</p>")]
    [InlineData("one\n\n\n\n  two  ", "<p>one</p><p>  two  </p>")]
    [InlineData("one\ntwo", "<p>one<br>two</p>")]
    [InlineData("* one\n* two", "<ul><li>one</li><li>two</li></ul>")]
    [InlineData("- one\n- two\nthree", "<ul><li>one</li><li>two</li></ul><p>three</p>")]
    [InlineData("say:\n• one\n\n• two", "<p>say:</p><ul><li>one</li><li>two</li></ul>")]
    [InlineData("#. one\n#. two", "<ul><li>one</li><li>two</li></ul>")]
    [InlineData("1. one\n2. two", "<p>1. one<br>2. two</p>")]
    [InlineData("-5 degrees", "<p>-5 degrees</p>")]
    [InlineData("*", "<p>*</p>")]
    [InlineData("a <b> & c", "<p>a &lt;b&gt; &amp; c</p>")]
    [InlineData("one\r\n\r\ntwo", "<p>one\n</p><p>two</p>")]
    [InlineData("", "")]
    [InlineData(" \n ", "")]
    public void Plain_text_becomes_paragraphs_and_lists(string text, string html) =>
        Assert.Equal(html, Plain(TextBlocks.Of(text, []).ToString()));

    [Fact]
    public void Matches_are_marked_where_they_stand() =>
        Assert.Equal(
            "<p>a <mark>b</mark></p><ul><li><mark>c</mark> d</li></ul>",
            Plain(TextBlocks.Of("a b\n* c d", [new HighlightRange(2, 3), new HighlightRange(6, 7)]).ToString())
        );

    [Fact]
    public void A_match_over_a_border_is_marked_on_both_sides() =>
        Assert.Equal(
            "<p>a <mark>b</mark></p><p><mark>c</mark> d</p>",
            Plain(TextBlocks.Of("a b\n\nc d", [new HighlightRange(2, 6)]).ToString())
        );

    [Fact]
    public void Every_letter_of_any_text_is_shown() =>
        Gen.String[Gen.Char[" \nab*-#.<"], 0, 40]
            .Sample(text =>
            {
                var shown = TextBlocks.Of(text, []).ToString();
                Assert.Equal(text.Count(char.IsAsciiLetter), Letters(shown));
            });

    private static int Letters(string html)
    {
        var text = html;
        foreach (
            var tag in new[]
            {
                "<p dir=\"auto\">",
                "</p>",
                "<ul dir=\"auto\">",
                "</ul>",
                "<li>",
                "</li>",
                "<br>",
                "&lt;",
            }
        )
            text = text.Replace(tag, "", StringComparison.Ordinal);
        return text.Count(char.IsAsciiLetter);
    }

    private static string Plain(string html) =>
        html.Replace(" dir=\"auto\"", "", StringComparison.Ordinal)
            .Replace("<br>\n", "<br>", StringComparison.Ordinal)
            .Replace(">\n", ">", StringComparison.Ordinal);
}
