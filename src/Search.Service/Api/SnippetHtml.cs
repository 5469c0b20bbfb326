using System.Text;
using System.Text.Encodings.Web;
using Search.Engine.Snippets;

namespace Search.Service.Api;

internal static class SnippetHtml
{
    public static string Of(string text, IReadOnlyList<HighlightRange> ranges)
    {
        var html = new StringBuilder();
        var end = 0;
        foreach (var range in ranges)
        {
            html.Append(HtmlEncoder.Default.Encode(text[end..range.Start]));
            html.Append("<mark>").Append(HtmlEncoder.Default.Encode(text[range.Start..range.End])).Append("</mark>");
            end = range.End;
        }
        return html.Append(HtmlEncoder.Default.Encode(text[end..])).ToString();
    }
}
