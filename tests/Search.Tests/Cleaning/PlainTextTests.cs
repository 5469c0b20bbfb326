using CsCheck;
using Search.Engine.Cleaning;

namespace Search.Tests.Cleaning;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("<p>One &amp; two</p><p>Three</p>", "One & two\n\nThree")]
    [InlineData("<p>Wrapped\nin the source</p>", "Wrapped in the source")]
    [InlineData("Line<br/>Break", "Line\nBreak")]
    [InlineData("<ul><li>First</li><li>Second</li></ul>", "First\nSecond")]
    [InlineData("<p>It&#39;s &amp;lt;b&amp;gt;</p>", "It's &lt;b&gt;")]
    [InlineData("<script>alert(1)</script><p>Text</p><style>p{}</style>", "Text")]
    [InlineData("<div>Use <code>List<T></code> here</div>", "Use List<T> here")]
    [InlineData("<p>?a=1&copy=2&lang=de</p>", "?a=1&copy=2&lang=de")]
    [InlineData("<h2>Head</h2>Text", "Head\n\nText")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc")]
    [InlineData("<p>unclosed <b>bold", "unclosed bold")]
    [InlineData("<pre>  two\n  lines</pre>", "  two\n  lines")]
    public void Html_becomes_text_with_its_paragraphs(string html, string text) =>
        Assert.Equal(text.Trim(), PlainText.Of(html));

    [Theory]
    [InlineData("See [the docs](https://x.example/a_b), please.", "See the docs, please.")]
    [InlineData("I use [Ruby][] and [the app][app-1].", "I use Ruby and the app.")]
    [InlineData("*Some* **bold** `code`", "Some bold code")]
    [InlineData("# Head\n\nText", "Head\n\nText")]
    [InlineData("- one\n- two", "one\ntwo")]
    [InlineData("The __init__ method of snake_case_name", "The __init__ method of snake_case_name")]
    [InlineData("2*3*4 is 24", "2*3*4 is 24")]
    [InlineData("Prefer <module> to List<T> & co", "Prefer <module> to List<T> & co")]
    [InlineData("https://x.example/?a=1&copy=2", "https://x.example/?a=1&copy=2")]
    [InlineData("A <b>bold</b> &quot;word&quot;", "A bold \"word\"")]
    [InlineData("![A chart](chart.png)", "A chart")]
    [InlineData("Plain text stays.", "Plain text stays.")]
    [InlineData("C# and F# and C++", "C# and F# and C++")]
    public void Markdown_becomes_text(string markdown, string text) => Assert.Equal(text, PlainText.Of(markdown));

    [Theory]
    [InlineData("See `the docs <https://x.example>`_ now", "See the docs now")]
    [InlineData("Use ``pip install``, not :code:`easy_install`", "Use pip install, not easy_install")]
    [InlineData("Title\n=====\n\n.. image:: a.png\n   :width: 3\n\nText", "Title\n\nText")]
    [InlineData(".. note:: x\n\n   Kept text.\n\nEnd with ``code``::", "Kept text.\n\nEnd with code:")]
    [InlineData("A *word* and **another** ``x``\n\n.. _target: https://x.example", "A word and another x")]
    public void ReStructuredText_becomes_text(string rest, string text) => Assert.Equal(text, PlainText.Of(rest));

    [Fact]
    public void Lines_that_were_full_are_joined()
    {
        const string wrapped =
            "Real-time streams are everywhere, but does anyone have a good way of\n"
            + "processing them? Until recently there were no good options. A new open\n"
            + "source project makes it easy.\n\nA second paragraph.";

        Assert.Equal(
            "Real-time streams are everywhere, but does anyone have a good way of processing them? Until recently there "
                + "were no good options. A new open source project makes it easy.\n\nA second paragraph.",
            PlainText.Of(wrapped)
        );
    }

    [Theory]
    [InlineData("Agenda:\nWelcome\nLunch")]
    [InlineData("What you take home:\n1) a plan\n2) a headache")]
    public void Lines_that_end_on_purpose_stay(string text) => Assert.Equal(text, PlainText.Of(text, Markup.Plain));

    [Fact]
    public void A_paragraph_broken_inside_a_sentence_is_whole_again() =>
        Assert.Equal(
            "This is the story of how a team of four people built a new scheduler for it.",
            PlainText.Of(
                "This is the story of how a team of four people built a new\n\nscheduler for it.",
                Markup.Plain
            )
        );

    [Theory]
    [InlineData("A\r\nB\rC", "A\nB\nC")]
    [InlineData("a\u00A0b", "a b")]
    [InlineData("a\u0007b\u200Bc\uFEFF", "abc")]
    [InlineData("e\u0301", "é")]
    [InlineData("whole \uD83D\uDE00 pair", "whole \uD83D\uDE00 pair")]
    public void Characters_are_made_regular(string given, string text) =>
        Assert.Equal(text, PlainText.Of(given, Markup.Plain));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.Equal("half \uFFFD pair", PlainText.Of("half " + (char)0xD83D + " pair"));

    [Theory]
    [InlineData("<b>Ada</b> &amp; Bo", "Ada & Bo")]
    [InlineData("*args and **kwargs", "*args and **kwargs")]
    [InlineData("Two\n lines", "Two lines")]
    [InlineData("Using <canvas-like> tags", "Using <canvas-like> tags")]
    [InlineData("AT&T", "AT&T")]
    public void A_title_stays_as_it_is_but_for_html(string given, string title) =>
        Assert.Equal(title, PlainText.Line(given));

    [Fact]
    public void Elements_nested_without_end_give_their_text_in_little_time()
    {
        var deep = string.Concat(Enumerable.Repeat("<div><b>", 20_000)) + "text";

        Assert.Equal("text", PlainText.Of(deep));
    }

    [Fact]
    public void Markdown_nested_without_end_stays_as_it_is() =>
        Assert.EndsWith("text", PlainText.Of(new string('>', 5_000) + " text"), StringComparison.Ordinal);

    [Fact]
    public void Any_text_is_cleaned_without_an_exception_and_cleaning_plain_text_again_changes_nothing() =>
        Gen.String[Gen.Char["ab é<>&;#*_`[]()!-=\n\r\t\0\uD83D:."], 0, 60]
            .Sample(text =>
            {
                PlainText.Of(text);
                PlainText.Line(text);
                var once = PlainText.Characters(text);
                Assert.Equal(once, PlainText.Characters(once));
            });
}
