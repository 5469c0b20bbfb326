using System.Globalization;

namespace Search.Engine.Snippets;

/// <summary>
/// Finds the borders of graphemes (what a reader takes for one character: <c>e</c> with its accents, a flag, a family of
/// emoji) around places of a text. Looks only near those places; asked from left to right it is linear in the text,
/// however long a grapheme is.
/// </summary>
internal ref struct GraphemeBorders(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int start;
    private int end;

    /// <summary>The last border at or before <paramref name="index"/>.</summary>
    public int Before(int index)
    {
        if (IsPlainBorder(text, index))
            return index;
        MoveTo(index);
        return start;
    }

    /// <summary>The first border at or after <paramref name="index"/>.</summary>
    public int After(int index)
    {
        if (IsPlainBorder(text, index))
            return index;
        MoveTo(index);
        return start == index ? index : end;
    }

    /// <summary>Makes <c>[start, end)</c> the grapheme that holds <paramref name="index"/>.</summary>
    private void MoveTo(int index)
    {
        if (index >= start && index < end)
            return;
        var known = end;
        end = index;
        while (end != known && !IsPlainBorder(text, end))
            end--;
        while (end <= index)
        {
            start = end;
            end += StringInfo.GetNextTextElementLength(text[start..]);
        }
    }

    /// <summary>True when a border is certain without looking further than the two units beside it.</summary>
    internal static bool IsPlainBorder(ReadOnlySpan<char> text, int index)
    {
        if (index <= 0 || index >= text.Length)
            return true;
        var (left, right) = (text[index - 1], text[index]);
        return IsPlain(left) && IsPlain(right) && !(left == '\r' && right == '\n');
    }

    // Letters that neither take part in a cluster nor begin one: all below the combining marks, Greek, Cyrillic and Hebrew
    // letters, common punctuation, kana, ideographs and Korean syllables (which join with single jamo only).
    private static bool IsPlain(char unit) =>
        unit < '\u0300'
        || unit
            is (>= '\u0370' and <= '\u0482')
                or (>= '\u048A' and <= '\u052F')
                or (>= '\u05D0' and <= '\u05EA')
                or (>= '\u2010' and <= '\u2027')
                or (>= '\u3001' and <= '\u3020')
                or (>= '\u3041' and <= '\u3096')
                or (>= '\u30A1' and <= '\u30FA')
                or (>= '\u3400' and <= '\u9FFF')
                or (>= '\uAC00' and <= '\uD7A3');
}
