using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Search.Engine.Cleaning;

/// <summary>From HTML to text.</summary>
internal static class HtmlText
{
    /// <summary>The text of a piece of HTML.</summary>
    public static string Of(string html) => TextBlock.Join(Blocks(html));

    /// <summary>Its blocks, in their order.</summary>
    public static IReadOnlyList<TextBlock> Blocks(string html)
    {
        var escaped = HtmlTags.EscapeOthers(html);
        if (HtmlTags.NestsTooDeep(escaped))
            return [new(BlockKind.Paragraph, WebUtility.HtmlDecode(HtmlTags.Strip(escaped)).Trim())];
        using var page = new HtmlParser().ParseDocument(escaped);
        return page.Body is null ? [] : HtmlBlocks.Of(page.Body);
    }
}

/// <summary>Walks through a page and cuts it into blocks.</summary>
internal sealed class HtmlBlocks
{
    private readonly List<TextBlock> _blocks = [];
    private readonly InlineText _text = new();
    private int _level;
    private bool _isEntry;
    private string? _anchor;

    private HtmlBlocks() { }

    public static IReadOnlyList<TextBlock> Of(INode root)
    {
        var blocks = new HtmlBlocks();
        blocks.Children(root);
        blocks.Flush();
        return blocks._blocks;
    }

    private void Children(INode parent)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text)
                _text.Append(text.Data);
            else if (child is IElement element)
                Element(element);
        }
    }

    private void Element(IElement element)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "template" or "noscript" or "iframe" or "object" or "svg" or "select":
            case "textarea" or "button" or "title" or "head" or "audio" or "video" or "form":
                return;
            case "br":
                _text.NewLine();
                return;
            case "img":
                _text.Append(element.GetAttribute("alt") ?? "");
                return;
            case "td" or "th":
                _text.Append(" ");
                Children(element);
                return;
            case "b" or "strong":
                _text.BeginBold();
                Children(element);
                _text.EndBold();
                return;
            case "pre":
                Code(element);
                return;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Block(element, level: element.LocalName[1] - '0');
                return;
            case "li" or "dd":
                Block(element, isEntry: true);
                return;
            default:
                if (IsBlock(element.LocalName))
                    Block(element, isEntry: _isEntry);
                else
                    Children(element);
                return;
        }
    }

    private void Block(IElement element, int level = 0, bool isEntry = false)
    {
        Flush();
        var outer = (_level, _isEntry);
        (_level, _isEntry) = (level, isEntry);
        _anchor ??= AnchorOf(element, level);
        Children(element);
        Flush();
        (_level, _isEntry) = outer;
    }

    private void Code(IElement element)
    {
        Flush();
        var text = element.TextContent.Trim('\n').TrimEnd();
        if (!string.IsNullOrWhiteSpace(text))
            _blocks.Add(new(BlockKind.Code, text));
    }

    private void Flush()
    {
        var (text, lead) = _text.Take();
        if (text.Length == 0)
            return;
        var kind = (_level, _isEntry) switch
        {
            (> 0, _) => BlockKind.Heading,
            (_, true) => BlockKind.ListEntry,
            _ => BlockKind.Paragraph,
        };
        var joined = WrappedLines.Join(text);
        if (kind == BlockKind.Heading)
            joined = joined.Replace('\n', ' ');
        _blocks.Add(new(kind, joined, _level, lead, _anchor));
        _anchor = null;
    }

    // A heading's own id, or that of the link inside it that leads there.
    private static string? AnchorOf(IElement element, int level)
    {
        if (!string.IsNullOrWhiteSpace(element.Id))
            return level > 0 || element.LocalName is "section" or "dt" or "summary" or "details" ? element.Id : null;
        if (level == 0)
            return null;
        var inner = element.QuerySelector("[id], a[name]");
        return inner?.Id ?? inner?.GetAttribute("name");
    }

    private static bool IsBlock(string name) =>
        name
            is "address"
                or "article"
                or "aside"
                or "blockquote"
                or "body"
                or "center"
                or "details"
                or "div"
                or "dl"
                or "dt"
                or "fieldset"
                or "figcaption"
                or "figure"
                or "footer"
                or "header"
                or "hr"
                or "main"
                or "nav"
                or "ol"
                or "p"
                or "section"
                or "summary"
                or "table"
                or "tbody"
                or "tfoot"
                or "thead"
                or "tr"
                or "ul";
}
