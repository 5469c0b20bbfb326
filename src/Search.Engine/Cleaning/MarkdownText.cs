using System.Buffers;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace Search.Engine.Cleaning;

/// <summary>From Markdown to text. HTML inside it is read as HTML.</summary>
internal static partial class MarkdownText
{
    // Without one of these there is nothing to do; it is so for most abstracts.
    private static readonly SearchValues<char> Marks = SearchValues.Create("*_`[]#>|\\<&~=");

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseSoftlineBreakAsHardlineBreak()
        .Build();

    public static string Of(string markdown)
    {
        var isMarked = markdown.AsSpan().IndexOfAny(Marks) >= 0 || HasBlocks(markdown);
        if (!isMarked)
            return WrappedLines.Join(markdown);
        return TextBlock.Join(Blocks(markdown));
    }

    public static IReadOnlyList<TextBlock> Blocks(string markdown) =>
        Html(markdown) is { } html
            ? HtmlText.Blocks(html)
            : [new(BlockKind.Paragraph, WrappedLines.Join(markdown).Trim())];

    /// <summary>Whether it has headings, lists, or links of Markdown's own, whatever HTML stands beside them.</summary>
    public static bool HasBlocks(string text) => OwnBlocks().IsMatch(text);

    // Null for what nests too deep to be text.
    private static string? Html(string markdown)
    {
        using var output = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(output);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<EmphasisInlineRenderer>(new CarefulEmphasis());
        try
        {
            var document = Markdown.Parse(Unlinked().Replace(markdown, "${it}"), Pipeline);
            renderer.Render(document);
        }
        catch (ArgumentException)
        {
            // Markdig's way to say that elements are nested too deeply.
            return null;
        }
        return output.ToString();
    }

    /// <summary>Leaves <c>__init__</c> and <c>2*3*4</c> as they are: names and sums, not emphasis.</summary>
    private sealed class CarefulEmphasis : HtmlObjectRenderer<EmphasisInline>
    {
        private readonly EmphasisInlineRenderer _emphasis = new();

        protected override void Write(HtmlRenderer renderer, EmphasisInline obj)
        {
            if (!IsName(obj) && !IsInsideWord(obj))
            {
                _emphasis.Write(renderer, obj);
                return;
            }
            var marks = new string(obj.DelimiterChar, obj.DelimiterCount);
            renderer.Write(marks);
            renderer.WriteChildren(obj);
            renderer.Write(marks);
        }

        private static bool IsName(EmphasisInline emphasis) =>
            emphasis is { DelimiterChar: '_', DelimiterCount: 2 }
            && emphasis.FirstChild is LiteralInline only
            && only == emphasis.LastChild
            && only.Content.AsSpan().IndexOfAnyExcept(NameCharacters) < 0;

        private static bool IsInsideWord(EmphasisInline emphasis) =>
            emphasis.PreviousSibling is LiteralInline { Content.Length: > 0 } before
            && emphasis.NextSibling is LiteralInline { Content.Length: > 0 } behind
            && char.IsLetterOrDigit(before.Content.AsSpan()[^1])
            && char.IsLetterOrDigit(behind.Content.AsSpan()[0]);

        private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_."
        );
    }

    // [Ruby][] and [the app][app-1] where the page that holds the addresses is not there.
    [GeneratedRegex(
        @"(?<![\w\]!`])\[(?<it>[^\[\]`\n]{1,200})\]\[[^\[\]\n]{0,100}\](?!\()",
        RegexOptions.None,
        Patience.Milliseconds
    )]
    private static partial Regex Unlinked();

    [GeneratedRegex(
        @"^(?:#{1,6} |[-*+] |\d{1,3}[.)] |> )|\[[^\[\]]+\]\([^()\s]+|\*\*\w",
        RegexOptions.Multiline,
        Patience.Milliseconds
    )]
    private static partial Regex OwnBlocks();
}
