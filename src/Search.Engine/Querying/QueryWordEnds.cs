namespace Search.Engine.Querying;

/// <summary>Where a word of a query ends, and what may follow a phrase.</summary>
internal static class QueryWordEnds
{
    private const int MaxGluedBracket = 18;
    private const int MaxGluedWord = 4;

    /// <summary>The end of the word that starts at <paramref name="start"/>; a closing bracket ends it only where one is open.</summary>
    public static int EndOfWord(string text, int start, bool isInBrackets)
    {
        var end = start;
        while (end < text.Length && text[end] != '|' && !QueryCharacters.IsSeparator(text[end]))
        {
            if (text[end] == ')' && isInBrackets)
                break;
            var canHoldBracket = end > start && (char.IsLetterOrDigit(text[end - 1]) || text[end - 1] is '_' or ')');
            var length = text[end] != '(' ? 1 : (canHoldBracket ? GluedBracket(text.AsSpan(end)) : 0);
            if (length == 0)
                break;
            end += length;
        }
        return end;
    }

    /// <summary>
    /// The end of Lucene's <c>~3</c> or <c>^2</c> at <paramref name="start"/>; <paramref name="start"/> itself when there
    /// is none, or when it goes on as a word.
    /// </summary>
    public static int EndOfSuffix(string text, int start)
    {
        if (start >= text.Length || text[start] is not ('~' or '^'))
            return start;
        var end = start + 1;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
            end++;
        var isWhole = end == text.Length || text[end] is ')' or '|' || QueryCharacters.IsSeparator(text[end]);
        return isWhole ? end : start;
    }

    /// <summary>
    /// The length of a bracket that belongs to the word before it, as in <c>O(n)</c>, <c>O(n log n)</c>, <c>f(x, y)</c>
    /// and <c>main()</c>: closed within a few characters, with only short words inside; otherwise 0.
    /// </summary>
    private static int GluedBracket(ReadOnlySpan<char> rest)
    {
        var depth = 0;
        var letters = 0;
        for (var i = 0; i < rest.Length && i < MaxGluedBracket; i++)
        {
            var c = rest[i];
            letters = char.IsLetterOrDigit(c) ? letters + 1 : 0;
            if (letters > MaxGluedWord || c == '|' || QueryCharacters.IsQuote(c) || IsOtherSeparator(c))
                return 0;
            if (c == '(')
                depth++;
            if (c == ')' && --depth == 0)
                return i + 1;
        }
        return 0;
    }

    private static bool IsOtherSeparator(char c) => c != ' ' && QueryCharacters.IsSeparator(c);
}
