using System.Text;
using Search.Engine.Searching;

namespace Search.Engine.Snippets;

/// <summary>
/// The one place that makes HTML of texts and ranges: every piece is encoded exactly once, whatever it looks like, and
/// <c>&lt;mark&gt;</c> is the only tag. Safe between tags and in quoted attributes (where <c>mark</c> shows as text).
/// </summary>
public static class SnippetHtml
{
    /// <summary>A snippet with its matches marked.</summary>
    public static string Of(Snippet snippet)
    {
        ArgumentNullException.ThrowIfNull(snippet);
        return Of(snippet.Text, snippet.Ranges);
    }

    /// <summary>A title or a question with its matches marked.</summary>
    public static string Of(HighlightedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(text.Text, text.Ranges);
    }

    /// <summary>
    /// Encodes <c>&amp; &lt; &gt; " '</c>; leaves out control characters and bidirectional overrides and isolates; turns half
    /// surrogate pairs into U+FFFD, carriage returns into line feeds.
    /// </summary>
    /// <param name="text">Plain text.</param>
    /// <param name="ranges">Sorted and apart; what lies outside the text or over an earlier range is ignored.</param>
    /// <example><c>a &lt; b</c> with <c>[4,5)</c> gives <c>a &amp;lt; &lt;mark&gt;b&lt;/mark&gt;</c>.</example>
    public static string Of(string text, IReadOnlyList<HighlightRange> ranges)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(ranges);
        var html = new StringBuilder(text.Length + (text.Length / 8) + (13 * ranges.Count));
        var done = 0;
        foreach (var range in ranges)
        {
            var start = OffPair(text, Math.Clamp(range.Start, done, text.Length));
            var end = OffPair(text, Math.Clamp(range.End, start, text.Length));
            if (start == end)
                continue;
            Encode(text, done, start, html);
            html.Append("<mark>");
            Encode(text, start, end, html);
            html.Append("</mark>");
            done = end;
        }
        Encode(text, done, text.Length, html);
        return html.ToString();
    }

    // A tag between the halves of a pair would make two broken characters of one.
    private static int OffPair(string text, int index) =>
        index > 0 && index < text.Length && char.IsSurrogatePair(text[index - 1], text[index]) ? index + 1 : index;

    private static void Encode(string text, int start, int end, StringBuilder html)
    {
        for (var i = start; i < end; i++)
        {
            switch (text[i])
            {
                case '&':
                    html.Append("&amp;");
                    break;
                case '<':
                    html.Append("&lt;");
                    break;
                case '>':
                    html.Append("&gt;");
                    break;
                case '"':
                    html.Append("&quot;");
                    break;
                case '\'':
                    html.Append("&#39;");
                    break;
                case '\r':
                    html.Append('\n');
                    break;
                case '\v' or '\f' or '\u0085':
                    html.Append(' ');
                    break;
                default:
                    if (!VisibleText.IsLeftOut(text[i]))
                        html.Append(VisibleText.At(text, i));
                    break;
            }
        }
    }
}
