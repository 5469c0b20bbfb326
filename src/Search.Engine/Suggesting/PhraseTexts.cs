using Search.Engine.Analysis;

namespace Search.Engine.Suggesting;

/// <summary>The text of a phrase, as it can be searched for.</summary>
/// <param name="analysis">As searches use it.</param>
/// <param name="before">Phrases that have been checked for an earlier snapshot; null when there are none.</param>
internal sealed class PhraseTexts(TextAnalysis analysis, PackedTexts? before)
{
    private readonly WordSplitter splitter = new(everyPlace: true);

    // Checking costs as much as all else of a build, and after a commit nearly all phrases are what they were.
    private readonly HashSet<string> known = before is null ? [] : [.. before.All()];

    /// <summary>
    /// The phrase in lower case, as it stands at this place; null when a search for it would not be sure to find the text
    /// that it comes from: when its words mean something else alone, or something to the query language.
    /// </summary>
    public string? Of(string source, PhrasePlace place)
    {
        splitter.Split(source);
        var start = splitter.Words[place.FirstWord].Start;
        var end = splitter.Words[place.FirstWord + place.Words - 1].End;
        if (start > 0 && source[start - 1] == '.')
            start--;
        var text = source[start..end].ToLowerInvariant();
        return known.Contains(text) || (PlainQuery.Is(text) && HasSameTokens(text, source, start, end)) ? text : null;
    }

    private bool HasSameTokens(string text, string source, int start, int end)
    {
        var inSource = analysis.Tokenize(source).Where(token => token.End > start && token.Start < end).ToList();
        var alone = analysis.Tokenize(text);
        return alone.Count > 0
            && inSource.TrueForAll(token => token.Start >= start && token.End <= end)
            && inSource.Select(token => token.Exact).SequenceEqual(alone.Select(token => token.Exact));
    }
}
