namespace Search.Engine.Analysis;

/// <summary>
/// Where a technical token may begin and end: <c>C#</c> is none in <c>ABC#</c>, <c>.NET</c> none in <c>example.net</c>,
/// <c>A/B</c> none in <c>a/b/c</c>, <c>HTTP/1</c> none in <c>HTTP/1.1</c>.
/// </summary>
internal static class TokenBorders
{
    /// <summary>True when both ends of <c>text[start..end]</c> are borders; looks at two characters on either side.</summary>
    public static bool Enclose(ReadOnlySpan<char> text, int start, int end) =>
        Begins(text, start) && Ends(text, start, end) && IsWholePath(text, start, end);

    private static bool Begins(ReadOnlySpan<char> text, int start)
    {
        var before = text[start - 1];
        if (WordCharacters.IsWord(before))
            return false;
        if (before != '.')
            return true;
        var isEllipsis = text[start] == '.';
        var isPartOfName = WordCharacters.IsWord(text[start - 2]);
        return !isEllipsis && !isPartOfName;
    }

    private static bool Ends(ReadOnlySpan<char> text, int start, int end)
    {
        var last = text[end - 1];
        var after = text[end];
        if (char.IsAsciiDigit(last))
            return !WordCharacters.IsWord(after) && !(after == '.' && char.IsAsciiDigit(text[end + 1]));
        if (char.IsAsciiDigit(after))
            return !IsPlainWord(text[start..end]);
        var goesOn = !WordCharacters.IsWord(last) && after == last && last != ')';
        return !WordCharacters.IsWord(after) && !goesOn;
    }

    // A token with slashes is not a piece of a longer path.
    private static bool IsWholePath(ReadOnlySpan<char> text, int start, int end) =>
        !text[start..end].Contains('/') || (text[start - 1] != '/' && text[end] != '/');

    private static bool IsPlainWord(ReadOnlySpan<char> token)
    {
        foreach (var c in token)
        {
            if (!WordCharacters.IsWord(c))
                return false;
        }
        return true;
    }
}
