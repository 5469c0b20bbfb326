using System.Text.RegularExpressions;

namespace Search.Engine.Cleaning;

/// <summary>Tells tags of HTML from other angle brackets, by their names.</summary>
internal static partial class HtmlTags
{
    private const string Blocks =
        "address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|"
        + "header|hr|html|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul";

    private const string Inlines =
        "a|abbr|acronym|b|base|bdi|bdo|big|br|button|caption|cite|code|col|colgroup|data|del|dfn|em|embed|font|frame|"
        + "head|i|iframe|img|input|ins|kbd|label|legend|link|mark|meta|noscript|object|option|picture|q|rp|rt|ruby|s|samp|"
        + "script|select|small|source|span|strike|strong|style|sub|sup|svg|template|textarea|time|title|tt|u|var|"
        + "video|audio|wbr|o:p";

    // Elements without an end tag, and those whose end tag may be left out: they open no level.
    private const string Unclosed =
        "area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|source|td|th|tr|wbr";

    private const int MaxDepth = 256;

    public static bool HasTag(string text) => text.Contains('<') && Tag().IsMatch(text);

    public static bool HasBlock(string text) => text.Contains('<') && Block().IsMatch(text);

    public static bool HasTagOrEntity(string text) => (text.Contains('&') && Entity().IsMatch(text)) || HasTag(text);

    /// <summary>The text with angle brackets and ampersands that are no HTML written as entities, so that a parser keeps them.</summary>
    /// <example><c>&lt;b&gt;List&lt;T&gt;&lt;/b&gt;</c> gives <c>&lt;b&gt;List&amp;lt;T&gt;&lt;/b&gt;</c>.</example>
    public static string EscapeOthers(string html) =>
        BareAmpersand().Replace(BareBracket().Replace(html, "&lt;"), "&amp;");

    /// <summary>
    /// True when elements are nested so deep that parsing would take long or end the process: no text that people write.
    /// </summary>
    public static bool NestsTooDeep(string html)
    {
        var depth = 0;
        foreach (var tag in AnyTag().EnumerateMatches(html))
        {
            var text = html.AsSpan(tag.Index, tag.Length);
            if (text.EndsWith("/>"))
                continue;
            depth += text[1] == '/' ? -1 : 1;
            if (depth > MaxDepth)
                return true;
            depth = Math.Max(depth, 0);
        }
        return false;
    }

    /// <summary>All tags taken out by their looks alone; where a block begins or ends, a paragraph does.</summary>
    public static string Strip(string html) => Tag().Replace(Block().Replace(html, "\n\n"), "");

    [GeneratedRegex($@"</?(?:{Blocks}|{Inlines})(?:\s[^<>]*)?/?>|<!--", RegexOptions.IgnoreCase, Patience.Milliseconds)]
    private static partial Regex Tag();

    [GeneratedRegex($@"</?(?:{Blocks})(?:\s[^<>]*)?/?>", RegexOptions.IgnoreCase, Patience.Milliseconds)]
    private static partial Regex Block();

    [GeneratedRegex(
        @"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});",
        RegexOptions.None,
        Patience.Milliseconds
    )]
    private static partial Regex Entity();

    [GeneratedRegex(
        $@"<(?!/?(?:{Blocks}|{Inlines})(?:\s|/?>)|!--|!DOCTYPE|\?xml|!\[CDATA\[)",
        RegexOptions.IgnoreCase,
        Patience.Milliseconds
    )]
    private static partial Regex BareBracket();

    [GeneratedRegex(
        @"&(?!(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)",
        RegexOptions.None,
        Patience.Milliseconds
    )]
    private static partial Regex BareAmpersand();

    [GeneratedRegex($@"</?(?!(?:{Unclosed})\b)[a-z][^<>]*>", RegexOptions.IgnoreCase, Patience.Milliseconds)]
    private static partial Regex AnyTag();
}
