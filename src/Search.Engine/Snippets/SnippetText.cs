using System.Text;

namespace Search.Engine.Snippets;

/// <summary>Writes a window of a text as one clean line, and moves the matches along.</summary>
internal static class SnippetText
{
    private const char Ellipsis = '…';

    /// <summary>The line and what matched in it.</summary>
    public static (string Line, IReadOnlyList<HighlightRange> Ranges) Of(
        string text,
        TextWords words,
        SnippetWindow window,
        List<WordMatch> matches
    )
    {
        var start = words[window.First].Start;
        var end = words[window.End - 1].End;
        var ranges = Inside(matches, start, end);
        var startsCut = !words[window.First].StartsSentence;
        var endsCut = !words.IsSentenceBorder(window.End);
        start = StrayPunctuation.SkipAtStart(text, start, ranges.Count == 0 ? end : ranges[0].Start, end);
        if (endsCut)
            end = StrayPunctuation.DropAtCut(text, ranges.Count == 0 ? start + 1 : ranges[^1].End, end);
        var line = new StringBuilder(Math.Min(end - start, 4096) + 2);
        if (startsCut)
            line.Append(Ellipsis);
        Write(text, start, end, line, ranges);
        if (endsCut)
            line.Append(Ellipsis);
        var shown = line.ToString();
        Highlighter.WidenToGraphemes(shown, ranges);
        return (shown, ranges);
    }

    // Matches that the window cuts are left out, so that no half phrase is marked, unless nothing else would be marked.
    private static List<HighlightRange> Inside(List<WordMatch> matches, int start, int end)
    {
        var whole = new List<HighlightRange>();
        var parts = new List<HighlightRange>();
        foreach (var (match, _, _) in matches)
        {
            if (match.Start >= start && match.End <= end)
                whole.Add(new HighlightRange(match.Start, match.End));
            else if (match.End > start && match.Start < end)
                parts.Add(new HighlightRange(Math.Max(match.Start, start), Math.Min(match.End, end)));
        }
        var ranges = whole.Count > 0 ? whole : parts;
        HighlightRange.MergeSorted(ranges);
        return ranges;
    }

    /// <summary>Appends the text to the line, and makes of the ranges in the text ranges in the line.</summary>
    private static void Write(string text, int start, int end, StringBuilder line, List<HighlightRange> ranges)
    {
        var (kept, next, opened) = (0, 0, -1);
        var spaceWaits = false;
        for (var i = start; i < end; i++)
        {
            if (next < ranges.Count && i >= ranges[next].End)
                Close();
            if (VisibleText.IsLeftOut(text[i]))
                continue;
            if (char.IsWhiteSpace(text[i]))
            {
                spaceWaits = true;
                continue;
            }
            if (spaceWaits)
                line.Append(' ');
            spaceWaits = false;
            if (opened < 0 && next < ranges.Count && i >= ranges[next].Start)
                opened = line.Length;
            line.Append(VisibleText.At(text, i));
        }
        if (opened >= 0)
            Close();
        ranges.RemoveRange(kept, ranges.Count - kept);

        // A range of which nothing is shown never opened.
        void Close()
        {
            if (opened >= 0)
                ranges[kept++] = new HighlightRange(opened, line.Length);
            opened = -1;
            next++;
        }
    }
}
