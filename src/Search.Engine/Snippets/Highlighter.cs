using Search.Engine.Querying;

namespace Search.Engine.Snippets;

/// <summary>Finds what to mark in a whole text, such as a title or a question.</summary>
public static class Highlighter
{
    /// <summary>
    /// The matches in <paramref name="text"/>, as <see cref="Snippet.Ranges"/> are: a matched word is marked whole, a phrase as
    /// one range, neighbouring words apart.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="terms">What matches.</param>
    /// <param name="field">What the text is; words restricted to another field are not marked.</param>
    public static IReadOnlyList<HighlightRange> Ranges(string text, HighlightTerms terms, QueryField field)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(terms);
        var matches = terms.Matches(text, field);
        if (matches.Count == 0)
            return [];
        var ranges = matches.ConvertAll(match => new HighlightRange(match.Start, match.End));
        HighlightRange.MergeSorted(ranges);
        WidenToGraphemes(text, ranges);
        return ranges;
    }

    /// <summary>Moves the edges of sorted ranges outwards to the borders of graphemes, and joins what overlaps then.</summary>
    internal static void WidenToGraphemes(ReadOnlySpan<char> text, List<HighlightRange> ranges)
    {
        var borders = new GraphemeBorders(text);
        for (var i = 0; i < ranges.Count; i++)
            ranges[i] = new HighlightRange(borders.Before(ranges[i].Start), borders.After(ranges[i].End));
        HighlightRange.MergeSorted(ranges);
    }
}
