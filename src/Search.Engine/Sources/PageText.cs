namespace Search.Engine.Sources;

/// <summary>Tells titles, paragraphs and questions of a plain text apart, which nothing marks there but how they read.</summary>
internal static class PageText
{
    private const int LongestTitle = 160;
    private const int LongestQuestion = 300;

    /// <summary>True when the text was cut off: it ends in <c>...</c> or <c>…</c>.</summary>
    public static bool IsCutOff(string text) => End(text) is [.., '…'] or [.., '.', '.', '.'];

    /// <summary>Ends in a question mark, and is not a whole paragraph that happens to.</summary>
    public static bool IsQuestion(string line) => line.Length <= LongestQuestion && End(line) is [.., '?'];

    /// <summary>
    /// Long, or a sentence: six words that end in a full stop. Titles end in <c>!</c> or <c>?</c> more often than short
    /// paragraphs do, so that these ask for twenty words.
    /// </summary>
    public static bool IsParagraph(string line)
    {
        if (line.Length > LongestTitle)
            return true;
        var words = line.Count(char.IsWhiteSpace) + 1;
        return End(line) switch
        {
            [.., '.' or '…'] => words >= 6,
            [.., '!' or '?'] => words >= 20,
            _ => false,
        };
    }

    /// <summary>Two words or more, with a capital or a digit first, that end like no sentence.</summary>
    public static bool IsTitle(string line) =>
        line.Length <= LongestTitle
        && line.Contains(' ')
        && !char.IsLower(line[0])
        && End(line) is not [.., '.' or '…' or '!' or '?' or ':' or ';' or ','];

    /// <summary>The position of the first letter or digit; -1 when there is none.</summary>
    public static int IndexOfAnyLetterOrDigit(this ReadOnlySpan<char> text)
    {
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (System.Text.Rune.IsLetterOrDigit(rune))
                return position;
            position += rune.Utf16SequenceLength;
        }
        return -1;
    }

    private static ReadOnlySpan<char> End(string text) => text.AsSpan().TrimEnd(" \"'”’)]»");
}
