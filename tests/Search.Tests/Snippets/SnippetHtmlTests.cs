using System.Net;
using System.Text;
using CsCheck;
using Search.Engine.Searching;
using Search.Engine.Snippets;

namespace Search.Tests.Snippets;

public sealed class SnippetHtmlTests
{
    [Fact]
    public void Matches_stand_in_mark() =>
        Assert.Equal("the <mark>raft</mark> <mark>log</mark>", SnippetHtml.Of("the raft log", [new(4, 8), new(9, 12)]));

    [Theory]
    [InlineData("<mark>raft</mark>", "&lt;mark&gt;raft&lt;/mark&gt;")]
    [InlineData("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")]
    [InlineData("&amp; &lt; &#39;", "&amp;amp; &amp;lt; &amp;#39;")]
    [InlineData("\" onclick=\"x", "&quot; onclick=&quot;x")]
    [InlineData("a\0b\u001Bc\u009Fd", "abcd")]
    [InlineData("a\r\nb\u0085c\td", "a\n\nb c\td")]
    [InlineData("😀 é …", "😀 é …")]
    public void Text_is_encoded_exactly_once(string text, string html) => Assert.Equal(html, SnippetHtml.Of(text, []));

    [Fact]
    public void Everything_that_turns_the_page_around_is_left_out() =>
        Assert.Equal(
            "ab\u200E\u200F",
            SnippetHtml.Of("a\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069b\u200E\u200F", [])
        );

    [Fact]
    public void Half_surrogate_pairs_are_replaced() =>
        Assert.Equal("a\uFFFDb\uFFFD", SnippetHtml.Of("a\uD800b\uDC00", []));

    [Fact]
    public void An_encoded_character_is_marked_whole() =>
        Assert.Equal("a <mark>&lt;b&gt;</mark>", SnippetHtml.Of("a <b>", [new(2, 5)]));

    [Theory]
    [InlineData(-3, 2, "<mark>ab</mark>😀cd")]
    [InlineData(4, 99, "ab😀<mark>cd</mark>")]
    [InlineData(9, 12, "ab😀cd")]
    [InlineData(3, 5, "ab😀<mark>c</mark>d")]
    [InlineData(2, 3, "ab<mark>😀</mark>cd")]
    public void Ranges_that_break_the_rules_do_no_harm(int start, int end, string html) =>
        Assert.Equal(html, SnippetHtml.Of("ab😀cd", [new(start, end)]));

    [Fact]
    public void Unsorted_ranges_never_nest() =>
        Assert.Equal("<mark>abc</mark><mark>d</mark>", SnippetHtml.Of("abcd", [new(0, 3), new(1, 4), new(0, 2)]));

    [Fact]
    public void Titles_and_snippets_are_written_alike()
    {
        HighlightRange[] ranges = [new(0, 1)];
        Assert.Equal("<mark>a</mark>&amp;", SnippetHtml.Of(new HighlightedText("a&", ranges)));
        Assert.Equal("<mark>a</mark>&amp;", SnippetHtml.Of(new Snippet("abstract", "a&", ranges)));
    }

    [Fact]
    public void Reading_the_html_gives_text_and_ranges_back() =>
        Gen.Select(AnyText.Any, Gen.Int[0, 20].List[0, 8])
            .Sample(
                (any, steps) =>
                {
                    var text = Shown(any);
                    var ranges = Ranges(text, steps);
                    var (readText, readRanges) = Read(SnippetHtml.Of(text, ranges));
                    Assert.Equal(text, readText);
                    Assert.Equal(ranges, readRanges);
                }
            );

    [Fact]
    public void No_text_makes_another_tag_or_a_broken_entity() =>
        AnyText.Any.Sample(text =>
        {
            var html = SnippetHtml.Of(text, []);
            Assert.DoesNotContain('<', html);
            Assert.DoesNotContain('>', html);
            Assert.DoesNotContain('"', html);
            Assert.Equal(Shown(text), WebUtility.HtmlDecode(html));
        });

    // What a page shows of a text: written apart from the code, by the rules of HTML and of this project.
    private static string Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\r')
                shown.Append('\n');
            else if (rune.Value is '\v' or '\f' or 0x85)
                shown.Append(' ');
            else if (rune.Value is '\t' or '\n')
                shown.Append((char)rune.Value);
            else if (rune.Value is 0xFFFE or 0xFFFF or (>= 0xFDD0 and <= 0xFDEF))
                shown.Append('\uFFFD');
            else if (
                !Rune.IsControl(rune) && rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069))
            )
                shown.Append(rune.ToString());
        }
        return shown.ToString();
    }

    private static List<HighlightRange> Ranges(string text, List<int> steps)
    {
        var borders = new GraphemeBorders(text);
        var ranges = new List<HighlightRange>();
        var from = 0;
        foreach (var step in steps)
        {
            var start = borders.After(Math.Min(from + (step / 2), text.Length));
            var end = borders.After(Math.Min(start + step, text.Length));
            if (start < end)
                ranges.Add(new HighlightRange(start, end));
            from = end;
        }
        return ranges;
    }

    private static (string Text, List<HighlightRange> Ranges) Read(string html)
    {
        var text = "";
        var ranges = new List<HighlightRange>();
        foreach (var part in html.Split("<mark>"))
        {
            var pieces = part.Split("</mark>");
            var start = text.Length;
            text += WebUtility.HtmlDecode(pieces[0]);
            if (pieces.Length == 1)
                continue;
            ranges.Add(new HighlightRange(start, text.Length));
            text += WebUtility.HtmlDecode(pieces[1]);
        }
        return (text, ranges);
    }
}
