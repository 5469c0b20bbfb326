using Search.Engine.Querying;

namespace Search.Engine.Snippets;

/// <summary>Makes snippets by reading the text again: the index keeps nothing for them.</summary>
public static class SnippetMaker
{
    /// <summary>
    /// The part of <paramref name="text"/> with most of the query's terms near each other: whole sentences where they fit,
    /// else cut at words, never in a grapheme, and in a URL only when it is longer than the snippet. A text without matches
    /// shows its first sentences. Time is linear in the text.
    /// </summary>
    /// <param name="field">Where the text comes from; becomes <see cref="Snippet.Field"/>.</param>
    /// <param name="text">Any text; white space of any kind and length becomes one space.</param>
    /// <param name="terms">What matches; words restricted to a field such as the title do not.</param>
    /// <param name="words">
    /// About how many words, at least 1; up to a fifth more to reach the end of a sentence. A word counts eight characters
    /// at most, an ideograph two, on average over the snippet.
    /// </param>
    public static Snippet Make(string field, string text, HighlightTerms terms, int words)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentOutOfRangeException.ThrowIfLessThan(words, 1);
        var textWords = TextWords.Of(text, new SnippetSize(words));
        if (textWords.Count == 0)
            return new Snippet(field, "", []);
        var matches = WordMatch.Of(terms.Matches(text, QueryField.All), textWords);
        var window = SnippetWindow.Best(textWords, matches, terms);
        var (shown, ranges) = SnippetText.Of(text, textWords, window, matches);
        return new Snippet(field, shown, ranges);
    }
}
