using System.Text.RegularExpressions;
using Search.Engine.Snippets;

namespace Search.Service.Pages.Records;

/// <summary>Plain text as paragraphs and lists, with what matched in it.</summary>
/// <example>
/// An empty line parts two paragraphs. A line that begins with <c>* </c>, <c>- </c>, <c>• </c> or <c>#. </c> is an item of a
/// list; with <c>1. </c> it keeps its number. Any other end of a line is kept as one.
/// </example>
internal static partial class TextBlocks
{
    /// <param name="text">Any text.</param>
    /// <param name="ranges">Matches; sorted, apart, inside the text.</param>
    public static Html Of(string text, IReadOnlyList<HighlightRange> ranges)
    {
        var blocks = new List<Html>();
        var items = new List<Html>();
        var lines = new List<Html>();
        foreach (var (start, end) in Lines(text))
        {
            var line = text.AsSpan(start, end - start);
            var bullet = BulletLength(line);
            if (line.IsWhiteSpace() || bullet > 0)
                EndParagraph();
            if (bullet == 0 && !line.IsWhiteSpace() && lines.Count == 0)
                EndList();
            if (bullet > 0)
                items.Add(Html.Of($"<li>{Part(text, start + bullet, end, ranges)}</li>"));
            else if (!line.IsWhiteSpace())
                lines.Add(Part(text, start, end, ranges));
        }
        EndParagraph();
        EndList();
        return Html.Join(blocks);

        void EndParagraph()
        {
            if (lines.Count > 0)
                blocks.Add(Html.Of($"<p dir=\"auto\">{WithBreaks(lines)}</p>\n"));
            lines.Clear();
        }

        void EndList()
        {
            if (items.Count > 0)
                blocks.Add(Html.Of($"<ul dir=\"auto\">{items}</ul>\n"));
            items.Clear();
        }
    }

    private static IEnumerable<(int Start, int End)> Lines(string text)
    {
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            yield return (start, end);
            start = end + 1;
        }
    }

    private static int BulletLength(ReadOnlySpan<char> line)
    {
        foreach (var match in Bullet().EnumerateMatches(line))
            return match.Length;
        return 0;
    }

    private static Html WithBreaks(List<Html> lines) =>
        Html.Join(lines.SelectMany((line, place) => place == 0 ? [line] : new[] { Html.Of($"<br>\n"), line }));

    private static Html Part(string text, int start, int end, IReadOnlyList<HighlightRange> ranges)
    {
        var inside = new List<HighlightRange>();
        foreach (var range in ranges)
        {
            var first = Math.Max(range.Start, start) - start;
            var last = Math.Min(range.End, end) - start;
            if (first < last)
                inside.Add(new HighlightRange(first, last));
        }
        return Html.Marked(text[start..end], inside);
    }

    [GeneratedRegex(@"^\s*(?:[*•‣–-]|#\.)\s+(?=\S)", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Bullet();
}
