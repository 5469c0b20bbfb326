using System.Text;
using System.Text.RegularExpressions;

namespace Search.Engine.Cleaning;

/// <summary>How a text of a source is marked up.</summary>
public enum Markup
{
    /// <summary>Not known: told by the text itself.</summary>
    Unknown,

    /// <summary>Not at all; but tags of HTML that stand there all the same are taken out.</summary>
    Plain,

    /// <summary>HTML, a whole page or a part of one.</summary>
    Html,

    /// <summary>Markdown, with HTML in it.</summary>
    Markdown,

    /// <summary>reStructuredText.</summary>
    ReStructuredText,
}

/// <summary>Makes plain text of what sources hold: no markup, paragraphs kept, wrapped lines joined, entities decoded once.</summary>
public static partial class PlainText
{
    // What is longer is no title or name, and its tags may stay.
    private const int LongestLine = 20_000;

    /// <summary>
    /// Paragraphs are separated by an empty line, entries of lists by a line break. Empty when there is no text. What looks
    /// like markup and is none (<c>List&lt;T&gt;</c>, <c>__init__</c>) stays.
    /// </summary>
    /// <example><c>&lt;p&gt;R&amp;amp;D&lt;/p&gt;</c> gives <c>R&amp;D</c>; <c>See [the docs](https://x.example).</c> gives <c>See the docs.</c></example>
    public static string Of(string? text, Markup markup = Markup.Unknown)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var clean = Characters(text);
        try
        {
            return Tidy(Unmark(clean, MarkupOf(clean, markup)));
        }
        catch (RegexMatchTimeoutException)
        {
            // No text that people write; it stays as it is.
            return clean.Trim();
        }
    }

    /// <summary>One line, for titles and names: tags and entities of HTML go, everything else stays as it is.</summary>
    public static string Line(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var clean = Characters(text);
        if (clean.Length <= LongestLine && HtmlTags.HasTagOrEntity(clean))
            clean = HtmlText.Of(clean);
        return Spaces().Replace(clean, " ").Trim();
    }

    /// <summary>
    /// The characters of a text made regular: composed (NFC), line ends as <c>\n</c>, without control characters, marks
    /// of zero width and halves of surrogate pairs.
    /// </summary>
    internal static string Characters(string text)
    {
        if (IsRegular(text))
            return text;
        var regular = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var unit = text[index];
            if (char.IsHighSurrogate(unit) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                regular.Append(unit).Append(text[++index]);
                continue;
            }
            regular.Append(RegularOf(text, index));
        }
        return regular.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsRegular(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange(' ', '~') is var odd && (odd < 0 || OnlyLineFeeds(text.AsSpan(odd)));

    private static bool OnlyLineFeeds(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (unit is not ('\n' or (>= ' ' and <= '~')))
                return false;
        }
        return true;
    }

    private static string RegularOf(string text, int index) =>
        text[index] switch
        {
            '\n' or '\t' => text[index].ToString(),
            '\r' => index + 1 < text.Length && text[index + 1] == '\n' ? "" : "\n",
            '\u2028' or '\u0085' or '\f' or '\v' => "\n",
            '\u2029' => "\n\n",
            '\u00A0' or '\u202F' or '\u2007' => " ",
            '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' => "",
            var unit when char.IsSurrogate(unit) => "\uFFFD",
            var unit when char.IsControl(unit) => "",
            var unit => unit.ToString(),
        };

    private static string Unmark(string text, Markup markup) =>
        markup switch
        {
            Markup.Html => HtmlText.Of(text),
            Markup.Markdown => MarkdownText.Of(text),
            Markup.ReStructuredText => WrappedLines.Join(ReStructuredText.Unmark(text)),
            _ => WrappedLines.Join(text),
        };

    private static Markup MarkupOf(string text, Markup given) =>
        given switch
        {
            Markup.Plain => HtmlTags.HasTag(text) ? Markup.Html : Markup.Plain,
            Markup.ReStructuredText => Markup.ReStructuredText,
            Markup.Html => HtmlTags.HasBlock(text) ? Markup.Html : Markup.Markdown,
            Markup.Markdown => HtmlTags.HasBlock(text) && !MarkdownText.HasBlocks(text) ? Markup.Html : Markup.Markdown,
            _ when HtmlTags.HasBlock(text) => Markup.Html,
            _ when ReStructuredText.IsLikely(text) => Markup.ReStructuredText,
            _ => Markup.Markdown,
        };

    private static string Tidy(string text)
    {
        if (!text.Contains('\n'))
            return text.Trim();
        var lines = text.Split('\n').Select(line => line.TrimEnd());
        return EmptyLines().Replace(string.Join('\n', lines), "\n\n").Trim();
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, Patience.Milliseconds)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n{3,}", RegexOptions.None, Patience.Milliseconds)]
    private static partial Regex EmptyLines();
}
